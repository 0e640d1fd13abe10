import type { RoleTexts } from '../../state/role-form.ts';
import type { FieldTexts } from './credential-fields.ts';

/** Every field of the sign-in, by its name. Read at the moment of signing in, never kept in React state. */
export interface SignInTexts extends FieldTexts, RoleTexts {
  readonly token: string;
  readonly samlResponse: string;
}

export type SignInField = keyof SignInTexts;

/** In the order in which they stand, which is the order in which the first wrong one gets the focus. */
export const SIGN_IN_FIELDS = [
  'accessKeyId',
  'secretAccessKey',
  'sessionToken',
  'token',
  'samlResponse',
  'roleArn',
  'externalId',
  'mfaSerial',
  'mfaCode',
  'firstRoleArn',
  'firstExternalId',
  'sessionName',
  'duration',
  'region',
] as const satisfies readonly SignInField[];

export type SignInProblems = Readonly<Partial<Record<SignInField, string>>>;

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export function fieldOf(form: HTMLFormElement | null, name: SignInField): Field | undefined {
  const field = form?.elements.namedItem(name);
  return field instanceof HTMLInputElement ||
    field instanceof HTMLTextAreaElement ||
    field instanceof HTMLSelectElement
    ? field
    : undefined;
}

/** What stands in the fields; nothing for those that the chosen way of signing in does not have. */
export function textsOf(form: HTMLFormElement | null): SignInTexts {
  const text = (name: SignInField): string => fieldOf(form, name)?.value ?? '';
  return {
    accessKeyId: text('accessKeyId'),
    secretAccessKey: text('secretAccessKey'),
    sessionToken: text('sessionToken'),
    region: text('region'),
    roleArn: text('roleArn'),
    externalId: text('externalId'),
    sessionName: text('sessionName'),
    duration: text('duration'),
    mfaSerial: text('mfaSerial'),
    mfaCode: text('mfaCode'),
    firstRoleArn: text('firstRoleArn'),
    firstExternalId: text('firstExternalId'),
    token: text('token'),
    samlResponse: text('samlResponse'),
  };
}
