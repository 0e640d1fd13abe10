import type { CoverageEntry } from '../inventory/coverage.ts';
import type { InventoryPart } from '../inventory/inventory.ts';
import type { RolePoliciesRecord } from '../inventory/records.ts';
import { ALL_POLICIES, type ReadRequest } from './live-calls.ts';

/** What is known when the reads of policies are planned. */
export interface PolicyInput {
  /** How a read ended; `undefined` while it runs or when it was not made. */
  readonly endOf: (request: ReadRequest) => CoverageEntry | undefined;
  /** The pages of a read, so far. */
  readonly partsOf: (request: ReadRequest) => readonly InventoryPart[];
  /** Roles whose policies a person asked for, by name. */
  readonly askedPolicies: readonly string[];
  readonly allPolicies: boolean;
}

/**
 * The reads of the policies of the roles that a person asked for: two lists for each role, then each inline document, and of
 * each managed policy, boundaries included, its default version and that version's document. What is attached to several
 * roles, and what the read of all policies has brought, is not read again.
 */
export function policyReads(input: PolicyInput): readonly ReadRequest[] {
  const bulk = bulkOf(input);
  const lists = input.askedPolicies.map((role) => listsOf(role, bulk, input));
  const arns = new Set(lists.flatMap((list) => list.managed).filter((arn) => !bulk.documents.has(arn)));
  return [...lists.flatMap((list) => list.requests), ...[...arns].flatMap((arn) => managedReads(arn, input))];
}

/** What the read of all policies has brought, if it came to its end. */
interface Bulk {
  readonly roles: ReadonlyMap<string, RolePoliciesRecord>;
  readonly boundaries: ReadonlyMap<string, string>;
  readonly documents: ReadonlySet<string>;
}

const NO_BULK: Bulk = { roles: new Map(), boundaries: new Map(), documents: new Set() };

function bulkOf(input: PolicyInput): Bulk {
  const wanted = input.allPolicies && input.askedPolicies.length > 0;
  if (!wanted || input.endOf(ALL_POLICIES)?.status !== 'complete') return NO_BULK;
  const parts = input.partsOf(ALL_POLICIES);
  return {
    roles: new Map(
      parts.flatMap((part) => part.rolePolicies ?? []).map((record) => [record.RoleName, record]),
    ),
    boundaries: boundariesIn(parts),
    documents: new Set(
      parts.flatMap((part) => part.managedPolicies ?? []).flatMap((policy) => policy.PolicyArn ?? []),
    ),
  };
}

interface Lists {
  readonly requests: readonly ReadRequest[];
  /** ARNs of the attached policies and the boundary. */
  readonly managed: readonly string[];
}

function listsOf(role: string, bulk: Bulk, { partsOf }: PolicyInput): Lists {
  const known = bulk.roles.get(role);
  if (known !== undefined) {
    return { requests: [], managed: [...attachedIn([known]), ...present(bulk.boundaries.get(role))] };
  }
  const attached: ReadRequest = { call: 'iam:ListAttachedRolePolicies', resource: role };
  const inline: ReadRequest = { call: 'iam:ListRolePolicies', resource: role };
  const names = new Set(recordsIn(partsOf(inline)).flatMap((record) => record.InlinePolicyNames ?? []));
  const boundary = boundariesIn(partsOf({ call: 'iam:GetRole', resource: role })).get(role);
  return {
    requests: [
      attached,
      inline,
      ...Array.from(names, (detail) => ({ call: 'iam:GetRolePolicy', resource: role, detail }) as const),
    ],
    managed: [...attachedIn(recordsIn(partsOf(attached))), ...present(boundary)],
  };
}

function managedReads(resource: string, { partsOf }: PolicyInput): readonly ReadRequest[] {
  const policy: ReadRequest = { call: 'iam:GetPolicy', resource };
  const version = partsOf(policy).flatMap((part) => part.managedPolicies ?? [])[0]?.VersionId;
  return version === undefined
    ? [policy]
    : [policy, { call: 'iam:GetPolicyVersion', resource, detail: version }];
}

function recordsIn(parts: readonly InventoryPart[]): readonly RolePoliciesRecord[] {
  return parts.flatMap((part) => part.rolePolicies ?? []);
}

function attachedIn(records: readonly RolePoliciesRecord[]): readonly string[] {
  return records.flatMap((record) => (record.AttachedPolicies ?? []).map((policy) => policy.PolicyArn));
}

function boundariesIn(parts: readonly InventoryPart[]): ReadonlyMap<string, string> {
  return new Map(
    parts
      .flatMap((part) => part.roles ?? [])
      .flatMap(({ RoleName, PermissionsBoundary }) => {
        const arn = PermissionsBoundary?.PermissionsBoundaryArn;
        return arn === undefined ? [] : [[RoleName, arn] as const];
      }),
  );
}

function present<Item>(item: Item | undefined): readonly Item[] {
  return item === undefined ? [] : [item];
}
