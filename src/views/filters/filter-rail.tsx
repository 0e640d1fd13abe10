import type { ReactElement } from 'react';
import { useWorkspace } from '../../state/workspace-context.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { StateWords } from '../table/state-words.tsx';
import { ChoiceGroup } from './choice-group.tsx';
import { isFiltered } from './is-filtered.ts';
import { UnreadRegions } from './unread-regions.tsx';

/** What to show, with how many chains each choice would show. The same filter holds for graph, table and findings. */
export function FilterRail(): ReactElement {
  const { view, graph, facets, commands, chains, shownChains, inventory, accountNames, comparison } =
    useWorkspace();
  const { filter } = view;
  return (
    <div className="flex flex-col gap-4 px-4 py-3">
      <fieldset>
        <legend className="heading-caps mb-1">Show</legend>
        {comparison && (
          <Checkbox
            checked={filter.onlyChanges === true}
            trailing={facets.changed}
            onChange={(on) => commands.filter({ onlyChanges: on ? true : undefined })}
          >
            Only changes
          </Checkbox>
        )}
        <Checkbox
          checked={filter.onlyBroken}
          trailing={facets.broken}
          onChange={(onlyBroken) => commands.filter({ onlyBroken })}
        >
          Only broken chains
        </Checkbox>
        <Checkbox
          checked={filter.onlyNamesDiffer}
          trailing={facets.namesDiffer}
          onChange={(onlyNamesDiffer) => commands.filter({ onlyNamesDiffer })}
        >
          Names differ
        </Checkbox>
        <Checkbox
          checked={filter.onlyUnused}
          trailing={facets.unused}
          onChange={(onlyUnused) => commands.filter({ onlyUnused })}
        >
          Unused
        </Checkbox>
        <Checkbox
          checked={filter.withTerminated}
          trailing={facets.terminated}
          onChange={(withTerminated) => commands.filter({ withTerminated })}
        >
          Terminated too
        </Checkbox>
      </fieldset>
      {(graph.byKind.policy.length > 0 || view.policies) && (
        <fieldset>
          <legend className="heading-caps mb-1">Draw</legend>
          <Checkbox
            checked={view.policies === true}
            trailing={graph.byKind.policy.length}
            onChange={commands.showPolicies}
          >
            Policies of roles
          </Checkbox>
        </fieldset>
      )}
      <ChoiceGroup
        heading="Region"
        choices={facets.regions}
        chosen={filter.regions}
        onChange={(regions) => commands.filter({ regions })}
      >
        <UnreadRegions coverage={inventory.coverage} listed={facets.regions} />
      </ChoiceGroup>
      <ChoiceGroup
        heading="State"
        choices={facets.states}
        chosen={filter.states}
        label={stateLabel}
        onChange={(states) => commands.filter({ states })}
      />
      {(facets.accounts.length > 1 || filter.accounts.length > 0) && (
        <ChoiceGroup
          heading="Account"
          choices={facets.accounts}
          label={(id) => accountNames.get(id) ?? id}
          chosen={filter.accounts}
          onChange={(accounts) => commands.filter({ accounts })}
        />
      )}
      {isFiltered(filter) && (
        <div className="flex flex-col items-start gap-1">
          <p className="text-sm text-muted tabular-nums">
            {shownChains.length} of {chains.length} chains
          </p>
          <Button size="small" icon="close" onClick={commands.clearFilter}>
            Clear all
          </Button>
        </div>
      )}
    </div>
  );
}

function stateLabel(state: string): ReactElement {
  return <StateWords state={state} />;
}
