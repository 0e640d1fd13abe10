import type { Brand } from '../base/brand.ts';
import type { JsonValue } from '../base/json.ts';
import type { AccountId, Arn, Region } from '../inventory/ids.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type {
  AssociationRecord,
  AutoScalingGroupRecord,
  EnvironmentRecord,
  InstanceProfileRecord,
  InstanceRecord,
  LaunchConfigurationRecord,
  LaunchTemplateVersionRecord,
  RecordOrigin,
  RoleRecord,
} from '../inventory/records.ts';
import type { TrustVerdict } from '../policy/trust-verdict.ts';
import type { CoverageIndex } from './coverage-index.ts';

/** Stable across reads of the same account: built from AWS ids, never from positions. Safe to keep in the address. */
export type NodeId = Brand<'NodeId'>;
/** `<from>><to>`, with the kind in front. */
export type EdgeId = Brand<'EdgeId'>;

/**
 * Something referred to but not found. Three different things, never mixed, plus the hole that an empty profile leaves.
 * `why` is a sentence's end for the node: "deleted: made again as another id".
 */
export type Ghost =
  | { readonly kind: 'gone'; readonly why: string; readonly remadeAs?: NodeId | undefined }
  | { readonly kind: 'denied'; readonly why: string }
  | { readonly kind: 'not-loaded'; readonly why: string }
  | { readonly kind: 'empty'; readonly why: string };

interface NodeBase {
  readonly id: NodeId;
  /** Bare name or Name tag, for people. */
  readonly label: string;
  readonly accountId?: AccountId | undefined;
  readonly partition?: string | undefined;
  readonly region?: Region | undefined;
  readonly arn?: Arn | undefined;
  readonly ghost?: Ghost | undefined;
}

export interface InstanceNode extends NodeBase {
  readonly kind: 'instance';
  /** Absent when only an association or a statement speaks of the instance. */
  readonly record?: InstanceRecord | undefined;
  readonly instanceId: string;
  /** Every association row of this instance, in order of id. */
  readonly associations: readonly AssociationRecord[];
}

export interface ProfileNode extends NodeBase {
  readonly kind: 'profile';
  readonly name: string;
  readonly profileId?: string | undefined;
  readonly record?: InstanceProfileRecord | undefined;
}

export interface RoleNode extends NodeBase {
  readonly kind: 'role';
  readonly name: string;
  readonly roleId?: string | undefined;
  /** The richest record known; of two equally rich the one from `ListRoles`, as the copy in a profile may be older. */
  readonly record?: RoleRecord | undefined;
  /** May EC2 of this partition assume it? Absent for ghosts. */
  readonly trust?: TrustVerdict | undefined;
  readonly serviceLinked: boolean;
  /** Ids that other copies of the same ARN carry, in order: the copies are of different times, or the role was made again. */
  readonly otherRoleIds?: readonly string[] | undefined;
}

/** What launches instances and names a profile for them. */
export interface SourceNode extends NodeBase {
  readonly kind: 'launch-template' | 'launch-configuration' | 'auto-scaling-group' | 'environment';
  readonly record?:
    | LaunchTemplateVersionRecord
    | LaunchConfigurationRecord
    | AutoScalingGroupRecord
    | EnvironmentRecord
    | undefined;
  /** Launch templates: which of the two versions that launches take by themselves this one is. */
  readonly isDefault?: boolean | undefined;
  readonly isLatest?: boolean | undefined;
}

/** A user or role that acts on the chain (launches, passes a role). Drawn only when a finding is about it. */
export interface PrincipalNode extends NodeBase {
  readonly kind: 'principal';
}

/** What a role may do, or the boundary of what it may do. A fan-out of a role and no link of its chain. */
export interface PolicyNode extends NodeBase {
  readonly kind: 'policy';
  /** `unknown` stands for what a list that couldn't be read would have told. */
  readonly type: 'aws-managed' | 'customer-managed' | 'inline' | 'unknown';
  /** Empty when unknown. */
  readonly name: string;
  /** The role that an inline policy belongs to. */
  readonly role?: NodeId | undefined;
  /** In any form that `decodeDocument` takes; absent when it wasn't read. Of a managed policy that of the default version. */
  readonly document?: JsonValue | undefined;
  readonly versionId?: string | undefined;
  readonly origin?: RecordOrigin | undefined;
}

/** What a finding may be about besides links of a chain. Never drawn as a node of the picture. */
export interface ScopeNode extends NodeBase {
  readonly kind: 'account' | 'region';
}

export type GraphNode =
  | InstanceNode
  | ProfileNode
  | RoleNode
  | SourceNode
  | PrincipalNode
  | PolicyNode
  | ScopeNode;
export type NodeKind = GraphNode['kind'];

/** What AWS said of a link: it holds, it is broken, it is changing, or nobody can tell. */
export type EdgeStatus = 'confirmed' | 'broken' | 'changing' | 'unknown';

export interface GraphEdge {
  readonly id: EdgeId;
  /**
   * `uses` instance → profile · `holds` profile → role · `names` launch template, configuration or environment → profile ·
   * `launches` Auto Scaling group → template or configuration · `passes` principal → role ·
   * `has` role → policy that gives it permissions · `bounds` role → its permissions boundary.
   */
  readonly kind: 'uses' | 'holds' | 'names' | 'launches' | 'passes' | 'has' | 'bounds';
  readonly from: NodeId;
  readonly to: NodeId;
  readonly status: EdgeStatus;
  /** A sentence's end that says why the status isn't `confirmed`. */
  readonly why?: string | undefined;
  /** On `holds`: the profile and its role have different names, which AWS allows. */
  readonly namesDiffer?: boolean | undefined;
  /** On `uses` and `names`: how the join was made. */
  readonly joinedBy?: 'id' | 'arn' | 'name' | undefined;
  /** On `uses`: who says so; `association` when only an association row does and the instance itself doesn't. */
  readonly statedBy?: 'instance' | 'association' | undefined;
}

/** A list for every kind, be it empty. */
export type NodesByKind = { readonly [Kind in NodeKind]: readonly (GraphNode & { readonly kind: Kind })[] };

/** Everything known, linked. Records are reached through the nodes; lookups are Maps, built once. */
export interface Graph {
  readonly inventory: Inventory;
  readonly nodes: ReadonlyMap<NodeId, GraphNode>;
  /** The nodes of each kind, in order of id. */
  readonly byKind: NodesByKind;
  /** In order of the node that they start from, then of id. */
  readonly edges: readonly GraphEdge[];
  readonly outgoing: ReadonlyMap<NodeId, readonly GraphEdge[]>;
  readonly incoming: ReadonlyMap<NodeId, readonly GraphEdge[]>;
  readonly coverage: CoverageIndex;
  /**
   * Links of an earlier read that hold no more, where two reads are compared, by the ids of this graph. They are drawn and lit,
   * but no lookup gives them, save for what starts at a node that only the earlier read has.
   */
  readonly former?: readonly GraphEdge[] | undefined;
}
