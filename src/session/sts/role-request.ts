import { bareName } from '../../base/arn.ts';
/** A role to assume, as a person or a preset names it. Nothing in it is secret. */
export interface RoleRequest {
  readonly roleArn: string;
  readonly externalId?: string | undefined;
  /** Stands in CloudTrail beside each call: letters, digits and `_+=,.@-`. */
  readonly sessionName: string;
  /** 900 to 43,200; AWS takes 3,600 when absent. */
  readonly durationSeconds?: number | undefined;
  /** Whether the session is held to the calls that Rolewire makes, by a session policy. */
  readonly limited: boolean;
}

/** A code of an MFA device, good for one call. */
export interface MfaCode {
  /** The ARN of a virtual device, or the serial number of a hardware one. */
  readonly serial: string;
  readonly code: string;
}

/** An account to open by a role: what a preset holds, made ready. */
export interface AccountRequest {
  /** What people call the account. */
  readonly label: string;
  readonly role: RoleRequest;
  /** The role that leads to it, where it takes two hops from the credentials of the sign-in. */
  readonly via?: RoleRequest | undefined;
  /** The regions to read; all enabled ones when absent. */
  readonly regions?: readonly string[] | undefined;
}

export const DEFAULT_SESSION_NAME = 'rolewire';

export type RoleField =
  | 'roleArn'
  | 'externalId'
  | 'sessionName'
  | 'durationSeconds'
  | 'mfaSerial'
  | 'mfaCode';

const ROLE_ARN = /^arn:[a-z0-9-]+:iam::(\d{12}):role\/[\x21-\x7E]{1,512}$/;
const EXTERNAL_ID = /^[\w+=,.@:/\\-]{2,1224}$/;
const SESSION_NAME = /^[\w+=,.@-]{2,64}$/;

/**
 * What is wrong with a request, by field, in sentences. Limits: AssumeRole in the STS API reference,
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 */
export function roleProblems(request: RoleRequest): Readonly<Partial<Record<RoleField, string>>> {
  const { roleArn, externalId, sessionName, durationSeconds } = request;
  return {
    ...(!ROLE_ARN.test(roleArn) && {
      roleArn: 'A role ARN looks like arn:aws:iam::111122223333:role/audit.',
    }),
    ...(externalId !== undefined &&
      !EXTERNAL_ID.test(externalId) && {
        externalId: 'An external ID has 2 to 1,224 letters, digits or characters of +=,.@:/\\-_.',
      }),
    ...(!SESSION_NAME.test(sessionName) && {
      sessionName: 'A session name has 2 to 64 letters, digits or characters of +=,.@-_.',
    }),
    ...(durationSeconds !== undefined &&
      !(Number.isInteger(durationSeconds) && durationSeconds >= 900 && durationSeconds <= 43_200) && {
        durationSeconds: 'A duration is 15 minutes to 12 hours.',
      }),
  };
}

/** What is wrong with an MFA code. */
export function mfaProblems({ serial, code }: MfaCode): Readonly<Partial<Record<RoleField, string>>> {
  return {
    ...(!/^[\w+=/:,.@-]{9,256}$/.test(serial) && {
      mfaSerial: 'The ARN of the MFA device, such as arn:aws:iam::111122223333:mfa/me, or its serial number.',
    }),
    ...(!/^\d{6}$/.test(code) && { mfaCode: 'The six digits that the device shows now.' }),
  };
}

/** The account and the name with its path of a role ARN, for people: `audit` of `111122223333`. */
export function roleParts(roleArn: string): { readonly accountId: string; readonly name: string } {
  const accountId = ROLE_ARN.exec(roleArn)?.[1] ?? '';
  return { accountId, name: bareName(roleArn) };
}
