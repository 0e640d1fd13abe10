import { bareName, parseArn } from '../base/arn.ts';
import { toArn } from '../inventory/ids.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { Accounts } from './accounts.ts';
import type { CoverageIndex } from './coverage-index.ts';
import { addNode, type Draft } from './draft.ts';
import { findProfile } from './find-profile.ts';
import { namesInError, refusesProfile } from './named-in-error.ts';
import { missingProfile } from './profile-ghost.ts';
import type { ProfileIndex } from './profile-nodes.ts';
import type { RoleIndex } from './role-nodes.ts';

/**
 * Draws the ghost of a profile that a refused launch names and the complete list lacks: nothing else would show what the
 * launch wanted. The name of a role in its place needs no ghost, as the role itself is there.
 */
export function linkFailedLaunches(
  draft: Draft,
  inventory: Inventory,
  profiles: ProfileIndex,
  roles: RoleIndex,
  accounts: Accounts,
  coverage: CoverageIndex,
): void {
  const roleNames = new Set<string>();
  for (const said of inventory.statements) {
    if (said.kind !== 'error' || !refusesProfile(said.text)) continue;
    const value = namesInError(said).profile;
    const parts = value === undefined ? undefined : parseArn(value);
    if (value === undefined || (parts !== undefined && parts.resourceType !== 'instance-profile')) continue;
    const account = accounts.of(said);
    const reference = parts === undefined ? { Name: bareName(value) } : { Arn: toArn(value) };
    const match = findProfile(reference, account, profiles, accounts);
    if (match.kind === 'found') continue;
    const { node } = missingProfile(reference, account, match, accounts, coverage);
    if (roleNames.size === 0) for (const role of roles.nodes.values()) roleNames.add(role.name);
    if (node.ghost?.kind === 'gone' && !roleNames.has(node.name)) addNode(draft, node);
  }
}
