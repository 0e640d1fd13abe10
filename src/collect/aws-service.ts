import type { Connection } from '../session/connection.ts';
import type { CredentialProvider } from '../session/credential-vault.ts';
import type { ReadRequest } from './live-calls.ts';
import type { FetchPage, RecordScope } from './page.ts';
import type { SimulationOutcome, SimulationRequest } from './simulation.ts';

/** One SDK client of one region with the reads that it serves. */
export interface AwsService {
  /** For all pages of one read. Throws for a call of another service: that is our own mistake. */
  readonly fetchPage: (request: ReadRequest, scope: RecordScope) => FetchPage;
  /** Asks AWS for a verdict; IAM alone can. Throws what the SDK throws. */
  readonly simulate?: (
    request: SimulationRequest,
    signal: AbortSignal,
    inTurn: <Value>(send: () => Promise<Value>) => Promise<Value>,
  ) => Promise<SimulationOutcome>;
  readonly host: () => Promise<string>;
  readonly close: () => void;
}

/** What every SDK client is made with; the SDK alone retries, and slows down when AWS throttles. */
export interface ServiceSettings extends Connection {
  readonly credentials: CredentialProvider;
  readonly maxAttempts: number;
  readonly retryMode: 'adaptive';
}

/** Counts what really goes out, retries included. */
export interface SendMeter {
  sent: number;
}

/** A middleware that counts each try. Placed after the SDK's retry loop by {@link SEND_COUNTER_PLACE}. */
export function sendCounter(meter: SendMeter) {
  return <Args, Output>(next: (args: Args) => Promise<Output>) =>
    (args: Args): Promise<Output> => {
      meter.sent += 1;
      return next(args);
    };
}

export const SEND_COUNTER_PLACE = { step: 'finalizeRequest', priority: 'low', name: 'sendCounter' } as const;

export function wrongService(request: ReadRequest, service: string): never {
  throw new Error(`${request.call} is not a call of ${service}.`);
}
