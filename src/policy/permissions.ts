import { parseArn } from '../base/arn.ts';
import type { JsonValue } from '../base/json.ts';
import { coversAction, coversResource, keyName, type PolicyStatement, readStatements } from './statement.ts';

/** Whether permission policies let their owner do something. */
export type Permission =
  | 'allowed'
  /** Only under a condition, which the documents alone don't decide. */
  | 'conditional'
  | 'denied'
  /** No statement speaks for it. */
  | 'not-allowed';

/**
 * What the statements of one identity say of an action, on a resource if one is given. A Deny wins; a conditional one makes
 * an Allow conditional. Boundaries, SCPs and resource policies are another matter.
 */
export function allowsAction(
  statements: readonly PolicyStatement[],
  action: string,
  resource?: string,
): Permission {
  const covering = statements.filter(
    (each) => coversAction(each, action) && (resource === undefined || coversResource(each, resource)),
  );
  const allows = covering.filter((each) => each.effect === 'Allow');
  const denies = covering.filter((each) => each.effect === 'Deny');
  if (denies.some((each) => isPlain(each) && (resource !== undefined || coversResource(each, '*'))))
    return 'denied';
  if (allows.length === 0) return 'not-allowed';
  return denies.length === 0 && allows.some(isPlain) ? 'allowed' : 'conditional';
}

/** Whether the statements give every action on every resource without condition, as AdministratorAccess does. */
export function isAdministrator(statements: readonly PolicyStatement[]): boolean {
  return statements.some(
    (each) =>
      each.effect === 'Allow' &&
      isPlain(each) &&
      (each.actions?.some((action) => action === '*' || action === '*:*') ?? false) &&
      (each.resources?.includes('*') ?? false),
  );
}

/** Whether a managed policy is AWS's own AdministratorAccess, in whatever partition. */
export function isAdministratorPolicy(policyArn: string): boolean {
  const parts = parseArn(policyArn);
  return parts?.account === 'aws' && parts.resourceType === 'policy' && parts.name === 'AdministratorAccess';
}

/** A statement that lets its owner pass roles. */
export interface PassRoleGrant {
  /** Position of the statement, from 0. */
  readonly statement: number;
  readonly resources: readonly string[];
  /** The values of `iam:PassedToService`; `undefined` when the grant doesn't ask for the service. */
  readonly services?: readonly string[] | undefined;
}

/** The Allow statements for iam:PassRole, with the services to which roles may be passed. */
export function passRoleGrants(statements: readonly PolicyStatement[]): readonly PassRoleGrant[] {
  return statements
    .filter((each) => each.effect === 'Allow' && coversAction(each, 'iam:PassRole'))
    .map((each) => {
      const tests = each.conditions.filter(
        (condition) => keyName(condition) === 'iam:passedtoservice' && !condition.operator.includes('not'),
      );
      return {
        statement: each.index,
        resources: each.resources ?? [],
        services: tests.length === 0 ? undefined : tests.flatMap((test) => test.values),
      };
    });
}

/** The statements of several documents as one list; documents that nobody can read are left out and counted. */
export function statementsOfAll(documents: readonly (JsonValue | undefined)[]): {
  readonly statements: readonly PolicyStatement[];
  readonly unreadable: number;
} {
  const read = documents.map(readStatements);
  return {
    statements: read.flatMap((each) => (each.ok ? each.value : [])),
    unreadable: read.filter((each) => !each.ok).length,
  };
}

function isPlain(statement: PolicyStatement): boolean {
  return statement.conditions.length === 0 && statement.unreadable === undefined;
}
