import { type ReactElement, useId, useMemo } from 'react';
import { type AnsweredQuestion, type WhoMayEntry, whoMay } from '../../ask/who-may.ts';
import { displayText } from '../../base/display-text.ts';
import type { NodeId } from '../../graph/graph.ts';
import { useWorkspace } from '../../state/workspace-context.ts';
import { AllPoliciesSwitch } from '../coverage/all-policies-switch.tsx';
import { ChevronSummary } from './chevron-summary.tsx';
import type { WhoMaySectionProps } from './who-may-section.tsx';

/** The lists of {@link whoMay}, one for each thing that somebody may do. */
export function WhoMayList({ node, onSelect }: WhoMaySectionProps): ReactElement {
  const { graph, reading } = useWorkspace();
  const answer = useMemo(() => whoMay(graph, node), [graph, node]);
  if (answer.kind === 'not-read') {
    return (
      <div className="mt-1 flex flex-col gap-2 text-muted">
        <p>
          Cannot tell. {answer.why} {answer.call} would tell.
        </p>
        {reading.allPolicies && <AllPoliciesSwitch {...reading.allPolicies} />}
      </div>
    );
  }
  return (
    <div className="mt-1.5 flex flex-col gap-3.5">
      {answer.questions.map((each) => (
        <Question key={each.question.id} answered={each} onSelect={onSelect} />
      ))}
      <div className="flex flex-col gap-1 text-xs text-muted">
        {answer.limits.map((limit) => (
          <p key={limit}>{limit}</p>
        ))}
        {answer.call && <p>{answer.call} would tell the rest.</p>}
      </div>
    </div>
  );
}

interface QuestionProps {
  readonly answered: AnsweredQuestion;
  readonly onSelect: (node: NodeId) => void;
}

function Question({ answered, onSelect }: QuestionProps): ReactElement {
  const { question, may, perhaps } = answered;
  const id = useId();
  const partOf = question.together ? 1 : question.acts.length;
  return (
    <section aria-labelledby={id}>
      <h4 id={id} className="flex items-baseline gap-2 font-semibold">
        {question.title}
        <span className="text-xs font-normal text-muted tabular-nums">{may.length}</span>
      </h4>
      <p className="text-muted">{question.effect}</p>
      <p className="mb-1 text-xs break-words text-muted">
        {question.acts.map((act) => act.action).join(question.together ? ' and ' : ', ')}
      </p>
      {may.length === 0 && perhaps.length === 0 && <p>No user or role that was read.</p>}
      <Entries entries={may} atOnce={AT_ONCE} partOf={partOf} onSelect={onSelect} />
      {perhaps.length > 0 && (
        <details className="group mt-1">
          <ChevronSummary>{`Cannot tell for ${perhaps.length} more`}</ChevronSummary>
          <Entries entries={perhaps} atOnce={perhaps.length} partOf={partOf} onSelect={onSelect} />
        </details>
      )}
    </section>
  );
}

/** As many as one takes in at a glance. */
const AT_ONCE = 8;

interface EntriesProps {
  readonly entries: readonly WhoMayEntry[];
  readonly atOnce: number;
  /** Of how many actions an entry may name a part. */
  readonly partOf: number;
  readonly onSelect: (node: NodeId) => void;
}

function Entries({ entries, atOnce, partOf, onSelect }: EntriesProps): ReactElement | null {
  if (entries.length === 0) return null;
  const list = (some: readonly WhoMayEntry[]) => (
    <ul className="flex flex-col gap-1">
      {some.map((each) => (
        <Entry key={each.arn} entry={each} partOf={partOf} onSelect={onSelect} />
      ))}
    </ul>
  );
  const rest = entries.slice(atOnce);
  return (
    <>
      {list(entries.slice(0, atOnce))}
      {rest.length > 0 && (
        <details className="group mt-1">
          <ChevronSummary>{`${rest.length} more`}</ChevronSummary>
          {list(rest)}
        </details>
      )}
    </>
  );
}

interface EntryProps {
  readonly entry: WhoMayEntry;
  /** Of how many actions an entry may name a part. */
  readonly partOf: number;
  readonly onSelect: (node: NodeId) => void;
}

function Entry({ entry, partOf, onSelect }: EntryProps): ReactElement {
  const { node } = entry;
  const name = displayText(entry.name);
  return (
    <li className="border-l-2 border-line-strong pl-2.5">
      <span className="flex min-h-6 items-center gap-2">
        {node === undefined ? (
          <bdi className="min-w-0 truncate font-medium" title={entry.arn}>
            {name}
          </bdi>
        ) : (
          <button
            type="button"
            onClick={() => onSelect(node)}
            title={entry.arn}
            className="min-h-6 min-w-0 truncate rounded-sm text-left font-medium underline decoration-line-strong underline-offset-2 hover:decoration-current"
          >
            <bdi>{name}</bdi>
          </button>
        )}
        <span className="ml-auto shrink-0 text-xs text-muted">{entry.kind}</span>
      </span>
      {entry.actions.length < partOf && (
        <span className="block text-xs break-words">only {entry.actions.join(', ')}</span>
      )}
      {entry.by.length > 0 && (
        <span className="block text-xs break-words text-muted">
          <bdi>by {displayText(entry.by.join(', '))}</bdi>
        </span>
      )}
      {entry.why && (
        <span className="block text-xs break-words text-muted first-letter:uppercase">
          <bdi>{displayText(entry.why)}</bdi>
        </span>
      )}
    </li>
  );
}
