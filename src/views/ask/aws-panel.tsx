import type { ReactElement } from 'react';
import { minimalPolicy } from '../../access/minimal-policy.ts';
import type { AwsAnswer } from '../../ask/aws-verdict.ts';
import { AWS_LIMITS } from '../../ask/aws-verdict.ts';
import type { PairAnswer } from '../../ask/judge-pair.ts';
import type { SimulatedResult, SimulationOutcome } from '../../collect/simulation.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { reasonWords } from '../coverage/reason-words.ts';
import { ChevronSummary } from '../detail/chevron-summary.tsx';
import type { AwsAsking } from './use-aws-verdict.ts';
import { VerdictBox } from './verdict-box.tsx';

export interface AwsPanelProps {
  readonly asking: AwsAsking;
  readonly answer: AwsAnswer | undefined;
  readonly results: readonly SimulatedResult[];
  /** Where our own evaluation says something else. */
  readonly disagree: readonly PairAnswer[];
  readonly partition: string;
}

/** AWS's own verdict: asked for by a button, with what it rests on and what it leaves out. */
export function AwsPanel(props: AwsPanelProps): ReactElement {
  const { asking, answer, results, disagree, partition } = props;
  const { state, ask, cancel } = asking;
  const outcome = state.kind === 'answered' ? state.outcome : undefined;
  return (
    <section aria-label="AWS's own verdict" className="flex flex-col gap-2">
      {outcome?.ok && answer && (
        <VerdictBox answer={answer.overall} by="AWS's policy simulator" sentence={answer.sentence}>
          <ResultNotes results={results} outcome={outcome} />
        </VerdictBox>
      )}
      {outcome?.ok === false && <AskFailed outcome={outcome} partition={partition} />}
      {disagree.length > 0 && (
        <Notice tone="doubt" title="AWS and the policies that were read do not agree">
          {disagree.map(({ pair }) => pair.action).join(', ')}: the policies may have changed since they were
          read. Refresh, and ask again.
        </Notice>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <Button
          kind={outcome === undefined ? 'primary' : 'quiet'}
          icon={state.kind === 'asking' ? 'clock' : 'play'}
          disabled={state.kind === 'asking'}
          onClick={ask}
        >
          {BUTTON_WORDS[state.kind]}
        </Button>
        {state.kind === 'asking' && <Button onClick={cancel}>Cancel</Button>}
        <output className="text-sm text-muted">
          {state.kind === 'asking' && 'AWS is asked; it may ask to slow down, and then it takes longer.'}
          {state.kind === 'cancelled' && 'Cancelled.'}
          {state.kind === 'idle' && 'iam:SimulatePrincipalPolicy carries nothing out.'}
        </output>
      </div>
      <details className="group text-sm">
        <ChevronSummary>What AWS does not look at here</ChevronSummary>
        <ul className="mt-1 ml-5 list-disc text-muted">
          {AWS_LIMITS.map((limit) => (
            <li key={limit}>{limit}</li>
          ))}
        </ul>
      </details>
    </section>
  );
}

const BUTTON_WORDS = {
  idle: 'Ask AWS',
  asking: 'Asking…',
  cancelled: 'Ask AWS',
  answered: 'Ask again',
} as const;

function ResultNotes(props: {
  readonly results: readonly SimulatedResult[];
  readonly outcome: SimulationOutcome & { ok: true };
}): ReactElement {
  const { results, outcome } = props;
  const matched = [
    ...new Set(
      results.flatMap(({ matched: statements }) =>
        statements.map(
          ({ policyId, policyType, line }) =>
            `${policyId}${policyType && ` (${policyType})`}${line === undefined ? '' : `, line ${line}`}`,
        ),
      ),
    ),
  ];
  return (
    <div className="flex flex-col gap-0.5 text-sm text-muted">
      {matched.length > 0 && <p>Matched: {matched.join('; ')}.</p>}
      {results.some(({ allowedByBoundary }) => allowedByBoundary === false) && (
        <p>The permissions boundary does not allow it.</p>
      )}
      {results.some(({ allowedByOrganization }) => allowedByOrganization === false) && (
        <p>Service control policies of the organization do not allow it.</p>
      )}
      {results.some(({ allowedByOrganization }) => allowedByOrganization === true) && (
        <p>Service control policies of the organization allow it.</p>
      )}
      {outcome.cutOff && <p>The answer is cut off: {outcome.cutOff}.</p>}
    </div>
  );
}

function AskFailed(props: {
  readonly outcome: SimulationOutcome & { ok: false };
  readonly partition: string;
}): ReactElement {
  const { status, reason, message } = props.outcome.failure;
  const words = reasonWords({
    call: 'iam:SimulatePrincipalPolicy',
    status,
    reason,
    message,
    requests: 0,
    records: 0,
  });
  const denied = reason.kind === 'denied';
  return (
    <Notice
      tone={denied ? 'doubt' : 'danger'}
      alert
      title={denied ? `AWS did not answer: ${reason.permission} is missing` : 'AWS did not answer'}
      actions={
        denied && (
          <CopyButton
            text={minimalPolicy(['simulation'], props.partition)}
            what="policy that allows simulation"
            label="Copy the policy to grant"
          />
        )
      }
    >
      {words?.why} {denied ? 'Below is the answer by the policies that were read.' : words?.todo}
      {message && <span className="mt-1 block text-muted">{message}</span>}
    </Notice>
  );
}
