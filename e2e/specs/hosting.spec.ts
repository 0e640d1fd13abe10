import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import * as v from 'valibot';
import { TEMPLATE } from '../../deploy/made-files.ts';
import { ACCESS_TIERS, grantsOf } from '../../src/access/access-tier.ts';
import { policyDocument } from '../../src/access/minimal-policy.ts';
import { parseConfig } from '../../src/session/config.ts';
import { partOf, readTemplate, resolved } from '../hosting/template.ts';
import { ROOT, VENV } from '../servers/folders.ts';

/** The CloudFormation template that hosts the page, read by cfn-lint's own parser. */

const VALUES = {
  'AWS::Partition': 'aws',
  'AWS::Region': 'eu-west-1',
  'AWS::StackName': 'rolewire',
  People: 'eu-west-1_AbCdEf123',
  App: '4f8h2k1m3n5p7q9r',
  Identities: 'eu-west-1:0a1b2c3d-0000-1111-2222-333344445555',
  LoginPrefix: 'shop-rolewire',
};

test('cfn-lint has nothing to say about it', () => {
  const lint = spawnSync(`${VENV}/bin/cfn-lint`, ['--include-checks', 'I', '--', TEMPLATE], {
    encoding: 'utf8',
  });
  expect(`${lint.stdout}${lint.stderr}`).toBe('');
  expect(lint.status).toBe(0);
});

for (const tier of ACCESS_TIERS) {
  for (const targets of [false, true]) {
    test(`people may read what tier ${tier} needs and no more${targets ? ', and assume the roles that are named' : ''}`, () => {
      const role = partOf(readTemplate(), 'Resources', 'PeopleRole', 'Properties');
      const conditions = {
        ReadsPolicies: tier !== 'graph',
        Simulates: tier === 'simulation',
        HasTargets: targets,
      };
      const values = { ...VALUES, TargetRoleArns: 'the-role-arns' };
      const policies = resolved(partOf(role, 'Policies'), { conditions, values });
      const own = {
        PolicyName: 'rolewire-read',
        PolicyDocument: policyDocument(grantsOf(tier, true), 'aws'),
      };
      const others = {
        PolicyName: 'rolewire-other-accounts',
        PolicyDocument: {
          Version: '2012-10-17',
          Statement: [
            {
              Sid: 'RolewireOtherAccounts',
              Effect: 'Allow',
              Action: 'sts:AssumeRole',
              Resource: 'the-role-arns',
            },
          ],
        },
      };
      expect(inLists(policies)).toEqual(inLists(targets ? [own, others] : [own]));
      expect(Object.keys(v.parse(v.record(v.string(), v.unknown()), role)).sort()).toEqual([
        'AssumeRolePolicyDocument',
        'Description',
        'Policies',
      ]);
    });
  }
}

test('only who signed in at this identity pool gets the role', () => {
  const template = readTemplate();
  const trust = resolved(
    partOf(template, 'Resources', 'PeopleRole', 'Properties', 'AssumeRolePolicyDocument'),
    {
      conditions: {},
      values: VALUES,
    },
  );
  expect(trust).toEqual({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Federated: 'cognito-identity.amazonaws.com' },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: {
          StringEquals: { 'cognito-identity.amazonaws.com:aud': VALUES.Identities },
          'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': 'authenticated' },
        },
      },
    ],
  });
  expect(partOf(template, 'Resources', 'Identities', 'Properties')).toMatchObject({
    AllowUnauthenticatedIdentities: false,
    AllowClassicFlow: false,
  });
  expect(partOf(template, 'Resources', 'App', 'Properties')).toMatchObject({
    GenerateSecret: false,
    AllowedOAuthFlows: ['code'],
  });
});

test('its output is a config.json that the app takes, with and without the relay', () => {
  const output = partOf(readTemplate(), 'Outputs', 'ConfigJson', 'Value');
  for (const HasRelay of [false, true]) {
    const text = resolved(output, { conditions: { HasRelay }, values: VALUES });
    expect(parseConfig(String(text))).toMatchObject({
      ok: true,
      value: {
        startRegion: 'eu-west-1',
        cognito: [
          {
            label: 'rolewire',
            userPoolId: VALUES.People,
            clientId: VALUES.App,
            domain: 'https://shop-rolewire.auth.eu-west-1.amazoncognito.com',
            identityPoolId: VALUES.Identities,
            region: 'eu-west-1',
          },
        ],
        ...(HasRelay && { relay: { path: '/aws', when: 'when-unreachable' } }),
      },
    });
  }
});

test('CloudFront and nginx send the same headers with the page', () => {
  const conf = readFileSync(`${ROOT}/deploy/nginx/security-headers.conf`, 'utf8');
  const nginx = Object.fromEntries(
    [...conf.matchAll(/^add_header (\S+) (?:"([^"]*)"|(\S+)) always;$/gm)].map(([, name, quoted, bare]) => [
      name,
      quoted ?? bare,
    ]),
  );
  const config = partOf(
    readTemplate(),
    'Resources',
    'PageHeaders',
    'Properties',
    'ResponseHeadersPolicyConfig',
  );
  const custom = v.parse(
    v.array(v.object({ Header: v.string(), Value: v.string() })),
    partOf(config, 'CustomHeadersConfig', 'Items'),
  );
  const security = (...keys: readonly string[]): unknown => partOf(config, 'SecurityHeadersConfig', ...keys);
  expect(nginx).toEqual({
    ...Object.fromEntries(custom.map(({ Header, Value }) => [Header, Value])),
    'Content-Security-Policy': security('ContentSecurityPolicy', 'ContentSecurityPolicy'),
    'X-Frame-Options': security('FrameOptions', 'FrameOption'),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': security('ReferrerPolicy', 'ReferrerPolicy'),
    'Strict-Transport-Security': `max-age=${security('StrictTransportSecurity', 'AccessControlMaxAgeSec')}`,
  });
  expect(String(nginx['Content-Security-Policy'])).toContain("frame-ancestors 'none'");
});

/** IAM takes a text for a list of one. */
function inLists(document: unknown): unknown {
  return JSON.parse(JSON.stringify(document), (key: string, value: unknown) =>
    (key === 'Action' || key === 'Resource') && typeof value === 'string' ? [value] : value,
  );
}
