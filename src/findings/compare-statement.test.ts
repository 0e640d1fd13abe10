import { describe, expect, it } from 'vitest';
import { readCliDocument } from '../files/read-cli-document.ts';
import { buildGraph } from '../graph/build-graph.ts';
import {
  ACCOUNT,
  type CliInput,
  FILE,
  instance,
  instances,
  profile,
  profiles,
  role,
} from './cli-input.test-data.ts';
import { compareStatement } from './compare-statement.ts';

const lists = {
  ...instances(instance('i-0a1', 'p'), instance('i-0a2', 'q')),
  ...profiles(profile('p', [role('r')]), profile('q', [role('s')])),
};

/** Compares the one statement of an input with the rest of it. */
function compare(input: CliInput) {
  const { inventory } = readCliDocument({ ...lists, ...input }, FILE);
  const [said] = inventory.statements;
  return said === undefined ? undefined : compareStatement(buildGraph(inventory), said);
}

const launch = (text: string) => compare({ 'ec2 run-instances': { error: text } });

const identity = (roleName: string, roleId: string, session: string, account = ACCOUNT) => ({
  'sts get-caller-identity': {
    UserId: `${roleId}:${session}`,
    Account: account,
    Arn: `arn:aws:sts::${account}:assumed-role/${roleName}/${session}`,
  },
});

const decoded = (allowed: boolean) => ({
  'sts decode-authorization-message': {
    DecodedMessage: JSON.stringify({
      allowed,
      explicitDeny: false,
      context: {
        principal: { arn: `arn:aws:iam::${ACCOUNT}:user/joe` },
        action: 'iam:PassRole',
        resource: `arn:aws:iam::${ACCOUNT}:role/r`,
      },
    }),
  },
});

describe('what a host says', () => {
  it('agrees with the chain of the instance that its session names', () => {
    const compared = compare(identity('r', 'AROAREXAMPLE000001', 'i-0a1'));
    expect(compared).toMatchObject({
      outcome: 'agrees',
      sentence: '`i-0a1` runs as role `r`, which is what profile `p` holds.',
    });
    expect(compared?.nodes.map(({ kind }) => kind)).toEqual(['instance', 'profile', 'role']);
  });

  it('disagrees when the role is another one than the profile holds', () => {
    const compared = compare(identity('old', 'AROAOLD', 'i-0a1'));
    expect(compared).toMatchObject({ outcome: 'disagrees', severity: 'warning' });
    expect(compared?.sentence).toContain('credentials of the old role');
    expect(compared?.delay).toContain('up to one hour');
  });

  it('finds the chain by the role when the session is of no instance that was read', () => {
    expect(compare(identity('s', 'AROASEXAMPLE000001', 'i-0ff'))).toMatchObject({ outcome: 'agrees' });
  });

  it('is not in this account when the account is another, or nothing holds that role', () => {
    expect(compare(identity('r', 'AROAREXAMPLE000001', 'i-0a1', '444455556666'))?.outcome).toBe(
      'not-in-account',
    );
    expect(compare(identity('nobody', 'AROANOBODY', 'i-0ff'))?.outcome).toBe('not-in-account');
  });

  it('cannot be told for a user: those keys are not of an instance profile', () => {
    const user = {
      'sts get-caller-identity': { UserId: 'AIDAX', Account: ACCOUNT, Arn: `arn:aws:iam::${ACCOUNT}:user/x` },
    };
    expect(compare(user)).toMatchObject({ outcome: 'cannot-tell' });
  });

  it('agrees in iam/info, by the id of the profile', () => {
    const info = {
      Code: 'Success',
      InstanceProfileArn: `arn:aws:iam::${ACCOUNT}:instance-profile/p`,
      InstanceProfileId: 'AIPAPEXAMPLE000001',
    };
    const compared = compare({ 'curl -s http://169.254.169.254/latest/meta-data/iam/info': info });
    expect(compared).toMatchObject({ outcome: 'agrees' });
    expect(compared?.sentence).toContain('profile `p` with role `r`, used by `i-0a1`');
  });

  it('names a profile in iam/info that the complete list lacks', () => {
    const info = {
      Code: 'Success',
      InstanceProfileArn: `arn:aws:iam::${ACCOUNT}:instance-profile/gone`,
      InstanceProfileId: 'AIPAGONE',
    };
    const compared = compare({ 'curl -s http://169.254.169.254/latest/meta-data/iam/info': info });
    expect(compared).toMatchObject({ outcome: 'not-in-account', severity: 'critical' });
  });

  it('was allowed, or denied, to pass a role', () => {
    expect(compare(decoded(false))).toMatchObject({ outcome: 'disagrees', severity: 'critical' });
    expect(compare(decoded(true))).toMatchObject({ outcome: 'agrees', severity: undefined });
  });

  it('is explained when it is the error of a launch, and unsettled when nobody knows its text', () => {
    expect(
      launch(
        'An error occurred (InvalidParameterValue) when calling the RunInstances operation: Value (r) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name',
      ),
    ).toMatchObject({ outcome: 'explained', severity: 'warning' });
    expect(launch('An error occurred (Odd) when calling the RunInstances operation: odd')?.outcome).toBe(
      'cannot-tell',
    );
  });

  it('contradicts the lists when a program on the only host finds no credentials, though the chain is right', () => {
    expect(
      compare({
        ...instances(instance('i-0a1', 'p')),
        'ec2 run-instances': { error: 'Unable to locate credentials.' },
      }),
    ).toMatchObject({
      outcome: 'disagrees',
      severity: 'warning',
    });
  });

  it('cannot be told while nobody knows which role the profile of the host holds', () => {
    const session = identity('old', 'AROAOLD', 'i-0a1');
    const refused = {
      'iam list-instance-profiles': {
        error: 'An error occurred (AccessDenied) when calling the ListInstanceProfiles operation: no',
      },
    };
    expect(compare({ ...session, ...refused })?.outcome).toBe('cannot-tell');
    const cut = {
      'iam list-instance-profiles': { InstanceProfiles: [profile('q', [role('s')])], IsTruncated: true },
    };
    expect(compare({ ...identity('old', 'AROAOLD', 'i-0ff'), ...cut })?.outcome).toBe('cannot-tell');
  });
});
