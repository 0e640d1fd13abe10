import type { AccessRequest, DecidingStatement } from './access-verdict.ts';
import { coversArn, exceptsArn, hasMisplacedVariable } from './arn-pattern.ts';
import { plainText, type ResolvedText, resolveVariables } from './policy-variable.ts';
import { coversAction, keyName, type PolicyStatement } from './statement.ts';
import { testCondition } from './test-condition.ts';
import { all, any, not, type Truth } from './truth.ts';

/** A statement that speaks of what a request asks for, or may. */
export interface WeighedStatement {
  readonly from: DecidingStatement['from'];
  readonly policy: string;
  readonly statement: PolicyStatement;
  /** Whether it covers the resource of the request. */
  readonly covers: Truth;
  /** Whether its conditions hold. */
  readonly condition: Truth;
  /** Both. */
  readonly holds: Truth;
  /** Condition keys that nobody knows, as the policy spells them, when they are why it's undecided. */
  readonly missing: readonly string[];
}

/** Weighs one statement, its principal aside; `undefined` when it says nothing of the request. */
export function weighStatement(
  statement: PolicyStatement,
  from: DecidingStatement['from'],
  policy: string,
  request: AccessRequest,
): WeighedStatement | undefined {
  if (!coversAction(statement, request.action)) return undefined;
  const covers = weighResource(statement, request);
  if (covers === 'no') return undefined;
  const tests = statement.conditions.map((condition) => ({
    condition,
    truth: testCondition(condition, request.context.get(keyName(condition)), (text) =>
      resolve(statement, text, request),
    ),
  }));
  const condition = statement.unreadable === undefined ? all(tests.map((each) => each.truth)) : 'unknown';
  const missing =
    condition === 'unknown'
      ? tests
          .filter((each) => each.truth === 'unknown')
          .flatMap((each) => missingOf([...each.condition.values], statement, request, each.condition.key))
      : [];
  return {
    from,
    policy,
    statement,
    covers,
    condition,
    holds: all([covers, condition]),
    missing: [
      ...missing,
      ...(covers === 'unknown' ? missingOf(resourcesOf(statement), statement, request) : []),
    ],
  };
}

/** A statement of a resource policy may leave its resource out, and means the one that it's on. */
function weighResource(statement: PolicyStatement, request: AccessRequest): Truth {
  const { resources, notResources } = statement;
  if (resources !== undefined) return coveredBy(statement, resources, request, coversArn);
  if (notResources !== undefined) return not(coveredBy(statement, notResources, request, exceptsArn));
  return 'yes';
}

function coveredBy(
  statement: PolicyStatement,
  patterns: readonly string[],
  request: AccessRequest,
  match: typeof coversArn,
): Truth {
  return any(
    patterns.map((pattern) => {
      const covers = match(resolve(statement, pattern, request), request.resource);
      return covers === 'yes' && statement.variables && hasMisplacedVariable(pattern) ? 'unknown' : covers;
    }),
  );
}

function resolve(statement: PolicyStatement, text: string, request: AccessRequest): ResolvedText {
  if (!statement.variables) return plainText(text);
  return resolveVariables(text, (key) => request.context.get(key.toLowerCase()));
}

function missingOf(
  texts: readonly string[],
  statement: PolicyStatement,
  request: AccessRequest,
  key?: string,
): readonly string[] {
  const own = key !== undefined && !request.context.has(key.toLowerCase()) ? [key] : [];
  const inside = texts.flatMap((text) => {
    const resolved = resolve(statement, text, request);
    return resolved.kind === 'unknown' ? resolved.keys : [];
  });
  return [...own, ...inside];
}

function resourcesOf(statement: PolicyStatement): readonly string[] {
  return statement.resources ?? statement.notResources ?? [];
}
