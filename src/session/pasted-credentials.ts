import type { IsoTime } from '../inventory/ids.ts';

/** Credentials as STS or IAM gave them out. Held in memory only, and never part of anything printed. */
export interface StsCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Absent for long-lived keys. */
  readonly sessionToken?: string | undefined;
  readonly expiration?: IsoTime | undefined;
  /** Where the paste named one: `AWS_REGION`, `region = …`. */
  readonly region?: string | undefined;
}

/** What a paste held: one set, or several named ones of a credentials file to choose from. */
export type PastedCredentials =
  | { readonly kind: 'one'; readonly credentials: StsCredentials }
  | {
      readonly kind: 'choice';
      readonly profiles: readonly { readonly name: string; readonly credentials: StsCredentials }[];
    };

/** Why a paste can't be used. `message` names fields only, never their values, and is fit to be shown. */
export interface PasteError {
  readonly kind: 'empty' | 'too-long' | 'not-recognised' | 'incomplete' | 'unusable-value';
  readonly message: string;
  readonly recognised: readonly CredentialField[];
  readonly missing: readonly CredentialField[];
}

export type CredentialField = 'accessKeyId' | 'secretAccessKey' | 'sessionToken' | 'expiration' | 'region';

/** The values of one set, by field, as they stood in the paste. */
export type RawCredentials = Readonly<Partial<Record<CredentialField, string>>>;

/** A set with the profile name that stood above it, if any. */
export interface NamedRawCredentials {
  readonly profile?: string | undefined;
  readonly values: RawCredentials;
}

/** Every spelling is compared without `AWS_`, underscores, dashes, spaces and letter case. */
const FIELD_BY_SPELLING: ReadonlyMap<string, CredentialField> = new Map([
  ['accesskeyid', 'accessKeyId'],
  ['accesskey', 'accessKeyId'],
  ['secretaccesskey', 'secretAccessKey'],
  ['secretkey', 'secretAccessKey'],
  ['sessiontoken', 'sessionToken'],
  ['securitytoken', 'sessionToken'],
  ['token', 'sessionToken'],
  ['expiration', 'expiration'],
  ['credentialexpiration', 'expiration'],
  ['sessionexpiration', 'expiration'],
  ['xsecuritytokenexpires', 'expiration'],
  ['region', 'region'],
  ['defaultregion', 'region'],
]);

/** The field that a name such as `AWS_SECRET_ACCESS_KEY`, `SecretKey` or `aws_session_token` stands for. */
export function credentialField(name: string): CredentialField | undefined {
  const spelling = name
    .toLowerCase()
    .replace(/[_\-\s]/g, '')
    .replace(/^aws/, '');
  return FIELD_BY_SPELLING.get(spelling);
}
