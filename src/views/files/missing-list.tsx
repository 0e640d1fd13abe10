import type { ReactElement } from 'react';
import { groupedAccount } from '../../base/account-id.ts';
import { type MissingRead, missingReads } from '../../files/missing-reads.ts';
import { callFacts } from '../../inventory/calls.ts';
import type { Inventory } from '../../inventory/inventory.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { ChevronSummary } from '../detail/chevron-summary.tsx';
import { CodeBlock } from '../findings/code-block.tsx';

/** What else would tell more, with the commands to run; those without which chains are missing come first. */
export function MissingList({ inventory }: { readonly inventory: Inventory }): ReactElement {
  const missing = missingReads(inventory);
  const many = new Set(missing.map(({ accountId }) => accountId)).size > 1;
  const chains = missing.filter(({ need }) => need === 'chains');
  const depth = missing.filter(({ need }) => need === 'depth');
  return (
    <section aria-label="Still missing" className="flex flex-col gap-2">
      <div className="flex items-center gap-3">
        <h3 className="heading-caps flex-1">Still missing for a full answer</h3>
        {missing.length > 1 && (
          <CopyButton
            text={missing.map(({ command }) => command).join('\n')}
            what="all commands"
            label="Copy all commands"
          />
        )}
      </div>
      {missing.length === 0 ? (
        <p>Nothing: the files hold all that Rolewire reads.</p>
      ) : (
        <p className="text-muted">
          Run these with the account’s credentials, and add the files that they save.
        </p>
      )}
      {chains.length > 0 && <Reads title="For the chains" reads={chains} many={many} />}
      {depth.length > 0 && (
        <details className="group" open={chains.length === 0}>
          <ChevronSummary>
            {chains.length === 0
              ? 'To know more about them'
              : `${depth.length} more, to know more about them`}
          </ChevronSummary>
          <div className="pl-5">
            <Reads reads={depth} many={many} />
          </div>
        </details>
      )}
    </section>
  );
}

function Reads(props: {
  readonly title?: string;
  readonly reads: readonly MissingRead[];
  readonly many: boolean;
}): ReactElement {
  return (
    <div className="flex flex-col gap-1.5">
      {props.title && <h4 className="font-semibold">{props.title}</h4>}
      <ul className="flex flex-col gap-2.5">
        {props.reads.map((read) => (
          <li key={`${read.call} ${read.accountId ?? ''}`}>
            <p>
              {sentence(read)}
              {props.many && read.accountId && (
                <span className="text-muted"> Account {groupedAccount(read.accountId)}.</span>
              )}
            </p>
            <CodeBlock what={`commands for ${callFacts(read.call).brings}`} text={read.command} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function sentence({ brings, regions, status }: MissingRead): string {
  const start = brings.charAt(0).toUpperCase() + brings.slice(1);
  const where =
    regions.length === 0
      ? ''
      : regions.length > 3
        ? ` of ${regions.length} regions`
        : ` of ${regions.join(', ')}`;
  return `${start}${where}: ${STATUS[status]}.`;
}

const STATUS: Readonly<Record<MissingRead['status'], string>> = {
  'not-asked': 'not in the files',
  partial: 'not all of them are in the files',
  denied: 'AWS denied the call',
  failed: 'the call failed',
};
