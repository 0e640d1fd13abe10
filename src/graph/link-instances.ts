import type { AssociationRecord, ProfileReference } from '../inventory/records.ts';
import type { Accounts } from './accounts.ts';
import type { CoverageIndex } from './coverage-index.ts';
import { addEdge, addNode, type Draft } from './draft.ts';
import { findProfile } from './find-profile.ts';
import type { EdgeStatus, InstanceNode, ProfileNode } from './graph.ts';
import { isOver } from './instance-nodes.ts';
import { missingProfile } from './profile-ghost.ts';
import type { ProfileIndex } from './profile-nodes.ts';

/** What a reference of an instance leads to. */
interface Target {
  readonly node: ProfileNode;
  readonly status: EdgeStatus;
  readonly why?: string | undefined;
  readonly joinedBy?: 'id' | 'arn' | 'name' | undefined;
  readonly statedBy: 'instance' | 'association';
  readonly rows: readonly AssociationRecord[];
}

/** Draws `uses` from each instance to the profile it states, and to those that its association rows state. */
export function linkInstances(
  draft: Draft,
  instances: readonly InstanceNode[],
  profiles: ProfileIndex,
  accounts: Accounts,
  coverage: CoverageIndex,
): void {
  for (const instance of instances) {
    addNode(draft, instance);
    if (linkAtOnce(draft, instance, profiles, accounts)) continue;
    const targets = targetsOf(instance, profiles, accounts, coverage);
    for (const target of targets) {
      addNode(draft, target.node);
      const { status, why } = settled(instance, target, targets);
      addEdge(draft, {
        kind: 'uses',
        from: instance.id,
        to: target.node.id,
        status,
        why,
        joinedBy: target.joinedBy,
        statedBy: target.statedBy,
      });
    }
  }
}

/** Nearly every instance: one reference that joins, and no association row that says otherwise. */
function linkAtOnce(
  draft: Draft,
  instance: InstanceNode,
  profiles: ProfileIndex,
  accounts: Accounts,
): boolean {
  const own = instance.record?.IamInstanceProfile;
  if (own === undefined || !instance.associations.every((row) => isSettledOn(own, row))) return false;
  const match = findProfile(own, instance.accountId, profiles, accounts);
  if (match.kind !== 'found') return false;
  addEdge(draft, {
    kind: 'uses',
    from: instance.id,
    to: match.node.id,
    status: 'confirmed',
    joinedBy: match.joinedBy,
    statedBy: 'instance',
  });
  return true;
}

function isSettledOn(own: ProfileReference, row: AssociationRecord): boolean {
  const said = row.IamInstanceProfile;
  return row.State === 'associated' && said !== undefined && said.Arn === own.Arn && said.Id === own.Id;
}

function targetsOf(
  instance: InstanceNode,
  profiles: ProfileIndex,
  accounts: Accounts,
  coverage: CoverageIndex,
): readonly Target[] {
  const own = instance.record?.IamInstanceProfile;
  const targets: Target[] = [];
  const lead = (
    reference: ProfileReference,
    statedBy: Target['statedBy'],
    rows: readonly AssociationRecord[],
  ) => {
    const match = findProfile(reference, instance.accountId, profiles, accounts);
    const target: Target =
      match.kind === 'found'
        ? { node: match.node, status: 'confirmed', joinedBy: match.joinedBy, statedBy, rows }
        : { ...missingProfile(reference, instance.accountId, match, accounts, coverage), statedBy, rows };
    const at = targets.findIndex((each) => each.node.id === target.node.id);
    const there = targets[at];
    if (there === undefined) targets.push(target);
    else targets[at] = { ...there, rows: [...there.rows, ...rows] };
  };

  if (own !== undefined && states(own)) lead(own, 'instance', []);
  for (const row of instance.associations) {
    const said = row.IamInstanceProfile;
    if (said === undefined || !states(said) || row.State === 'disassociated') continue;
    const sameArn = own?.Arn !== undefined && said.Arn === own.Arn && said.Id === undefined;
    lead(sameArn ? own : said, 'association', [row]);
  }
  return targets;
}

function states(reference: ProfileReference): boolean {
  return reference.Arn !== undefined || reference.Id !== undefined || reference.Name !== undefined;
}

const SETTLING: ReadonlySet<string> = new Set(['associating', 'disassociating']);

/** Only a link that would hold can be "changing"; one to a ghost stays broken or unknown, whatever EC2 is doing to it. */
function settled(
  instance: InstanceNode,
  target: Target,
  targets: readonly Target[],
): { readonly status: EdgeStatus; readonly why?: string | undefined } {
  if (target.status === 'broken' && isOver(instance)) {
    return { status: 'unknown', why: `the instance is ${instance.record?.State ?? ''}; ${target.why ?? ''}` };
  }
  if (target.status !== 'confirmed' || isOver(instance)) return { status: target.status, why: target.why };
  const settling = target.rows.find((row) => SETTLING.has(row.State ?? ''));
  if (settling !== undefined) {
    return { status: 'changing', why: `association ${settling.AssociationId} is ${settling.State ?? ''}` };
  }
  const [row] = target.rows;
  if (target.statedBy === 'association' && instance.record !== undefined && row !== undefined) {
    const why = `association ${row.AssociationId} names this profile, the instance itself does not`;
    return { status: 'changing', why };
  }
  const elsewhere = targets.find((each) => each !== target && each.rows.length > 0)?.rows[0];
  if (target.rows.length === 0 && elsewhere !== undefined) {
    return { status: 'changing', why: `association ${elsewhere.AssociationId} names another profile` };
  }
  return { status: 'confirmed' };
}
