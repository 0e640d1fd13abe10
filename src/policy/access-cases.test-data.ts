import * as fc from 'fast-check';
import type { JsonValue } from '../base/json.ts';
import type { AccessRequest, ContextValue, NamedPolicy, PolicyStack } from './access-verdict.ts';

/** A question that everything is known of, in the plain form that both evaluators can be handed. */
export interface AccessCase {
  readonly action: string;
  readonly resource: string;
  readonly resourceAccount: string;
  /** Condition keys that the request carries; what isn't here isn't sent. */
  readonly context: Readonly<Record<string, string | readonly string[]>>;
  readonly identity: readonly PolicyDocument[];
  readonly boundary?: PolicyDocument | undefined;
  readonly resourcePolicy?: PolicyDocument | undefined;
}

type PolicyDocument = { readonly Version: string; readonly Statement: readonly Statement[] };
export type Statement = { readonly [key: string]: JsonValue };

export const OWN = '111122223333';
const OTHER = '444455556666';
const ROLE = `arn:aws:iam::${OWN}:role/team/app`;
const SESSION = 'i-0abc';
export const SESSION_ARN = `arn:aws:sts::${OWN}:assumed-role/app/${SESSION}`;
/** What a request may carry under each key; under the last never anything. */
const KEYS: Readonly<Record<string, readonly (string | readonly string[])[]>> = {
  'aws:PrincipalTag/team': ['blue', 'red', 'b*e', 'Blue', 'data'],
  'aws:SourceIp': ['203.0.113.7', '198.51.100.9', '2001:db8::7'],
  'aws:CurrentTime': ['2026-05-01T00:00:00Z', '2027-01-01T12:00:00Z'],
  'aws:EpochTime': ['1767225600', '1800000000'],
  'aws:MultiFactorAuthPresent': ['true', 'false'],
  's3:max-keys': ['5', '10', '10.5', '-3'],
  'aws:TagKeys': [['env', 'team'], ['env'], ['Env', 'cost*'], []],
  'aws:PrincipalArn': [ROLE],
  'aws:PrincipalAccount': [OWN],
  'aws:SourceArn': ['arn:aws:sns:eu-west-1:111122223333:topic', 'arn:aws:s3:::data'],
  'aws:username': [],
};

const RESOURCES: Readonly<Record<string, readonly string[]>> = {
  s3: [
    'arn:aws:s3:::data',
    'arn:aws:s3:::data/team/blue/a.csv',
    'arn:aws:s3:::data/what?.txt',
    'arn:aws:s3:::Data/a:b/c',
  ],
  kms: [`arn:aws:kms:eu-west-1:${OWN}:key/1a`, `arn:aws:kms:eu-west-1:${OTHER}:key/2b`],
  sqs: [`arn:aws:sqs:eu-west-1:${OWN}:blue-queue`, `arn:aws:sqs:us-east-1:${OTHER}:jobs`],
};
const ACTIONS: Readonly<Record<string, readonly string[]>> = {
  s3: ['s3:GetObject', 's3:PutObject', 's3:ListBucket'],
  kms: ['kms:Decrypt', 'kms:GenerateDataKey'],
  sqs: ['sqs:SendMessage'],
};

const pick = <T>(...items: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...items);

/** A text and ways to write a pattern that's likely to match it, or just not to. */
function patternOf(text: string, keep: number): fc.Arbitrary<string> {
  return fc
    .tuple(
      fc.nat({ max: text.length }),
      fc.nat({ max: 6 }),
      pick('*', '*', '*', '*', '**', '?*', '?', 'x', ''),
    )
    .map(([from, length, sign]) => {
      const at = Math.max(from, Math.min(keep, text.length));
      return text.slice(0, at) + sign + text.slice(at + length);
    });
}

function actionPattern(action: string): fc.Arbitrary<string> {
  const colon = action.indexOf(':') + 1;
  return fc.oneof(
    pick(
      '*',
      action,
      action.toUpperCase(),
      `${action.slice(0, colon)}*`,
      'ec2:*',
      's3:Get*',
      'kms:*',
      'S3:*OBJECT',
    ),
    patternOf(action, colon),
  );
}

const VARIABLES = [
  '${aws:PrincipalTag/team}',
  "${aws:PrincipalTag/team, 'blue'}",
  '${aws:PrincipalTag/missing}',
  "${aws:PrincipalTag/missing, 'blue'}",
  '${aws:username}',
  '${aws:TagKeys}',
  '${*}',
  '${?}',
] as const;

function resourcePattern(resource: string): fc.Arbitrary<string> {
  const last = resource.split(':').slice(0, 5).join(':').length + 1;
  return fc.oneof(
    { weight: 3, arbitrary: pick('*', resource, `${resource}/*`) },
    // The library parts a resource at the first slash or colon, even of a variable: so none in the name of a queue.
    // The service is told apart by whole names, and the kind of a resource can't hold a wildcard there.
    { weight: 3, arbitrary: patternOf(resource, resource.includes('s3') ? last : last + 4) },
    {
      weight: 2,
      arbitrary: pick(...VARIABLES).map((variable) => resource.replace(/data|what\?|1a/, () => variable)),
    },
    {
      weight: 1,
      arbitrary: pick(
        '*',
        `arn:aws:*:*:${OWN}:*`,
        'arn:aws:s3:::*',
        'arn:aws:s3:::data/*',
        'arn:aws:sqs:*:*:*',
      ),
    },
  );
}

function principal(): fc.Arbitrary<JsonValue> {
  const aws = pick(
    ROLE.replace('/team', ''),
    SESSION_ARN,
    OWN,
    `arn:aws:iam::${OWN}:root`,
    OTHER,
    `arn:aws:iam::${OWN}:role/other`,
    `arn:aws:sts::${OWN}:assumed-role/app/else`,
    '*',
  );
  return fc.oneof(
    pick<JsonValue>('*', { Service: 'ec2.amazonaws.com' }),
    aws.map((one): JsonValue => ({ AWS: one })),
    fc.array(aws, { minLength: 1, maxLength: 3 }).map((many): JsonValue => ({ AWS: many })),
  );
}

const OPERATORS: readonly (readonly [RegExp, readonly string[], fc.Arbitrary<string>])[] = [
  [
    /Tag|username/,
    [
      'StringEquals',
      'StringNotEquals',
      'StringLike',
      'StringNotLike',
      'StringEqualsIgnoreCase',
      'StringNotEqualsIgnoreCase',
    ],
    pick(
      'blue',
      'red',
      'b*',
      'BLUE',
      'env',
      'team',
      '*',
      '',
      'b?ue',
      'e*',
      ...VARIABLES.slice(0, 5),
      'b${*}e',
    ),
  ],
  [
    /SourceIp/,
    ['IpAddress', 'NotIpAddress'],
    pick(
      '203.0.113.0/24',
      '203.0.113.7/32',
      '203.0.113.8/31',
      '0.0.0.0/0',
      '2001:db8::/32',
      '2001:db8::/127',
      '::/0',
      '198.51.100.9/32',
    ),
  ],
  [
    /CurrentTime/,
    [
      'DateEquals',
      'DateNotEquals',
      'DateLessThan',
      'DateLessThanEquals',
      'DateGreaterThan',
      'DateGreaterThanEquals',
    ],
    pick('2026-05-01T00:00:00Z', '2026-05-01', '2026-05-01T01:00:00+01:00', '2027-06-01T00:00:00Z'),
  ],
  [
    /EpochTime/,
    [
      'DateEquals',
      'DateNotEquals',
      'DateLessThan',
      'DateGreaterThanEquals',
      'NumericLessThan',
      'NumericEquals',
    ],
    pick('1767225600', '1790000000'),
  ],
  [/Multi/, ['Bool'], pick('true', 'false', 'True')],
  [
    /max-keys/,
    [
      'NumericEquals',
      'NumericNotEquals',
      'NumericLessThan',
      'NumericLessThanEquals',
      'NumericGreaterThan',
      'NumericGreaterThanEquals',
    ],
    pick('5', '10', '10.0', '10.5', '-3', '7'),
  ],
  [
    /PrincipalArn|SourceArn/,
    ['ArnEquals', 'ArnNotEquals', 'ArnLike', 'ArnNotLike', 'StringLike'],
    pick(
      ROLE,
      `arn:aws:iam::${OWN}:role/*`,
      'arn:aws:iam::*:role/team/a??',
      'arn:*:*:*:*:*',
      `arn:aws:sns:*:${OWN}:top*`,
      'arn:aws:s3:::${aws:PrincipalTag/team}',
    ),
  ],
  [/PrincipalAccount/, ['StringEquals', 'StringNotEquals', 'StringLike'], pick(OWN, OTHER, '1111*')],
];

function conditionOn(key: string): fc.Arbitrary<JsonValue> {
  const [, operators, values] = OPERATORS.find(([keys]) => keys.test(key)) ??
    OPERATORS[0] ?? [/./, [], pick('')];
  const prefix =
    key === 'aws:TagKeys'
      ? pick('ForAllValues:', 'ForAnyValue:', '')
      : pick('', '', '', 'ForAnyValue:', 'ForAllValues:');
  const plain = fc
    .tuple(
      prefix,
      pick(...operators),
      pick('', '', 'IfExists'),
      fc.array(values, { minLength: 1, maxLength: 3 }),
      fc.boolean(),
    )
    .map(
      ([before, operator, after, list, lower]): JsonValue => ({
        [`${before}${operator}${after}`]: {
          [lower ? key.toLowerCase() : key]: list.length === 1 ? (list[0] ?? '') : list,
        },
      }),
    );
  const presence = pick('true', 'false').map((value): JsonValue => ({ Null: { [key]: value } }));
  return fc.oneof({ weight: 8, arbitrary: plain }, { weight: 1, arbitrary: presence });
}

// Made once, as are those below: to make arbitraries anew for every case takes longer than to judge it.
const conditions = fc.oneof(...Object.keys(KEYS).map(conditionOn));
const principals = principal();

function statement(action: string, resource: string, onResource: boolean): fc.Arbitrary<Statement> {
  return fc
    .record({
      Effect: pick('Allow', 'Allow', 'Allow', 'Deny'),
      actionKey: pick('Action', 'Action', 'Action', 'NotAction'),
      actions: fc.array(actionPattern(action), { minLength: 1, maxLength: 2 }),
      resourceKey: pick('Resource', 'Resource', 'Resource', 'NotResource'),
      resources: fc.array(resourcePattern(resource), { minLength: 1, maxLength: 2 }),
      conditions: fc.oneof(fc.constant([]), fc.array(conditions, { maxLength: 2 })),
      principalKey: pick('Principal', 'Principal', 'Principal', 'Principal', 'NotPrincipal'),
      principals,
    })
    .map(
      (it): Statement => ({
        Effect: it.Effect,
        [it.actionKey]: it.actions,
        [it.resourceKey]: it.resources,
        ...(onResource ? { [it.principalKey]: it.principals } : {}),
        ...(it.conditions.length > 0 ? { Condition: Object.assign({}, ...it.conditions) as JsonValue } : {}),
      }),
    );
}

function policyDocument(action: string, resource: string, onResource = false): fc.Arbitrary<PolicyDocument> {
  return fc
    .array(statement(action, resource, onResource), { minLength: 1, maxLength: 3 })
    .map((list) => ({ Version: '2012-10-17', Statement: list }));
}

function contexts(): fc.Arbitrary<AccessCase['context']> {
  return fc
    .tuple(
      ...Object.entries(KEYS).map(([key, values]) =>
        values.length === 0
          ? fc.constant<readonly [string, undefined]>([key, undefined])
          : fc.option(pick(...values), { nil: undefined, freq: 4 }).map((value) => [key, value] as const),
      ),
    )
    .map((entries) =>
      Object.fromEntries(entries.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]))),
    );
}

/** Questions with policies that are about them, aimed at the hard parts. */
export const accessCases: fc.Arbitrary<AccessCase> = fc.oneof(
  ...['s3', 'kms', 'sqs'].flatMap((service) =>
    (ACTIONS[service] ?? []).flatMap((action) =>
      (RESOURCES[service] ?? []).map((resource) => casesOf(service, action, resource)),
    ),
  ),
);

function casesOf(service: string, action: string, resource: string): fc.Arbitrary<AccessCase> {
  const own = policyDocument(action, resource);
  const ofResource = policyDocument(action, resource, true);
  return fc.record({
    action: fc.constant(action),
    resource: fc.constant(resource),
    resourceAccount: resource.split(':')[4] ? fc.constant(resource.split(':')[4] ?? '') : pick(OWN, OTHER),
    context: contexts(),
    identity: fc.array(own, { maxLength: 2 }),
    boundary: fc.option(own, { nil: undefined, freq: 2 }),
    // A KMS key is never without.
    resourcePolicy: service === 'kms' ? ofResource : fc.option(ofResource, { nil: undefined, freq: 2 }),
  });
}

/** The question for our evaluator, with nothing left unknown. */
export function questionOf(it: AccessCase): { request: AccessRequest; policies: PolicyStack } {
  const context = new Map(
    Object.keys(KEYS).map((key): [string, ContextValue] => {
      const value = it.context[key];
      return [
        key.toLowerCase(),
        value === undefined ? { kind: 'absent' } : { kind: 'values', values: [value].flat() },
      ];
    }),
  );
  context.set('aws:principaltag/missing', { kind: 'absent' });
  return {
    request: {
      action: it.action,
      resource: it.resource,
      resourceAccount: it.resourceAccount,
      principal: {
        arn: ROLE.replace('/team', ''),
        account: OWN,
        roleId: 'AROAEXAMPLE',
        sessionName: SESSION,
      },
      context,
    },
    policies: {
      identity: it.identity.map((each, at) => named(`identity ${at}`, each)),
      identityUnread: [],
      boundary: it.boundary === undefined ? 'none' : named('boundary', it.boundary),
      resource: it.resourcePolicy === undefined ? 'none' : named('resource', it.resourcePolicy),
    },
  };
}

function named(name: string, policy: PolicyDocument): NamedPolicy {
  return { name, document: policy };
}
