import * as v from 'valibot';

/**
 * An account to open with the credentials of whoever signs in. Nothing in it is secret.
 *
 * - `label`: what people call the account.
 * - `roleArn`: the role to assume there.
 * - `externalId`: what its trust policy asks for.
 * - `regions`: read these alone; all enabled ones if left out.
 */
export type SavedAccount = v.InferOutput<typeof AccountSchema>;

const AN_OBJECT =
  'must be an object such as {"label": "Acme", "roleArn": "arn:aws:iam::111122223333:role/audit"}';
const ROLE_ARN = 'must be a role ARN such as "arn:aws:iam::111122223333:role/audit"';
const EXTERNAL_ID = 'must have 2 to 1,224 letters, digits or characters of +=,.@:/\\-_';

export const AccountSchema = v.strictObject(
  {
    label: v.pipe(
      v.string('must be a text of 1 to 80 characters'),
      v.trim(),
      v.minLength(1, 'must be a text of 1 to 80 characters'),
      v.maxLength(80, 'must be a text of 1 to 80 characters'),
    ),
    roleArn: v.pipe(
      v.string(ROLE_ARN),
      v.regex(/^arn:[a-z0-9-]+:iam::\d{12}:role\/[\x21-\x7E]{1,512}$/, ROLE_ARN),
    ),
    externalId: v.optional(v.pipe(v.string(EXTERNAL_ID), v.regex(/^[\w+=,.@:/\\-]{2,1224}$/, EXTERNAL_ID))),
    regions: v.optional(
      v.pipe(
        v.array(
          v.pipe(
            v.string('must be a region in quotes'),
            v.regex(/^[a-z0-9]+(-[a-z0-9]+)+$/, 'must be a region such as "eu-west-1"'),
          ),
          'must be a list of regions',
        ),
        v.minLength(1, 'must name one region or more; leave the key out to read all'),
        v.maxLength(60, 'must name 60 regions at most'),
        v.readonly(),
      ),
    ),
  },
  (issue) => {
    if (issue.expected === 'never') return 'is not a known key';
    return issue.expected === 'Object' ? AN_OBJECT : 'is missing';
  },
);

/** How many accounts a list may hold. */
export const MOST_ACCOUNTS = 200;

export const AccountListSchema = v.pipe(
  v.array(AccountSchema, 'must be a list of accounts'),
  v.maxLength(MOST_ACCOUNTS, `must hold ${MOST_ACCOUNTS} accounts at most`),
  v.readonly(),
);
