import type { Failure } from '../session/explain-failure.ts';

/** What AWS is to decide: whether a role may do these actions. */
export interface SimulationRequest {
  readonly roleArn: string;
  readonly pairs: readonly { readonly action: string; readonly resource: string }[];
  readonly context: readonly SimulatedKey[];
}

/** A condition key with the values that the simulated requests carry. */
export interface SimulatedKey {
  readonly key: string;
  readonly type: SimulatedType;
  readonly values: readonly string[];
}

/** IAM API `ContextKeyTypeEnum`. */
export type SimulatedType =
  | 'string'
  | 'stringList'
  | 'numeric'
  | 'numericList'
  | 'boolean'
  | 'booleanList'
  | 'ip'
  | 'ipList'
  | 'binary'
  | 'binaryList'
  | 'date'
  | 'dateList';

/** IAM API `PolicyEvaluationDecisionType`; `unknown` stands for a word that AWS may add. */
export type SimulatedDecision = 'allowed' | 'explicitDeny' | 'implicitDeny' | 'unknown';

/** AWS's verdict on one action on one resource. */
export interface SimulatedResult {
  readonly action: string;
  readonly resource: string;
  readonly decision: SimulatedDecision;
  readonly matched: readonly MatchedStatement[];
  /** Condition keys that the policies test and the request did not carry. */
  readonly missingContext: readonly string[];
  /** What each kind of policy says for itself, where AWS tells. */
  readonly details: readonly { readonly policyType: string; readonly decision: SimulatedDecision }[];
  readonly allowedByBoundary?: boolean | undefined;
  /** By the service control policies of the account's organization. */
  readonly allowedByOrganization?: boolean | undefined;
}

/** A statement that decided, by where it stands in its policy's text. */
export interface MatchedStatement {
  /** AWS's name of the policy: for an inline one `role_NAME_POLICY`. */
  readonly policyId: string;
  /** IAM API `PolicySourceType`. */
  readonly policyType: string;
  /** From 1. */
  readonly line?: number | undefined;
}

/** How asking AWS ended. */
export type SimulationOutcome =
  | {
      readonly ok: true;
      readonly results: readonly SimulatedResult[];
      readonly requests: number;
      /** Why results may be missing, in words. */
      readonly cutOff?: string | undefined;
    }
  | { readonly ok: false; readonly failure: Failure };
