import type { ReactElement } from 'react';
import { SEVERITIES } from '../../export/severities.ts';
import type { Severity } from '../../findings/finding.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Select } from '../../ui/select.tsx';
import { SEVERITY_LOOK } from '../../ui/severity-badge.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { FilteredFindings, FindingFilter } from './finding-filter.ts';

const ANY_RULE = '*';

export interface FindingsToolbarProps {
  readonly filter: FindingFilter;
  readonly filtered: FilteredFindings;
  readonly onChange: (change: Partial<FindingFilter>) => void;
  /** Opens the box for what an instance says. */
  readonly onPaste: () => void;
  readonly onSaveCsv: () => void;
  readonly onSaveMarkdown: () => void;
}

/** Which findings to show, and how to take them along. */
export function FindingsToolbar(props: FindingsToolbarProps): ReactElement {
  const { filter, filtered, onChange } = props;
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-x-2 gap-y-1.5 border-b border-line bg-panel px-4 py-1.5">
      <fieldset className="flex gap-1">
        <legend className="sr-only">Severity</legend>
        {SEVERITIES.map(({ severity }) => (
          <SeverityToggle
            key={severity}
            severity={severity}
            count={filtered.counts[severity]}
            on={filter.severities.has(severity)}
            onToggle={() => onChange({ severities: toggled(filter.severities, severity) })}
          />
        ))}
      </fieldset>
      <span className="ml-auto flex items-center gap-1 sm:order-last">
        <Button icon="link" kind="bare" onClick={props.onPaste}>
          <span className="max-sm:sr-only">Compare with an instance</span>
        </Button>
        <Menu
          label="Save findings"
          trigger={
            <Button icon="download" kind="bare">
              <span className="max-sm:sr-only">Save</span>
            </Button>
          }
          groups={[
            {
              entries: [
                {
                  id: 'markdown',
                  label: 'Markdown, for a ticket',
                  icon: 'file',
                  onSelect: props.onSaveMarkdown,
                },
                { id: 'csv', label: 'CSV, for a spreadsheet', icon: 'table', onSelect: props.onSaveCsv },
              ],
            },
          ]}
        />
      </span>
      <Select
        label="Rule"
        hideLabel
        className="w-56 max-sm:w-40"
        value={filter.rule ?? ANY_RULE}
        options={[
          { value: ANY_RULE, label: 'All rules' },
          ...filtered.rules.map(({ rule, title, count }) => ({ value: rule, label: `${title} (${count})` })),
        ]}
        onChange={(rule) => onChange({ rule: rule === ANY_RULE ? undefined : rule })}
      />
      <TextField
        label="Search in findings"
        hideLabel
        type="search"
        placeholder="Search in findings"
        className="min-w-32 flex-1 sm:max-w-72"
        value={filter.search}
        onChange={(event) => onChange({ search: event.currentTarget.value })}
      />
    </div>
  );
}

interface SeverityToggleProps {
  readonly severity: Severity;
  readonly count: number;
  readonly on: boolean;
  readonly onToggle: () => void;
}

function SeverityToggle({ severity, count, on, onToggle }: SeverityToggleProps): ReactElement {
  const look = SEVERITY_LOOK[severity];
  return (
    <button
      type="button"
      aria-pressed={on}
      onClick={onToggle}
      className={`inline-flex h-7 items-center gap-1.5 rounded-md border px-2 text-sm ${
        on ? 'border-accent bg-accent-tint' : 'border-line hover:border-control-line'
      } ${count === 0 ? 'text-muted' : ''}`}
    >
      <Icon name={look.icon} size={14} className={count === 0 ? 'text-ghost' : look.text} />
      <span className="max-sm:sr-only">{look.word}</span>
      <span className="text-muted tabular-nums">{count}</span>
    </button>
  );
}

function toggled(set: ReadonlySet<Severity>, severity: Severity): ReadonlySet<Severity> {
  const next = new Set(set);
  if (!next.delete(severity)) next.add(severity);
  return next;
}
