import { useEffect, useRef, useState } from 'react';
import type { AskedPair } from '../../ask/asked-field.ts';
import { contextType } from '../../ask/context-type.ts';
import type { SimulatedResult, SimulationOutcome } from '../../collect/simulation.ts';
import type { NodeId } from '../../graph/graph.ts';
import type { Reading } from '../../state/workspace.ts';

/** How far asking AWS got. An answer belongs to the question that it was given to. */
export type AwsState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'answered'; readonly outcome: SimulationOutcome };

export interface AwsQuestion {
  readonly role: NodeId;
  readonly pairs: readonly AskedPair[];
  readonly supplied: ReadonlyMap<string, readonly string[]>;
}

export interface AwsAsking {
  readonly state: AwsState;
  readonly ask: () => void;
  readonly cancel: () => void;
}

/** Asks AWS's simulator when told to, and lets go of an answer once the question is another. */
export function useAwsVerdict(
  simulate: Reading['simulate'],
  question: AwsQuestion | undefined,
): AwsAsking | undefined {
  const key = question && JSON.stringify([question.role, question.pairs, [...question.supplied]]);
  const [held, setHeld] = useState<{ readonly key: string; readonly state: AwsState }>();
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  if (simulate === undefined || question === undefined || key === undefined) return undefined;

  const ask = (): void => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    setHeld({ key, state: { kind: 'asking' } });
    const { role, pairs, supplied } = question;
    const context = Array.from(supplied, ([name, values]) => ({
      key: name,
      type: contextType(name, values),
      values,
    }));
    void simulate(role, { pairs, context: [...ALWAYS, ...context] }, controller.signal).then((outcome) => {
      if (controller.signal.aborted) return;
      setHeld({ key, state: outcome === undefined ? { kind: 'idle' } : { kind: 'answered', outcome } });
    });
  };
  const cancel = (): void => {
    running.current?.abort();
    setHeld({ key, state: { kind: 'cancelled' } });
  };
  return { state: held?.key === key ? held.state : { kind: 'idle' }, ask, cancel };
}

/** What every request of the AWS SDKs carries. */
const ALWAYS = [{ key: 'aws:SecureTransport', type: 'boolean', values: ['true'] }] as const;

/** Results under the names that the page gives to what was asked about; `shown` writes a name as the answer has it. */
export function shownResults(
  results: readonly SimulatedResult[],
  asked: readonly AskedPair[],
  pairs: readonly AskedPair[],
  shown: (text: string) => string,
): readonly SimulatedResult[] {
  const names = new Map(
    asked.map(({ resource }, index) => [shown(resource), pairs[index]?.resource ?? resource]),
  );
  return results.map((result) => ({ ...result, resource: names.get(result.resource) ?? result.resource }));
}
