import type { JsonValue } from '../base/json.ts';
import { andList } from './and-list.ts';
import { inWords } from './condition.ts';
import { type PolicyStatement, type PrincipalSet, readStatements } from './statement.ts';

/** One statement of a trust policy for people. */
export interface TrustSentence {
  /** Position in the document, from 0; `undefined` when the document can't be read. */
  readonly statement?: number | undefined;
  readonly effect?: 'Allow' | 'Deny' | undefined;
  readonly sentence: string;
}

/** The trust policy in sentences: `ec2.amazonaws.com may assume the role; no conditions.` One a statement, in order. */
export function describeTrust(document: JsonValue | undefined): readonly TrustSentence[] {
  if (document === undefined || document === null) return [{ sentence: 'No trust policy was supplied.' }];
  const statements = readStatements(document);
  if (!statements.ok) return [{ sentence: `The trust policy cannot be read: ${statements.error}.` }];
  if (statements.value.length === 0)
    return [{ sentence: 'The trust policy has no statement, so nobody may assume the role.' }];
  return statements.value.map((each) => ({
    statement: each.index,
    effect: each.effect,
    sentence: sentenceOf(each),
  }));
}

function sentenceOf(statement: PolicyStatement): string {
  const who = whoOf(statement);
  const may = statement.effect === 'Allow' ? 'may' : 'must not';
  return `${who} ${may} ${actionOf(statement)}; ${conditionsOf(statement)}.`;
}

function whoOf(statement: PolicyStatement): string {
  if (statement.principal !== undefined) return principalsOf(statement.principal);
  if (statement.notPrincipal !== undefined) return `Everyone except ${principalsOf(statement.notPrincipal)}`;
  return 'Nobody (no principal is named)';
}

function principalsOf(principal: PrincipalSet): string {
  const names = [
    ...(principal.anyone ? ['anyone (*)'] : []),
    ...principal.services,
    ...principal.aws.map((each) => (/^\d{12}$/.test(each) ? `account ${each}` : each)),
    ...principal.federated.map((each) => `identities of ${each}`),
    ...principal.canonicalUsers.map((each) => `canonical user ${each}`),
  ];
  return names.length === 0 ? 'nobody' : andList(names);
}

function actionOf(statement: PolicyStatement): string {
  const { actions, notActions } = statement;
  if (actions?.length === 1 && actions[0]?.toLowerCase() === 'sts:assumerole') return 'assume the role';
  if (actions !== undefined) return `do ${andList(actions, 'nothing')} on the role`;
  if (notActions !== undefined) return `do anything but ${andList(notActions, 'nothing')} on the role`;
  return 'do nothing (no action is named)';
}

function conditionsOf(statement: PolicyStatement): string {
  if (statement.unreadable !== undefined) return `its ${statement.unreadable} cannot be read`;
  if (statement.conditions.length === 0) return 'no conditions';
  return `only if ${andList(statement.conditions.map(inWords))}`;
}
