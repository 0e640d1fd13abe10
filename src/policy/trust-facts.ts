import { compareText } from '../base/compare.ts';
import type { JsonValue } from '../base/json.ts';
import { coversAction, type PolicyStatement, readStatements } from './statement.ts';

/** A principal that AWS shows by unique id because the user or role behind it was deleted. */
export interface DeletedPrincipal {
  /** `AROA…` or `AIDA…`, without the session. */
  readonly id: string;
  readonly kind: 'role' | 'user';
  /** As written, with `:session` when there is one. */
  readonly written: string;
  /** Position of the statement, from 0. */
  readonly statement: number;
  readonly effect: 'Allow' | 'Deny';
}

const UNIQUE_ID = /^(AROA|AIDA)[A-Z0-9]{8,}(?=:|$)/;

/**
 * The principal ids in a trust policy. AWS turns the ARN of a principal into its id when the principal is deleted, and never
 * uses the id again: such an entry grants nothing.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-roles
 */
export function deletedPrincipalIds(document: JsonValue | undefined): readonly DeletedPrincipal[] {
  return statementsOf(document).flatMap((statement) =>
    [...(statement.principal?.aws ?? []), ...(statement.notPrincipal?.aws ?? [])].flatMap((written) => {
      const id = UNIQUE_ID.exec(written)?.[0];
      if (id === undefined) return [];
      const kind = id.startsWith('AROA') ? 'role' : 'user';
      return [{ id, kind, written, statement: statement.index, effect: statement.effect } as const];
    }),
  );
}

/** A statement by which anyone in any account may assume the role. */
export interface OpenStatement {
  /** Position of the statement, from 0. */
  readonly statement: number;
  /** The condition keys that narrow it down; empty means that the role is open to the world. */
  readonly conditionKeys: readonly string[];
}

/** The Allow statements whose principal is everyone (`*`, `{"AWS": "*"}`, or all but some). Wide open ones come first. */
export function openToAnyone(document: JsonValue | undefined): readonly OpenStatement[] {
  return statementsOf(document)
    .filter((each) => each.effect === 'Allow' && isEveryone(each) && coversAction(each, 'sts:AssumeRole'))
    .map((each) => ({
      statement: each.index,
      conditionKeys: each.conditions.map((condition) => condition.key),
    }))
    .sort((a, b) => a.conditionKeys.length - b.conditionKeys.length || a.statement - b.statement);
}

/** Every service principal that an Allow statement names, in order, without repeats. */
export function namedServices(document: JsonValue | undefined): readonly string[] {
  const services = statementsOf(document).flatMap((each) =>
    each.effect === 'Allow' ? (each.principal?.services ?? []) : [],
  );
  return [...new Set(services)].sort(compareText);
}

function isEveryone(statement: PolicyStatement): boolean {
  if (statement.principal !== undefined) return statement.principal.anyone;
  return statement.notPrincipal !== undefined && !statement.notPrincipal.anyone;
}

function statementsOf(document: JsonValue | undefined): readonly PolicyStatement[] {
  const statements = readStatements(document);
  return statements.ok ? statements.value : [];
}
