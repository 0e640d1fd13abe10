import type { ReactElement } from 'react';
import type { Action, ActionContext, ActionGroup } from '../../actions/action.ts';
import { ACTIONS } from '../../actions/registry.ts';
import type { IconName } from '../../ui/icon.tsx';
import { Menu, type MenuEntry, type MenuProps } from '../../ui/menu.tsx';

export interface ActionMenuProps {
  readonly label: string;
  readonly trigger: MenuProps['trigger'];
  readonly groups: readonly ActionGroup[];
  readonly context: ActionContext;
  /** Entries that are no actions, such as the colours, below the others. */
  readonly more?: MenuProps['groups'];
}

/** The actions of some groups behind one button. */
export function ActionMenu({ label, trigger, groups, context, more = [] }: ActionMenuProps): ReactElement {
  const listed = groups.map((group) => ({
    entries: ACTIONS.filter((action) => action.group === group && isListed(action, context)).map((action) =>
      entryOf(action, context),
    ),
  }));
  const filled = [...listed, ...more].filter(({ entries }) => entries.length > 0);
  return <Menu label={label} trigger={trigger} groups={filled} />;
}

function isListed(action: Action, context: ActionContext): boolean {
  if (HIDDEN.has(action.id)) return false;
  return !AT_TIMES.has(action.id) || action.enabled(context);
}

/** What makes no sense to choose from a menu, or has buttons of its own on every screen. */
const HIDDEN: ReadonlySet<string> = new Set([
  'clear-selection',
  'find',
  'show-graph',
  'show-table',
  'show-findings',
]);

/** What belongs to a comparison, a sign-in or a read under way: greyed out, it would only be in the way of the others. */
const AT_TIMES: ReadonlySet<string> = new Set([
  'only-changes',
  'close-folds',
  'stop-comparing',
  'export-changes-csv',
  'export-changes-markdown',
  'refresh',
  'cancel-reading',
  'show-files',
  'open-accounts',
  'sign-out',
  'sign-out-of-issuer',
]);

function entryOf(action: Action, context: ActionContext): MenuEntry {
  return {
    id: action.id,
    label: action.label,
    icon: ACTION_ICONS[action.id],
    keys: action.keys,
    checked: action.active?.(context),
    disabled: !action.enabled(context),
    onSelect: () => action.run(context),
  };
}

/** Pictures for actions, by id; one without is drawn without. */
export const ACTION_ICONS: Readonly<Record<string, IconName>> = {
  'open-palette': 'search',
  find: 'search',
  ask: 'unknown',
  'only-broken': 'wire-broken',
  'only-changes': 'filter',
  'clear-filter': 'filter',
  'show-graph': 'graph',
  'show-table': 'table',
  'show-findings': 'findings',
  'clear-selection': 'close',
  'close-folds': 'minus',
  'show-policies': 'file',
  compare: 'columns',
  'stop-comparing': 'close',
  refresh: 'refresh',
  'cancel-reading': 'stop',
  'open-files': 'folder',
  'paste-output': 'file',
  'show-files': 'info',
  'export-picture': 'picture',
  'copy-ticket': 'copy',
  'export-chains-csv': 'table',
  'export-findings-csv': 'findings',
  'export-changes-csv': 'table',
  'export-changes-markdown': 'file',
  'save-snapshot': 'file',
  'copy-link': 'link',
  'toggle-redaction': 'eye-off',
  'open-help': 'keyboard',
  'ask-for-access': 'account',
  'ask-for-file': 'file',
  'open-accounts': 'key',
  'sign-out': 'sign-out',
  'sign-out-of-issuer': 'sign-out',
  'clear-picture': 'trash',
};
