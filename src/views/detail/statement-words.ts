import type { PolicyCondition, PolicyStatement, PrincipalSet } from '../../policy/statement.ts';

/** One line of a statement in words: `may` → `ec2.amazonaws.com`. */
export interface StatementLine {
  readonly label: string;
  readonly values: readonly string[];
}

/** A statement of a trust policy, line by line: who, what, when. */
export function statementLines(statement: PolicyStatement): readonly StatementLine[] {
  const lines: StatementLine[] = [];
  if (statement.principal) lines.push({ label: 'Who', values: principalWords(statement.principal) });
  if (statement.notPrincipal) {
    lines.push({ label: 'All but', values: principalWords(statement.notPrincipal) });
  }
  if (statement.actions) lines.push({ label: 'Action', values: statement.actions });
  if (statement.notActions) lines.push({ label: 'Any action but', values: statement.notActions });
  for (const condition of statement.conditions) {
    lines.push({ label: 'Only if', values: [conditionWords(condition)] });
  }
  if (statement.unreadable) lines.push({ label: 'Not readable', values: [statement.unreadable] });
  return lines;
}

function principalWords(principal: PrincipalSet): readonly string[] {
  return [
    ...(principal.anyone ? ['anyone (*)'] : []),
    ...principal.services,
    ...principal.aws,
    ...principal.federated,
    ...principal.canonicalUsers,
  ];
}

function conditionWords(condition: PolicyCondition): string {
  return `${condition.key} ${condition.written} ${condition.values.join(' or ')}`;
}
