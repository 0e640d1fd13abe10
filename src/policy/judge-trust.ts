import type { JsonValue } from '../base/json.ts';
import { weighConditions } from './condition.ts';
import { ec2Spelling, isRegionalEc2, type ServiceSpelling } from './ec2-service.ts';
import { coversAction, type PolicyStatement, type PrincipalSet, readStatements } from './statement.ts';
import type { TrustNote, TrustRefusal, TrustVerdict } from './trust-verdict.ts';

/** What a trust is judged against. */
export interface TrustContext {
  /** `aws`, `aws-cn`, `aws-us-gov`, `aws-iso`…: unknown ones count as the first. */
  readonly partition: string;
  /** ISO 8601: what "in the past" means in a date condition. Without it such conditions stay undecided. */
  readonly asOf?: string | undefined;
  /** The account of the role, which is also that of every instance that EC2 assumes it for. */
  readonly accountId?: string | undefined;
}

/** What EC2 does to hand credentials to an instance. */
const ASSUME = 'sts:AssumeRole';

/**
 * May EC2 of a partition assume a role with this trust policy? Takes the document in any form that AWS hands out, and never
 * throws. A wildcard principal under Allow isn't the EC2 service; under Deny it covers everyone, services included.
 */
export function judgeTrust(document: JsonValue | undefined, context: TrustContext): TrustVerdict {
  if (document === undefined || document === null) {
    return { answer: 'cannot-confirm', reason: 'not-supplied', detail: 'no trust policy was supplied' };
  }
  const statements = readStatements(document);
  if (!statements.ok) return { answer: 'cannot-confirm', reason: 'unreadable', detail: statements.error };
  const allowed = judgeAllows(statements.value, context);
  if (allowed.answer === 'no') return allowed;
  return judgeDenies(statements.value, context) ?? allowed;
}

/** What one Allow statement says, from best to worst. */
const RANK = ['yes', 'undecided', 'condition-never-met', 'wrong-action', 'wrong-partition'] as const;

interface Reading {
  readonly kind: (typeof RANK)[number];
  readonly statement: PolicyStatement;
  readonly detail: string;
  readonly spellings: ReadonlySet<ServiceSpelling>;
}

function judgeAllows(statements: readonly PolicyStatement[], context: TrustContext): TrustVerdict {
  const readings = statements.flatMap((statement) => {
    const reading = statement.effect === 'Allow' ? readAllow(statement, context) : undefined;
    return reading === undefined ? [] : [reading];
  });
  const best = RANK.map((kind) => readings.find((each) => each.kind === kind)).find(
    (each) => each !== undefined,
  );
  if (best === undefined)
    return { answer: 'no', reason: 'ec2-not-named', detail: notNamed(statements, context) };
  const statement = best.statement.index;
  switch (best.kind) {
    case 'yes':
      return { answer: 'yes', statement, note: noteOf(readings, context) };
    case 'undecided':
      return { answer: 'cannot-confirm', reason: 'condition-undecided', statement, detail: best.detail };
    default: {
      const reason: TrustRefusal = best.kind;
      return { answer: 'no', reason, statement, detail: best.detail };
    }
  }
}

function readAllow(statement: PolicyStatement, context: TrustContext): Reading | undefined {
  if (statement.notPrincipal !== undefined && statement.principal === undefined) {
    return readAllowAllBut(statement, statement.notPrincipal, context);
  }
  const spellings = spellingsOf(statement.principal, context);
  if (spellings.size === 0) return undefined;
  const reading = (kind: Reading['kind'], detail: string): Reading => ({
    kind,
    statement,
    detail,
    spellings,
  });
  if (spellings.size === 1 && spellings.has('wrong-partition')) {
    const written = statement.principal?.services.filter(
      (each) => ec2Spelling(each, context.partition) !== 'not-ec2',
    );
    return reading(
      'wrong-partition',
      `${written?.join(', ') ?? ''} is not EC2 in partition ${context.partition}`,
    );
  }
  if (!coversAction(statement, ASSUME)) {
    return reading(
      'wrong-action',
      `the statement that names EC2 ${actionsInWords(statement)}, not ${ASSUME}`,
    );
  }
  if (statement.unreadable !== undefined) {
    return reading('undecided', `the ${statement.unreadable} of the statement that names EC2 cannot be read`);
  }
  const outcome = weighConditions(statement.conditions, context);
  switch (outcome.kind) {
    case 'met':
      return reading('yes', '');
    case 'never':
      return reading('condition-never-met', outcome.detail);
    case 'undecided':
      return reading('undecided', outcome.detail);
  }
}

function readAllowAllBut(
  statement: PolicyStatement,
  excluded: PrincipalSet,
  context: TrustContext,
): Reading | undefined {
  if (excluded.anyone || spellingsOf(excluded, context).size > 0 || !coversAction(statement, ASSUME))
    return undefined;
  const detail =
    'a statement allows everyone but some (NotPrincipal), and AWS does not say whether that means EC2 too';
  return { kind: 'undecided', statement, detail, spellings: new Set() };
}

/** Conditional Denies that EC2 surely escapes don't count; those that may catch it do. */
function judgeDenies(
  statements: readonly PolicyStatement[],
  context: TrustContext,
): TrustVerdict | undefined {
  let doubt: TrustVerdict | undefined;
  for (const statement of statements) {
    if (statement.effect !== 'Deny' || !denyCoversEc2(statement, context)) continue;
    const at = statement.index;
    if (statement.unreadable !== undefined) {
      doubt ??= denyUndecided(at, `a Deny covers EC2, and its ${statement.unreadable} cannot be read`);
      continue;
    }
    const outcome = weighConditions(statement.conditions, context);
    if (outcome.kind === 'never') continue;
    if (outcome.kind === 'met' && !outcome.byAbsence) {
      const detail = `a Deny ${statement.conditions.length === 0 ? 'without condition' : 'whose condition EC2 meets'} covers EC2`;
      return { answer: 'no', reason: 'denied', statement: at, detail };
    }
    const keys = statement.conditions.map((each) => each.key).join(', ');
    const why =
      outcome.kind === 'undecided'
        ? outcome.detail
        : `its condition on ${keys} also matches when the key is missing, as it is in a call by EC2`;
    doubt ??= denyUndecided(at, `a Deny may cover EC2: ${why}`);
  }
  return doubt;
}

function denyUndecided(statement: number, detail: string): TrustVerdict {
  return { answer: 'cannot-confirm', reason: 'deny-undecided', statement, detail };
}

function denyCoversEc2(statement: PolicyStatement, context: TrustContext): boolean {
  if (!coversAction(statement, ASSUME)) return false;
  const { principal, notPrincipal } = statement;
  if (principal !== undefined) return principal.anyone || namesEc2(principal, context);
  if (notPrincipal !== undefined) return !notPrincipal.anyone && !namesEc2(notPrincipal, context);
  return false;
}

function namesEc2(principal: PrincipalSet, context: TrustContext): boolean {
  const spellings = spellingsOf(principal, context);
  return spellings.size > (spellings.has('wrong-partition') ? 1 : 0);
}

function spellingsOf(
  principal: PrincipalSet | undefined,
  context: TrustContext,
): ReadonlySet<ServiceSpelling> {
  const spellings = new Set<ServiceSpelling>();
  for (const service of principal?.services ?? []) {
    const spelling = ec2Spelling(service, context.partition);
    if (spelling !== 'not-ec2') spellings.add(spelling);
  }
  return spellings;
}

function noteOf(readings: readonly Reading[], context: TrustContext): TrustNote | undefined {
  const spellings = new Set<ServiceSpelling>();
  for (const reading of readings) {
    if (reading.kind === 'yes') for (const spelling of reading.spellings) spellings.add(spelling);
  }
  if (context.partition === 'aws-cn' && !(spellings.has('usual') && spellings.has('china')))
    return 'china-one-spelling';
  return spellings.has('legacy') && !spellings.has('usual') ? 'legacy-spelling' : undefined;
}

function notNamed(statements: readonly PolicyStatement[], context: TrustContext): string {
  const allows = statements.filter((each) => each.effect === 'Allow');
  const services = [...new Set(allows.flatMap((each) => each.principal?.services ?? []))].sort();
  const regional = services.find(isRegionalEc2);
  if (regional !== undefined) return `${regional} is a regional name; EC2 assumes roles as ec2.amazonaws.com`;
  if (services.length > 0) return `it trusts ${services.join(', ')}, not ${expected(context)}`;
  if (allows.some((each) => each.principal?.anyone === true)) {
    return `it trusts any AWS principal ("*"), which does not name the EC2 service`;
  }
  const others = allows.flatMap((each) => [
    ...(each.principal?.aws ?? []),
    ...(each.principal?.federated ?? []),
  ]);
  if (others.length === 0) return `no statement allows ${expected(context)}`;
  const more = others.length > 1 ? ` and ${others.length - 1} more` : '';
  return `it trusts ${others[0] ?? ''}${more}, not the service ${expected(context)}`;
}

function expected(context: TrustContext): string {
  return context.partition === 'aws-cn' ? 'ec2.amazonaws.com or ec2.amazonaws.com.cn' : 'ec2.amazonaws.com';
}

function actionsInWords(statement: PolicyStatement): string {
  if (statement.actions !== undefined) return `allows ${statement.actions.join(', ') || 'no action'}`;
  if (statement.notActions !== undefined) return `allows all but ${statement.notActions.join(', ')}`;
  return 'names no action';
}
