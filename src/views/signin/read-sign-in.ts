import { assertNever } from '../../base/assert-never.ts';
import { fail, ok, type Result } from '../../base/result.ts';
import type { StsCredentials } from '../../session/pasted-credentials.ts';
import type { AccountRequest } from '../../session/sts/role-request.ts';
import {
  durationOf,
  readMfaForm,
  readRoleForm,
  readSamlResponse,
  readTokenRole,
} from '../../state/role-form.ts';
import type { SignInRequest } from '../../state/sign-in-request.ts';
import { credentialsIn, fieldProblems } from './credential-fields.ts';
import type { SignInProblems, SignInTexts } from './form-texts.ts';

export type How = SignInRequest['how'];

/** What is chosen beside the text fields. */
export interface SignInChoices {
  readonly how: How;
  readonly limited: boolean;
  /** Presets that are ticked; with them the role fields may be left out. */
  readonly accounts: readonly AccountRequest[];
  readonly anotherRole: boolean;
  /** Which of the roles of a SAML response. */
  readonly samlRole: string | undefined;
}

/** What the form asks for, or what is wrong with which field. */
export function readSignIn(
  texts: SignInTexts,
  choices: SignInChoices,
  pasted: StsCredentials | undefined,
): Result<SignInRequest, SignInProblems> {
  const { region, ...keys } = fieldProblems(texts);
  const about = { ...(region && { region }) };
  const credentials = credentialsIn(texts, pasted);
  const withKeys = (request: SignInRequest, problems: SignInProblems = {}) =>
    settle(request, { ...keys, ...about, ...problems });
  switch (choices.how) {
    case 'keys':
      return withKeys({ how: 'keys', credentials });
    case 'role': {
      const { accounts } = choices;
      if (!choices.anotherRole && accounts.length > 0)
        return withKeys({ how: 'role', credentials, accounts });
      const role = readRoleForm(texts, choices.limited);
      if (!role.ok) return fail({ ...keys, ...about, ...role.error });
      const { account, mfa } = role.value;
      return withKeys({ how: 'role', credentials, accounts: [account, ...accounts], mfa });
    }
    case 'mfa': {
      const mfa = readMfaForm(texts);
      if (!mfa.ok) return fail({ ...keys, ...about, ...mfa.error });
      const isTemporary = texts.sessionToken.trim() !== '' || texts.accessKeyId.trim().startsWith('ASIA');
      return withKeys(
        { how: 'mfa', credentials, mfa: mfa.value },
        isTemporary
          ? { accessKeyId: 'These keys are temporary already: AWS takes long-lived ones here.' }
          : {},
      );
    }
    case 'web-identity': {
      const role = readTokenRole(texts, choices.limited);
      const token = texts.token.trim();
      const problems = { ...tokenProblem(token), ...about };
      return role.ok
        ? settle({ how: 'web-identity', token, role: role.value }, problems)
        : fail({ ...problems, ...role.error });
    }
    case 'saml': {
      const read = readSamlResponse(texts.samlResponse);
      if (!read.ok) return fail({ samlResponse: read.error, ...about });
      const { response, roles } = read.value;
      const chosen = roles.find(({ roleArn }) => roleArn === choices.samlRole) ?? roles[0];
      if (!chosen) return fail({ samlResponse: 'The response names no role.' });
      const role = { durationSeconds: durationOf(texts.duration), limited: choices.limited };
      return settle({ how: 'saml', response, chosen, role }, about);
    }
    default:
      return assertNever(choices.how);
  }
}

function settle(request: SignInRequest, problems: SignInProblems): Result<SignInRequest, SignInProblems> {
  return Object.keys(problems).length > 0 ? fail(problems) : ok(request);
}

/** A JSON Web Token has three parts; some issuers give others, which AWS refuses by itself. */
function tokenProblem(token: string): SignInProblems {
  if (token === '') return { token: 'Paste the token here.' };
  if (/\s/.test(token)) return { token: 'The token has a space or a line break inside. Copy it again.' };
  return token.length < 4 ? { token: 'This is too short for a token.' } : {};
}
