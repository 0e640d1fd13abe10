import { fail, ok, type Result } from '../base/result.ts';
import {
  type AccountRequest,
  DEFAULT_SESSION_NAME,
  type MfaCode,
  mfaProblems,
  type RoleRequest,
  roleParts,
  roleProblems,
} from '../session/sts/role-request.ts';

export { readSamlResponse } from '../session/sts/saml-response.ts';

/** What stands in the fields about a role. */
export interface RoleTexts {
  readonly roleArn: string;
  readonly externalId: string;
  readonly sessionName: string;
  /** Seconds; empty for what AWS takes by itself. */
  readonly duration: string;
  readonly mfaSerial: string;
  readonly mfaCode: string;
  /** The role that leads to the one that is wanted; empty for none. */
  readonly firstRoleArn: string;
  readonly firstExternalId: string;
}

export type RoleTextProblems = Readonly<Partial<Record<keyof RoleTexts, string>>>;

export interface FilledRole {
  readonly account: AccountRequest;
  readonly mfa?: MfaCode | undefined;
}

/** AWS gives no longer session to a role that is assumed with the credentials of another. */
const LONGEST_CHAINED = 3600;

/** Reads the fields about a role to assume, in one hop or two. */
export function readRoleForm(texts: RoleTexts, limited: boolean): Result<FilledRole, RoleTextProblems> {
  const roleArn = texts.roleArn.trim();
  const role = { ...sharedParts(texts, limited), roleArn, ...externalIdPart(texts.externalId) };
  const firstArn = texts.firstRoleArn.trim();
  // The first hop has the role's own duration: nobody works in that session.
  const { durationSeconds: _, ...shared } = sharedParts(texts, limited);
  const via =
    firstArn === '' ? undefined : { ...shared, roleArn: firstArn, ...externalIdPart(texts.firstExternalId) };
  const mfa = readMfa(texts);
  const first = via && roleProblems(via);
  const problems: RoleTextProblems = {
    ...roleFieldProblems(role),
    ...(first?.roleArn && { firstRoleArn: first.roleArn }),
    ...(first?.externalId && { firstExternalId: first.externalId }),
    ...(via &&
      (role.durationSeconds ?? 0) > LONGEST_CHAINED && {
        duration: 'AWS gives one hour at most to a role that is assumed through another.',
      }),
    ...(mfa && mfaProblems(mfa)),
  };
  if (Object.keys(problems).length > 0) return fail(problems);
  const { name, accountId } = roleParts(roleArn);
  return ok({ account: { label: `${name} of ${accountId}`, role, via }, mfa });
}

/** Reads the fields about a role that a token of an issuer is shown for. */
export function readTokenRole(texts: RoleTexts, limited: boolean): Result<RoleRequest, RoleTextProblems> {
  const role = { ...sharedParts(texts, limited), roleArn: texts.roleArn.trim() };
  const problems = roleFieldProblems(role);
  return Object.keys(problems).length > 0 ? fail(problems) : ok(role);
}

/** Reads the fields of an MFA device, which must be filled in. */
export function readMfaForm(texts: RoleTexts): Result<MfaCode, RoleTextProblems> {
  const mfa = { serial: texts.mfaSerial.trim(), code: texts.mfaCode.replace(/\s/g, '') };
  const problems = mfaProblems(mfa);
  return Object.keys(problems).length > 0 ? fail(problems) : ok(mfa);
}

/** The duration in seconds; `undefined` for what AWS takes by itself. */
export function durationOf(text: string): number | undefined {
  return text === '' ? undefined : Number(text);
}

function readMfa(texts: RoleTexts): MfaCode | undefined {
  const mfa = { serial: texts.mfaSerial.trim(), code: texts.mfaCode.replace(/\s/g, '') };
  return mfa.serial === '' && mfa.code === '' ? undefined : mfa;
}

function sharedParts(texts: RoleTexts, limited: boolean) {
  return {
    sessionName: texts.sessionName.trim() || DEFAULT_SESSION_NAME,
    durationSeconds: durationOf(texts.duration),
    limited,
  };
}

function externalIdPart(text: string): { readonly externalId?: string } {
  return text.trim() === '' ? {} : { externalId: text.trim() };
}

function roleFieldProblems(role: RoleRequest): RoleTextProblems {
  const { durationSeconds, roleArn, externalId, sessionName } = roleProblems(role);
  return {
    ...(roleArn && { roleArn }),
    ...(externalId && { externalId }),
    ...(sessionName && { sessionName }),
    ...(durationSeconds && { duration: durationSeconds }),
  };
}
