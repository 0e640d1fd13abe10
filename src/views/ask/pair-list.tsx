import type { ReactElement } from 'react';
import { ANSWER_WORDS } from '../../ask/ask-markdown.ts';
import { type AwsDecision, decisionFor } from '../../ask/aws-verdict.ts';
import type { PairAnswer } from '../../ask/judge-pair.ts';
import { policyNodeOf } from '../../ask/policy-stack.ts';
import { statementText } from '../../ask/statement-text.ts';
import type { RoleNode } from '../../graph/graph.ts';
import type { AccessAnswer } from '../../policy/access-verdict.ts';
import { nameOf } from '../../policy/access-words.ts';
import { closeAsk } from '../../state/ask-opening.ts';
import { useWorkspace } from '../../state/workspace-context.ts';
import { Button } from '../../ui/button.tsx';
import { Tag } from '../../ui/tag.tsx';
import { RawJson } from '../detail/raw-json.tsx';

export interface PairListProps {
  readonly role: RoleNode;
  readonly answers: readonly PairAnswer[];
  /** AWS's verdicts, to stand beside ours. */
  readonly decisions?: readonly AwsDecision[] | undefined;
}

/** Each action with its answer, and the statements that decide. */
export function PairList({ role, answers, decisions }: PairListProps): ReactElement {
  return (
    <ul
      aria-label="Answers by action"
      className="flex flex-col divide-y divide-line rounded-lg border border-line"
    >
      {answers.map((answer) => (
        <PairItem
          key={`${answer.pair.action} ${answer.pair.resource}`}
          role={role}
          answer={answer}
          decision={decisions && decisionFor(answer.pair, decisions)}
        />
      ))}
    </ul>
  );
}

function PairItem(props: {
  readonly role: RoleNode;
  readonly answer: PairAnswer;
  readonly decision: AwsDecision | undefined;
}): ReactElement {
  const { role, answer, decision } = props;
  const { graph, commands } = useWorkspace();
  const { pair, verdict, stack, byAwsDocs } = answer;
  return (
    <li className="flex flex-col gap-1 px-3 py-2 text-sm">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="font-mono font-medium break-all">{pair.action}</span>
        <span className="ml-auto flex flex-wrap gap-1">
          {decision && <Tag tone={AWS_TONES[decision.decision]}>AWS: {AWS_WORDS[decision.decision]}</Tag>}
          <Tag tone={TONES[verdict.answer]}>{ANSWER_WORDS[verdict.answer]}</Tag>
        </span>
      </div>
      <bdi className="font-mono text-xs break-all text-muted">{pair.resource}</bdi>
      <p className="break-words text-muted">
        {verdict.why.slice(0, 1).toUpperCase() + verdict.why.slice(1)}
        {byAwsDocs && `, as AWS documents ${byAwsDocs}; its document was not read`}.
      </p>
      {verdict.deciding.map((deciding) => {
        const text = statementText(stack, deciding);
        const node = policyNodeOf(graph, role, deciding);
        const name = nameOf(deciding);
        return (
          <div key={name} className="flex flex-wrap items-start justify-between gap-x-3">
            {text && <RawJson what={name} text={text} />}
            {node && (
              <Button
                kind="bare"
                size="small"
                icon="arrow-right"
                className="mt-2"
                aria-label={`Show policy ${deciding.policy}`}
                onClick={() => {
                  commands.select(node);
                  closeAsk();
                }}
              >
                Show policy
              </Button>
            )}
          </div>
        );
      })}
    </li>
  );
}

const TONES: Record<AccessAnswer, 'ok' | 'danger' | 'doubt'> = {
  allowed: 'ok',
  'explicitly-denied': 'danger',
  'implicitly-denied': 'danger',
  'cannot-tell': 'doubt',
};
const AWS_TONES: Record<AwsDecision['decision'], 'ok' | 'danger' | 'doubt'> = {
  allowed: 'ok',
  explicitDeny: 'danger',
  implicitDeny: 'danger',
  unknown: 'doubt',
};
const AWS_WORDS: Record<AwsDecision['decision'], string> = {
  allowed: 'allowed',
  explicitDeny: 'denied by a statement',
  implicitDeny: 'not allowed',
  unknown: 'no verdict',
};
