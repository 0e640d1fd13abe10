import type { StsCredentials } from '../../session/pasted-credentials.ts';

/** What stands in the sign-in fields. Read from the fields at the moment of signing in, never kept in React state. */
export interface FieldTexts {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly region: string;
}

export type FieldProblems = Readonly<Partial<Record<keyof FieldTexts, string>>>;

/** What is wrong with the fields, by field, in sentences that never repeat a value. */
export function fieldProblems(fields: FieldTexts): FieldProblems {
  return {
    ...problem('accessKeyId', required(fields.accessKeyId, 'access key ID')),
    ...problem('secretAccessKey', required(fields.secretAccessKey, 'secret access key')),
    ...problem('sessionToken', tokenProblem(fields)),
    ...problem('region', regionProblem(fields.region)),
  };
}

/** The credentials in the fields, once {@link fieldProblems} has nothing to say. */
export function credentialsIn(fields: FieldTexts, pasted: StsCredentials | undefined): StsCredentials {
  const sessionToken = fields.sessionToken.trim();
  const accessKeyId = fields.accessKeyId.trim();
  return {
    accessKeyId,
    secretAccessKey: fields.secretAccessKey.trim(),
    ...(sessionToken !== '' && { sessionToken }),
    // The paste's expiry holds only for the very credentials that it came with.
    ...(pasted?.accessKeyId === accessKeyId && { expiration: pasted.expiration }),
  };
}

function problem(field: keyof FieldTexts, text: string | undefined): FieldProblems {
  return text === undefined ? {} : { [field]: text };
}

function required(value: string, name: string): string | undefined {
  const text = value.trim();
  if (text === '') return `The ${name} is missing.`;
  return /\s/.test(text) ? `The ${name} has a space or a line break inside. Copy it again.` : undefined;
}

function tokenProblem({ accessKeyId, sessionToken }: FieldTexts): string | undefined {
  const token = sessionToken.trim();
  if (token === '' && accessKeyId.trim().startsWith('ASIA')) {
    return 'Keys that start with ASIA are temporary: they only work with their session token.';
  }
  return /\s/.test(token)
    ? 'The session token has a space or a line break inside. Copy it again.'
    : undefined;
}

function regionProblem(value: string): string | undefined {
  const region = value.trim();
  if (region === '' || /^[a-z0-9]+(-[a-z0-9]+)+$/.test(region)) return undefined;
  return 'A region looks like eu-west-1.';
}
