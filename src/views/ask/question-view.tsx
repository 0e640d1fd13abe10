import { type ReactElement, useMemo, useRef } from 'react';
import { answerQuestion } from '../../ask/answer.ts';
import { applyFix } from '../../ask/apply-fix.ts';
import { type AskForm, aboutAnother, readAskForm } from '../../ask/ask-form.ts';
import { answerMarkdown } from '../../ask/ask-markdown.ts';
import { awsAnswer, disagreements } from '../../ask/aws-verdict.ts';
import { fixesFor } from '../../ask/fixes.ts';
import { QUESTIONS } from '../../ask/questions.ts';
import { subjectWords } from '../../ask/subject.ts';
import { useWorkspace } from '../../state/workspace-context.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Select } from '../../ui/select.tsx';
import { AskedFields } from './asked-fields.tsx';
import { AwsPanel } from './aws-panel.tsx';
import { ContextForm } from './context-form.tsx';
import { fieldsWords } from './fields-words.ts';
import { FixList } from './fix-list.tsx';
import { NotSeen } from './not-seen.tsx';
import { OtherSide } from './other-side.tsx';
import { PairList } from './pair-list.tsx';
import { ProposedPolicy } from './proposed-policy.tsx';
import { SubjectPicker } from './subject-picker.tsx';
import { TwoColumns } from './two-columns.tsx';
import { shownResults, useAwsVerdict } from './use-aws-verdict.ts';
import { VerdictBox } from './verdict-box.tsx';

export interface AskViewProps {
  readonly form: AskForm;
  readonly onChange: (change: Partial<AskForm>) => void;
}

/** "Can this instance do that?", answered by AWS where somebody is signed in, and by the policies that were read. */
export function QuestionView({ form, onChange }: AskViewProps): ReactElement | null {
  const { graph, reading, redaction } = useWorkspace();
  const [fallback] = QUESTIONS;
  const question = QUESTIONS.find(({ id }) => id === form.question) ?? fallback;
  const asked = question ?? NOTHING;
  const read = useMemo(
    () => readAskForm(graph, form, asked, redaction.text),
    [graph, form, asked, redaction.text],
  );
  // AWS knows things by their real names.
  const plain = useMemo(() => readAskForm(graph, form, asked, (text) => text), [graph, form, asked]);
  const { subject, pairs, fields, policyErrors } = read;
  const answer = useMemo(() => {
    if (subject === undefined || !read.fields.ok) return undefined;
    const { pasted, supplied, proposed } = read;
    return answerQuestion(graph, {
      subject,
      pairs: read.pairs,
      values: read.fields.value,
      pasted,
      supplied,
      proposed,
    });
  }, [graph, read, subject]);
  const role = subject?.role;
  const asking = useAwsVerdict(
    reading.simulate,
    role && role.ghost === undefined && pairs.length > 0
      ? { role: role.id, pairs: plain.pairs, supplied: plain.supplied }
      : undefined,
  );
  const outcome = asking?.state.kind === 'answered' ? asking.state.outcome : undefined;
  const results = outcome?.ok ? shownResults(outcome.results, plain.pairs, pairs, redaction.text) : [];
  const aws = outcome?.ok && subject ? awsAnswer(pairs, results, subjectWords(subject)) : undefined;

  const missing = [
    ...new Set([
      ...Object.keys(form.context),
      ...(aws?.missingContext ?? []),
      ...(answer?.missingContext ?? []),
    ]),
  ];
  const verdict = useRef<HTMLElement>(null);
  const fixes = answer && role ? fixesFor(answer.pairs, role) : [];

  return (
    <TwoColumns
      left={
        <>
          <SubjectPicker label="Can" subject={subject} onChoose={(about) => onChange(aboutAnother(about))} />
          <Select
            label="Do what?"
            tall
            value={asked.id}
            options={QUESTIONS.map(({ id, label }) => ({ value: id, label }))}
            onChange={(id) => onChange({ question: id })}
          />
          <AskedFields
            fields={asked.fields}
            texts={form.texts}
            problems={fields.ok ? {} : fields.error}
            roleAccount={subject?.role?.accountId}
            onChange={(kind, text) => onChange({ texts: { ...form.texts, [kind]: text } })}
          />
          <OtherSide form={form} fields={asked.fields} errors={policyErrors} onChange={onChange} />
          <ProposedPolicy
            text={form.proposed}
            error={policyErrors.proposed}
            onText={(proposed) => onChange({ proposed })}
          />
          <p className="text-sm text-muted">
            Actions by{' '}
            <a href={asked.source} target="_blank" rel="noreferrer" className="text-accent underline">
              AWS documentation
            </a>
            .
          </p>
        </>
      }
      right={
        answer === undefined || role === undefined ? (
          <Waiting
            noRole={subject !== undefined && role === undefined}
            noSubject={subject === undefined}
            fields={fields.ok ? '' : fieldsWords(asked.fields, form.texts, fields.error)}
          />
        ) : (
          <>
            {asking && (
              <AwsPanel
                asking={asking}
                answer={aws}
                results={results}
                disagree={disagreements(answer.pairs, results)}
                partition={role.partition ?? 'aws'}
              />
            )}
            <section
              ref={verdict}
              tabIndex={-1}
              aria-label="Answer by the policies that were read"
              className="flex flex-col gap-2 outline-none"
            >
              <VerdictBox
                answer={answer.overall}
                by={
                  read.proposed
                    ? 'By the policies that were read and the proposed one'
                    : 'By the policies that were read'
                }
                sentence={answer.sentence}
              />
              <PairList role={role} answers={answer.pairs} decisions={outcome?.ok ? results : undefined} />
              <div className="flex flex-wrap justify-end gap-2">
                {answer.roleUnread && reading.readPolicies && (
                  <Button size="small" icon="search" onClick={() => reading.readPolicies?.(role.id)}>
                    Read the role's policies
                  </Button>
                )}
                <CopyButton
                  text={answerMarkdown(answer)}
                  what="answer as Markdown"
                  label="Copy as Markdown"
                />
              </div>
            </section>
            {missing.length > 0 && (
              <ContextForm
                keys={missing}
                values={form.context}
                onChange={(key, value) => onChange({ context: { ...form.context, [key]: value } })}
              />
            )}
            {fixes.length > 0 && (
              <FixList
                fixes={fixes}
                onApply={(fix) => {
                  onChange(applyFix(form, fix));
                  // The button may go with the fix.
                  verdict.current?.focus();
                }}
              />
            )}
            <NotSeen notSeen={answer.notSeen} commands={answer.commands} />
          </>
        )
      }
    />
  );
}

const NOTHING = { id: '', source: '', fields: [], pairs: [] } as const;

function Waiting(props: {
  readonly noRole: boolean;
  readonly noSubject: boolean;
  /** What is the matter with the fields. */
  readonly fields: string;
}): ReactElement {
  return (
    <div className="flex flex-1 items-center justify-center rounded-lg border border-dashed border-line-strong">
      <EmptyState icon="unknown" title="The answer appears here">
        {props.noSubject
          ? 'It waits for an instance, a profile or a role.'
          : props.noRole
            ? 'There is no role to ask about: the chain ends before one.'
            : props.fields}
      </EmptyState>
    </div>
  );
}
