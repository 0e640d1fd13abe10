import type { QueryClient } from '@tanstack/react-query';
import type { AwsClients } from '../collect/clients.ts';
import type { SimulationOutcome, SimulationRequest } from '../collect/simulation.ts';
import type { Run } from './live-run.ts';

/** As much of a {@link Run} as a question needs. */
export interface AskedRun extends Pick<Run, 'runNumber' | 'accountId' | 'stops'> {
  readonly clients: Pick<AwsClients, 'simulate'>;
}

/** The first word of all keys of answers by AWS's simulator. */
export const SIMULATION_KEY = 'simulation';

/** Questions by number, so that no ARN and no condition value becomes part of a key. */
const numbers = new Map<string, number>();

/**
 * Asks AWS, unless the same was answered before in the same run; the account may have changed since, so a refresh of the
 * account asks anew. Failures are not kept. Answers stay in memory alone.
 */
export async function simulateOnce(
  client: QueryClient,
  run: AskedRun,
  request: SimulationRequest,
  signal: AbortSignal,
): Promise<SimulationOutcome> {
  const key = [SIMULATION_KEY, run.runNumber, run.accountId, run.stops, numberOf(request)];
  const known = client.getQueryData<SimulationOutcome>(key);
  if (known !== undefined) return known;
  const outcome = await run.clients.simulate(request, signal);
  if (outcome.ok) {
    client.setQueryDefaults([SIMULATION_KEY], { gcTime: Number.POSITIVE_INFINITY });
    client.setQueryData<SimulationOutcome>(key, outcome);
  }
  return outcome;
}

function numberOf(request: SimulationRequest): number {
  const text = JSON.stringify(request);
  const known = numbers.get(text);
  if (known !== undefined) return known;
  numbers.set(text, numbers.size + 1);
  return numbers.size;
}
