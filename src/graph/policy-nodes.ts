import { arnPartition, bareName, parseArn } from '../base/arn.ts';
import { groupBy } from '../base/index-by.ts';
import { compareAge, filledFrom, newest } from '../inventory/choose-record.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { ManagedPolicyRecord } from '../inventory/records.ts';
import type { Accounts } from './accounts.ts';
import { toNodeId } from './draft.ts';
import type { Ghost, NodeId, PolicyNode } from './graph.ts';

/** The node of a managed policy, by its ARN: one for all roles that it is attached to. */
export function managedPolicyId(arn: string, accounts: Accounts): NodeId {
  return toNodeId(`policy:${isOfAws(arn) ? arn : accounts.arnKey(arn)}`);
}

/** The node of an inline policy, which belongs to its role alone. */
export function inlinePolicyId(role: NodeId, name: string): NodeId {
  return toNodeId(`policy:${role}:${name}`);
}

/** Whether AWS keeps the policy, for all accounts alike. */
function isOfAws(arn: string): boolean {
  return parseArn(arn)?.account === 'aws';
}

/** Managed policies whose records came, by the id of their node. */
export function managedPolicyNodes(
  inventory: Inventory,
  accounts: Accounts,
): ReadonlyMap<NodeId, PolicyNode> {
  const groups = groupBy(inventory.managedPolicies, (record) =>
    record.PolicyArn === undefined
      ? toNodeId(`policy:${record.PolicyName ?? record.origin.label}:${record.VersionId ?? ''}`)
      : managedPolicyId(record.PolicyArn, accounts),
  );
  const nodes = new Map<NodeId, PolicyNode>();
  for (const [id, records] of groups) {
    const record = inForce(records);
    if (record !== undefined) nodes.set(id, managedPolicyNode(id, record, accounts));
  }
  return nodes;
}

/** A managed policy of which nothing but name and ARN is known. */
export function bareManagedPolicy(
  id: NodeId,
  policy: Pick<ManagedPolicyRecord, 'PolicyArn' | 'PolicyName'>,
  accounts: Accounts,
  ghost: Ghost | undefined,
): PolicyNode {
  const arn = policy.PolicyArn;
  const name = policy.PolicyName || (arn && bareName(arn)) || 'managed policy';
  const ofAws = arn !== undefined && isOfAws(arn);
  return {
    kind: 'policy',
    type: ofAws ? 'aws-managed' : 'customer-managed',
    id,
    label: name,
    name,
    accountId: ofAws ? undefined : accounts.of({}, arn),
    partition: arn === undefined ? undefined : arnPartition(arn),
    arn,
    ghost,
  };
}

function managedPolicyNode(id: NodeId, record: ManagedPolicyRecord, accounts: Accounts): PolicyNode {
  const { Document, VersionId } = record;
  const ghost: Ghost | undefined =
    Document === undefined ? { kind: 'not-loaded', why: 'its document was not read' } : undefined;
  const node = bareManagedPolicy(id, record, accounts, ghost);
  const accountId = node.type === 'aws-managed' ? undefined : accounts.of(record, record.PolicyArn);
  return { ...node, accountId, document: Document, versionId: VersionId, origin: record.origin };
}

/** Of several versions the default one counts; of records of that version the newest, filled from the others. */
function inForce(records: readonly ManagedPolicyRecord[]): ManagedPolicyRecord | undefined {
  const [first, ...rest] = records.filter((record) => record.IsDefaultVersion !== false);
  if (first === undefined) {
    const [any] = records;
    return any && { ...any, Document: undefined, VersionId: undefined };
  }
  const best = newest([first, ...rest]);
  const others = [first, ...rest]
    .filter((each) => each !== best && each.VersionId === best.VersionId)
    .sort((a, b) => compareAge(b, a));
  return filledFrom(best, others);
}
