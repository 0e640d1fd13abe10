import * as fc from 'fast-check';
import sampleText from '../../public/sample-account.json?raw';
import { readCliDocument } from '../files/read-cli-document.ts';
import { restore } from '../files/restore.ts';
import { CASES } from '../findings/load-cases.ts';
import { toIsoTime } from '../inventory/ids.ts';
import type { Inventory } from '../inventory/inventory.ts';

export const FILE = { label: 'harbour-export.json', readAt: toIsoTime('2026-03-02T00:00:00Z') };

/** The invented account that the page offers. */
export function sampleAccount(): Inventory {
  const reading = restore(sampleText, { label: 'sample account' });
  if (!reading.ok) throw new Error(reading.error.message);
  return reading.value.inventory;
}

/** The inputs of some cases laid over each other: references that hit, miss and clash, errors and statements among them. */
export const anyAccount: fc.Arbitrary<Inventory> = fc
  .array(
    fc.tuple(
      fc.constantFrom(...CASES),
      fc.constantFrom<(command: string) => string>(
        (command) => command,
        (command) => `${command} --region us-west-2`,
        (command) => `account 444455556666: ${command}`,
      ),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((picked) => {
    const commands = picked.flatMap(([{ input }, place]) =>
      Object.entries(input).map(([command, output]) => [place(command), output] as const),
    );
    return readCliDocument(Object.fromEntries(commands), FILE).inventory;
  });

const word = fc.stringMatching(/^[A-Za-z][a-z]{1,7}$/).map((text) => `${text}x`);
const name = fc
  .tuple(
    word,
    fc.constantFrom('', '-', '_', '.', '@', '+', '=', ','),
    word,
    fc.constantFrom('', '-1', '-prod', '7x', '-4711', '-1a2b3c4d5e'),
  )
  .map((parts) => parts.join(''));

/** An account of random names, ids, addresses, tags, policies and messages. */
export const anyNamedAccount: fc.Arbitrary<Inventory> = fc
  .record({
    names: fc.uniqueArray(name, { minLength: 6, maxLength: 6 }),
    path: fc.constantFrom('/', '/teams/quux-9/'),
    account: fc.stringMatching(/^[1-9][0-9]{11}$/),
    partner: fc.stringMatching(/^[1-9][0-9]{11}$/),
    octets: fc.tuple(
      fc.integer({ min: 1, max: 223 }),
      fc.nat(255),
      fc.nat(255),
      fc.integer({ min: 1, max: 254 }),
    ),
    id: fc.stringMatching(/^[1-9a-f][0-9a-f]{15}[1-9]$/),
    encoding: fc.constantFrom('object', 'text', 'percent'),
  })
  .map(({ names, path, account, partner, octets, id, encoding }) => {
    const [role = '', profile = '', tag = '', bucket = '', session = '', key = ''] = names;
    const ip = octets.join('.');
    const policy = {
      Version: '2012-10-17',
      Statement: [
        {
          Sid: key.replace(/\W/g, ''),
          Effect: 'Allow',
          Principal: {
            Service: 'ec2.amazonaws.com',
            AWS: [`arn:aws:iam::${partner}:role/${session}`, partner],
          },
          Action: 'sts:AssumeRole',
          Condition: {
            StringEquals: { 'sts:ExternalId': bucket, [`aws:PrincipalTag/${key}`]: tag },
            IpAddress: { 'aws:SourceIp': `${ip}/32` },
            ArnLike: { 'aws:SourceArn': `arn:aws:s3:::${bucket}` },
          },
        },
      ],
    };
    const text = JSON.stringify(policy);
    const document = { object: policy, text, percent: encodeURIComponent(text) }[encoding];
    const roleRecord = {
      Path: path,
      RoleName: role,
      RoleId: `AROA${id.toUpperCase()}`,
      Arn: `arn:aws:iam::${account}:role${path}${role}`,
      CreateDate: '2026-01-05T09:00:00+00:00',
      AssumeRolePolicyDocument: document,
      Description: `${tag} runs ${bucket} for ${session}`,
    };
    return readCliDocument(
      {
        'iam list-roles': { Roles: [roleRecord] },
        'iam list-instance-profiles': {
          InstanceProfiles: [
            {
              Path: path,
              InstanceProfileName: profile,
              InstanceProfileId: `AIPA${id.toUpperCase()}`,
              Arn: `arn:aws:iam::${account}:instance-profile${path}${profile}`,
              CreateDate: '2026-01-05T09:00:00+00:00',
              Roles: [roleRecord],
            },
          ],
        },
        'ec2 describe-instances --region eu-west-1': {
          Reservations: [
            {
              OwnerId: account,
              Instances: [
                {
                  InstanceId: `i-${id}`,
                  State: { Name: 'running' },
                  PrivateIpAddress: ip,
                  PrivateDnsName: `ip-${octets.join('-')}.corp.${key.replace(/\W/g, '')}.example`,
                  VpcId: `vpc-${id}`,
                  Tags: [
                    { Key: 'Name', Value: tag },
                    { Key: key, Value: session },
                  ],
                  IamInstanceProfile: {
                    Arn: `arn:aws:iam::${account}:instance-profile${path}${profile}`,
                    Id: `AIPA${id.toUpperCase()}`,
                  },
                },
              ],
            },
          ],
        },
        'ec2 run-instances': {
          error: `An error occurred (InvalidParameterValue) when calling the RunInstances operation: Value (${bucket}) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name`,
        },
        'iam list-account-aliases': {
          error: `An error occurred (AccessDenied) when calling the ListAccountAliases operation: User: arn:aws:sts::${account}:assumed-role/${role}/${session} is not authorized to perform: iam:ListAccountAliases on resource: *`,
        },
      },
      FILE,
    ).inventory;
  });
