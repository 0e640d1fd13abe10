import type { NodeId, RoleNode } from '../graph/graph.ts';
import { decodeDocument } from '../policy/decode-document.ts';
import type { TrustVerdict } from '../policy/trust-verdict.ts';
import { canonical } from './canonical.ts';
import { added, changed, removed } from './change-words.ts';
import { policiesOf, policyDifferences } from './compare-policies.ts';
import type { ChainChange } from './comparison.ts';
import type { Difference } from './difference.ts';
import type { GapList } from './gap-list.ts';
import { fatesOf, type Side } from './presence.ts';

/**
 * What became of each role that is in a chain on either side: appeared, went away, was made again under its name, or what it
 * trusts, may do and is bound by. Only what both sides were told is compared.
 */
export function compareRoles(
  earlier: Side,
  later: Side,
  inChains: ReadonlySet<NodeId>,
  gaps: GapList,
): readonly ChainChange[] {
  const policies = { earlier: policiesOf(earlier), later: policiesOf(later) };
  return fatesOf((graph) => graph.byKind.role, earlier, later)
    .filter(({ thing }) => inChains.has(thing.id) && !isHole(thing))
    .flatMap(({ thing: role, was, is }): readonly ChainChange[] => {
      if (was.is === 'there' && is.is === 'there') {
        return changed(is.node, { role: role.id }, { role: role.id }, [
          ...differencesOf(was.node, is.node),
          ...policyDifferences(policies.earlier(was.node), policies.later(is.node)),
        ]);
      }
      if (was.is === 'there') {
        if (is.is === 'unknown') return gaps.add(is.gap, role);
        return [removed(was.node, { role: role.id }, 'is gone')];
      }
      if (is.is !== 'there') return [];
      if (was.is === 'unknown') return gaps.add(was.gap, role);
      return [added(is.node, { role: role.id }, 'is new')];
    });
}

/** Not a role, but the place where one is missing. */
function isHole(role: RoleNode): boolean {
  return role.ghost !== undefined && role.arn === undefined;
}

function differencesOf(before: RoleNode, after: RoleNode): readonly Difference[] {
  const all = [remade(before, after), trust(before, after), boundary(before, after)];
  return all.filter((each) => each !== undefined);
}

/** Copies of different times may carry both ids: then nobody can tell which is newer. */
function remade(before: RoleNode, after: RoleNode): Difference | undefined {
  const [was, is] = [before.roleId, after.roleId];
  if (was === undefined || is === undefined || was === is) return undefined;
  const mixed = [...(before.otherRoleIds ?? []), ...(after.otherRoleIds ?? [])];
  return mixed.includes(was) || mixed.includes(is)
    ? undefined
    : { kind: 'role-remade', before: was, after: is };
}

function trust(before: RoleNode, after: RoleNode): Difference | undefined {
  const [was, is] = [before.trust, after.trust];
  if (was === undefined || is === undefined || isUnread(was) || isUnread(is)) return undefined;
  if (was.answer !== is.answer) {
    const detail = is.answer === 'yes' ? undefined : is.detail;
    return { kind: 'trust', before: was.answer, after: is.answer, detail };
  }
  const [old, fresh] = [documentOf(before), documentOf(after)];
  return old === undefined || fresh === undefined || old === fresh ? undefined : { kind: 'trust-policy' };
}

function isUnread(verdict: TrustVerdict): boolean {
  return (
    verdict.answer === 'cannot-confirm' &&
    (verdict.reason === 'not-supplied' || verdict.reason === 'unreadable')
  );
}

function documentOf(role: RoleNode): string | undefined {
  const decoded = decodeDocument(role.record?.AssumeRolePolicyDocument);
  return decoded.ok ? canonical(decoded.value) : undefined;
}

/** A boundary that is absent means none only on a record that would have it. */
function boundary(before: RoleNode, after: RoleNode): Difference | undefined {
  if (before.record?.details !== 'full' || after.record?.details !== 'full') return undefined;
  const was = before.record.PermissionsBoundary?.PermissionsBoundaryArn;
  const is = after.record.PermissionsBoundary?.PermissionsBoundaryArn;
  return was === is ? undefined : { kind: 'boundary', before: policyName(was), after: policyName(is) };
}

function policyName(arn: string | undefined): string | undefined {
  return arn?.split('/').pop();
}
