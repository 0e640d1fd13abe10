import { addEdge, addNode, type Draft, toNodeId } from './draft.ts';
import type { EdgeStatus, Ghost, ProfileNode, RoleNode } from './graph.ts';
import type { RoleIndex } from './role-nodes.ts';

/** Draws `holds` from each profile to its role, or to the hole where one should be. */
export function linkRoles(draft: Draft, profiles: readonly ProfileNode[], roles: RoleIndex): void {
  for (const role of roles.nodes.values()) addNode(draft, role);
  for (const profile of profiles) {
    addNode(draft, profile);
    const held = profile.record?.Roles;
    if (held === undefined) linkHole(draft, profile, 'unknown', NOT_SUPPLIED);
    else if (held.length === 0) linkHole(draft, profile, 'broken', EMPTY);
    for (const record of held ?? []) {
      const role = roles.nodeOf(record, profile);
      if (role !== undefined) linkRole(draft, profile, role);
    }
  }
}

const EMPTY: Ghost = { kind: 'empty', why: 'no role in this profile: the instance gets no credentials' };
const NOT_SUPPLIED: Ghost = {
  kind: 'not-loaded',
  why: 'the source does not say which role this profile holds',
};

function linkHole(draft: Draft, profile: ProfileNode, status: EdgeStatus, ghost: Ghost): void {
  const id = toNodeId(`role:in:${profile.id}`);
  addNode(draft, {
    kind: 'role',
    id,
    label: ghost.kind === 'empty' ? 'no role' : 'role not known',
    name: '',
    accountId: profile.accountId,
    partition: profile.partition,
    ghost,
    serviceLinked: false,
  });
  addEdge(draft, { kind: 'holds', from: profile.id, to: id, status, why: ghost.why });
}

function linkRole(draft: Draft, profile: ProfileNode, role: RoleNode): void {
  const { status, why } = trustStatus(role);
  addEdge(draft, {
    kind: 'holds',
    from: profile.id,
    to: role.id,
    status,
    why,
    namesDiffer: profile.name !== role.name,
  });
}

function trustStatus(role: RoleNode): { readonly status: EdgeStatus; readonly why?: string | undefined } {
  switch (role.trust?.answer) {
    case 'yes':
      return { status: 'confirmed' };
    case 'no':
      return { status: 'broken', why: `EC2 may not assume the role: ${role.trust.detail}` };
    case 'cannot-confirm':
      return {
        status: 'unknown',
        why: `nobody can tell whether EC2 may assume the role: ${role.trust.detail}`,
      };
    case undefined:
      return { status: 'unknown', why: 'the trust policy of the role is not known' };
  }
}
