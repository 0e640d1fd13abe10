import { type ReactElement, type Ref, useMemo, useRef } from 'react';
import { applyFix } from '../../ask/apply-fix.ts';
import { aboutAnother, readAskForm } from '../../ask/ask-form.ts';
import { checkMarkdown } from '../../ask/ask-markdown.ts';
import type { Check } from '../../ask/check.ts';
import { CHECKS } from '../../ask/checks/registry.ts';
import { checkFixes, runCheck, type StepResult, type StepStatus } from '../../ask/run-check.ts';
import { useWorkspace } from '../../state/workspace-context.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { Select } from '../../ui/select.tsx';
import { AskedFields } from './asked-fields.tsx';
import { fieldsWords } from './fields-words.ts';
import { FixList } from './fix-list.tsx';
import { OtherSide } from './other-side.tsx';
import { ProposedPolicy } from './proposed-policy.tsx';
import type { AskViewProps } from './question-view.tsx';
import { SubjectPicker } from './subject-picker.tsx';
import { TwoColumns } from './two-columns.tsx';

/** All that a service needs of an instance's role, step by step. */
export function CheckView({ form, onChange }: AskViewProps): ReactElement | null {
  const { graph, redaction } = useWorkspace();
  const check = CHECKS.find(({ id }) => id === form.check) ?? CHECKS[0];
  const read = useMemo(
    () => readAskForm(graph, form, { fields: check?.fields ?? [], pairs: [] }, redaction.text),
    [graph, form, check, redaction.text],
  );
  const outcome = useMemo(() => {
    if (check === undefined || read.subject === undefined || !read.fields.ok) return undefined;
    const { subject, pasted, supplied, proposed } = read;
    const input = { subject, values: read.fields.value, pasted, supplied, proposed };
    return { steps: runCheck(graph, check, input), fixes: checkFixes(graph, check, input) };
  }, [graph, check, read]);
  const list = useRef<HTMLElement>(null);
  if (check === undefined) return null;
  const { subject, fields, policyErrors } = read;
  return (
    <TwoColumns
      left={
        <>
          <Select
            label="Checklist"
            tall
            value={check.id}
            options={CHECKS.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(id) => onChange({ check: id })}
          />
          <p className="-mt-2 text-sm text-muted">{check.about}</p>
          <SubjectPicker label="For" subject={subject} onChoose={(about) => onChange(aboutAnother(about))} />
          <AskedFields
            fields={check.fields}
            texts={form.texts}
            problems={fields.ok ? {} : fields.error}
            roleAccount={subject?.role?.accountId}
            onChange={(kind, text) => onChange({ texts: { ...form.texts, [kind]: text } })}
          />
          <OtherSide form={form} fields={check.fields} errors={policyErrors} onChange={onChange} />
          <ProposedPolicy
            text={form.proposed}
            error={policyErrors.proposed}
            onText={(proposed) => onChange({ proposed })}
          />
          <p className="text-sm text-muted">
            The steps follow{' '}
            <a href={check.source} target="_blank" rel="noreferrer" className="text-accent underline">
              {new URL(check.source).host}
            </a>
            .
          </p>
        </>
      }
      right={
        outcome === undefined || subject === undefined ? (
          <div className="flex flex-1 items-center justify-center rounded-lg border border-dashed border-line-strong">
            <EmptyState icon="check" title="The checklist appears here">
              {subject === undefined
                ? 'It waits for an instance, a profile or a role.'
                : fieldsWords(check.fields, form.texts, fields.ok ? {} : fields.error)}
            </EmptyState>
          </div>
        ) : (
          <>
            <Steps
              ref={list}
              check={check}
              steps={outcome.steps}
              markdown={checkMarkdown(check, subject, outcome.steps)}
            />
            {outcome.fixes.length > 0 && (
              <FixList
                fixes={outcome.fixes}
                onApply={(fix) => {
                  onChange(applyFix(form, fix));
                  // The button may go with the fix.
                  list.current?.focus();
                }}
              />
            )}
          </>
        )
      }
    />
  );
}

interface StepsProps {
  readonly ref: Ref<HTMLElement>;
  readonly check: Check;
  readonly steps: readonly StepResult[];
  readonly markdown: string;
}

function Steps({ ref, check, steps, markdown }: StepsProps): ReactElement {
  const count = (status: StepStatus): number => steps.filter((step) => step.status === status).length;
  const advised = steps.filter((step) => step.status === 'fail' && step.advised).length;
  return (
    <section ref={ref} tabIndex={-1} aria-label={check.name} className="flex flex-col gap-2 outline-none">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <output className="text-sm font-semibold">
          {count('pass')} pass · {count('fail')} fail
          {advised > 0 && ` (${advised} not always needed)`} · {count('cannot-tell')} cannot tell
        </output>
        <CopyButton text={markdown} what="checklist as Markdown" label="Copy as Markdown" />
      </div>
      <ol className="flex flex-col divide-y divide-line rounded-lg border border-line">
        {steps.map((step) => (
          <Step key={step.title} step={step} />
        ))}
      </ol>
    </section>
  );
}

function Step({ step }: { readonly step: StepResult }): ReactElement {
  const { status, title, why, copies, advised, source } = step;
  const look = LOOKS[status];
  return (
    <li className="flex items-start gap-3 px-3 py-2 text-sm">
      <Icon name={look.icon} className={`mt-px shrink-0 ${look.mark}`} />
      <div className="flex min-w-0 flex-1 flex-col gap-0.5">
        <p className="font-medium">
          <span className={look.mark}>{look.word}: </span>
          {title}
          {advised && status === 'fail' && (
            <span className="font-normal text-muted"> (not always needed)</span>
          )}
        </p>
        <p className="break-words text-muted">
          {why}{' '}
          <a
            href={source}
            target="_blank"
            rel="noreferrer"
            aria-label={`Why: ${title}`}
            className="text-accent underline"
          >
            Why
          </a>
        </p>
        {copies.length > 0 && (
          <div className="mt-1 flex flex-wrap gap-2">
            {copies.map(({ what, text }) => (
              <CopyButton key={what} text={text} what={what} label={`Copy ${what}`} />
            ))}
          </div>
        )}
      </div>
    </li>
  );
}

const LOOKS: Record<StepStatus, { icon: IconName; mark: string; word: string }> = {
  pass: { icon: 'check', mark: 'text-ok', word: 'Pass' },
  fail: { icon: 'critical', mark: 'text-danger', word: 'Fail' },
  'cannot-tell': { icon: 'unknown', mark: 'text-doubt', word: 'Cannot tell' },
  note: { icon: 'info', mark: 'text-info', word: 'To do' },
};
