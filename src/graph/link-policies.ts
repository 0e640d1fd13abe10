import { compareText } from '../base/compare.ts';
import { groupBy } from '../base/index-by.ts';
import type { CallName } from '../inventory/calls.ts';
import type { CoverageEntry } from '../inventory/coverage.ts';
import type { AccountId, Arn } from '../inventory/ids.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { RolePoliciesRecord } from '../inventory/records.ts';
import type { Accounts } from './accounts.ts';
import { addEdge, addNode, type Draft, toNodeId } from './draft.ts';
import type { Ghost, PolicyNode, RoleNode } from './graph.ts';
import { bareManagedPolicy, inlinePolicyId, managedPolicyId, managedPolicyNodes } from './policy-nodes.ts';
import type { RoleIndex } from './role-nodes.ts';

/**
 * Draws `has` from each role to its managed and inline policies, and `bounds` to its permissions boundary. A policy whose
 * document didn't come is a ghost that says why; so is what a list that was refused or cut short would have told.
 */
export function linkPolicies(draft: Draft, inventory: Inventory, roles: RoleIndex, accounts: Accounts): void {
  const reads = readsOf(inventory, accounts);
  const managed = managedPolicyNodes(inventory, accounts);
  for (const node of managed.values()) addNode(draft, withReason(node, reads));
  const bare = new Set<string>();
  const link = (kind: 'has' | 'bounds', role: RoleNode, PolicyArn: Arn, PolicyName?: string) => {
    const id = managedPolicyId(PolicyArn, accounts);
    if (!managed.has(id) && !bare.has(id)) {
      bare.add(id);
      addNode(draft, withReason(bareManagedPolicy(id, { PolicyArn, PolicyName }, accounts, NOT_READ), reads));
    }
    addEdge(draft, { kind, from: role.id, to: id, status: 'confirmed' });
  };

  const named = groupBy(roles.nodes.values(), (role) => role.name);
  const rolesOf = (name: string, accountId: AccountId | undefined) =>
    (named.get(name) ?? []).filter(
      (role) => accountId === undefined || role.accountId === undefined || role.accountId === accountId,
    );
  for (const record of inventory.rolePolicies) {
    for (const role of rolesOf(record.RoleName, accounts.of(record))) {
      for (const policy of record.AttachedPolicies ?? []) {
        link('has', role, policy.PolicyArn, policy.PolicyName);
      }
      linkInline(draft, role, record, reads);
    }
  }
  for (const role of roles.nodes.values()) {
    const boundary = role.record?.PermissionsBoundary?.PermissionsBoundaryArn;
    if (boundary !== undefined) link('bounds', role, boundary);
  }
  for (const entry of reads.brokenLists) {
    for (const role of rolesOf(entry.resource ?? '', accounts.of(entry))) linkHole(draft, role, entry);
  }
}

const NOT_READ: Ghost = { kind: 'not-loaded', why: 'its document was not read' };

function linkInline(draft: Draft, role: RoleNode, record: RolePoliciesRecord, reads: Reads): void {
  const documents = new Map((record.InlinePolicies ?? []).map((each) => [each.PolicyName, each]));
  for (const name of new Set([...documents.keys(), ...(record.InlinePolicyNames ?? [])])) {
    const document = documents.get(name)?.PolicyDocument;
    const node: PolicyNode = {
      kind: 'policy',
      type: 'inline',
      id: inlinePolicyId(role.id, name),
      label: name,
      name,
      accountId: role.accountId,
      partition: role.partition,
      role: role.id,
      document,
      origin: record.origin,
      ghost:
        document === undefined
          ? ghostOf(reads.of('iam:GetRolePolicy', role.accountId, role.name, name))
          : undefined,
    };
    addNode(draft, node);
    addEdge(draft, { kind: 'has', from: role.id, to: node.id, status: 'confirmed' });
  }
}

/** One hole for a role, whichever of its lists is broken. */
function linkHole(draft: Draft, role: RoleNode, entry: CoverageEntry): void {
  const ghost = ghostOf(entry);
  const id = toNodeId(`policy:of:${role.id}`);
  addNode(draft, {
    kind: 'policy',
    type: 'unknown',
    id,
    label: 'policies not known',
    name: '',
    accountId: role.accountId,
    partition: role.partition,
    role: role.id,
    ghost,
  });
  addEdge(draft, { kind: 'has', from: role.id, to: id, status: 'unknown', why: ghost.why });
}

function withReason(node: PolicyNode, reads: Reads): PolicyNode {
  if (node.ghost === undefined || node.arn === undefined) return node;
  const entry =
    reads.of('iam:GetPolicyVersion', node.accountId, node.arn) ??
    reads.of('iam:GetPolicy', node.accountId, node.arn);
  return entry === undefined ? node : { ...node, ghost: ghostOf(entry) };
}

/** The reads of policies that did not bring what they were made for. */
interface Reads {
  readonly of: (
    call: CallName,
    accountId: AccountId | undefined,
    resource: string,
    detail?: string,
  ) => CoverageEntry | undefined;
  /** Lists of a role's policies, in order. */
  readonly brokenLists: readonly CoverageEntry[];
}

const DOCUMENTS: ReadonlySet<CallName> = new Set<CallName>([
  'iam:GetPolicy',
  'iam:GetPolicyVersion',
  'iam:GetRolePolicy',
]);
const LISTS: ReadonlySet<CallName> = new Set<CallName>([
  'iam:ListAttachedRolePolicies',
  'iam:ListRolePolicies',
]);

function readsOf(inventory: Inventory, accounts: Accounts): Reads {
  const broken = inventory.coverage
    .filter(isBroken)
    .map((entry) => ({ entry, text: JSON.stringify(entry) }))
    .sort((a, b) => compareText(a.entry.call, b.entry.call) || compareText(a.text, b.text))
    .map(({ entry }) => entry);
  const documents = groupBy(
    broken.filter((entry) => DOCUMENTS.has(entry.call)),
    (entry) => `${entry.call} ${entry.resource}`,
  );
  return {
    of: (call, accountId, resource, detail) =>
      documents.get(`${call} ${resource}`)?.find((entry) => {
        const owner = accounts.of(entry);
        const here = accountId === undefined || owner === undefined || owner === accountId;
        return here && (detail === undefined || entry.detail === undefined || entry.detail === detail);
      }),
    brokenLists: broken.filter((entry) => LISTS.has(entry.call) && !isPending(entry)),
  };
}

function isBroken({ call, status, resource }: CoverageEntry): boolean {
  return status !== 'complete' && resource !== undefined && (DOCUMENTS.has(call) || LISTS.has(call));
}

/** Not asked yet, or on its way: nothing went wrong. */
function isPending(entry: CoverageEntry): boolean {
  return entry.reason?.kind === 'running' || (entry.status === 'not-asked' && entry.reason === undefined);
}

function ghostOf(entry: CoverageEntry | undefined): Ghost {
  if (entry === undefined) return NOT_READ;
  const { call } = entry;
  if (entry.status === 'denied') return { kind: 'denied', why: `not readable: ${call} is denied` };
  if (entry.reason?.kind === 'running')
    return { kind: 'not-loaded', why: `not loaded yet: ${call} is running` };
  if (entry.reason?.kind === 'cancelled')
    return { kind: 'not-loaded', why: `not loaded: ${call} was cancelled` };
  return { kind: 'not-loaded', why: `not loaded: ${call} failed` };
}
