import { describe, expect, it } from 'vitest';
import { readCliDocument } from '../../files/read-cli-document.ts';
import {
  ACCOUNT,
  type CliInput,
  FILE,
  findWith,
  profile,
  profiles,
  role,
  template,
} from '../cli-input.test-data.ts';
import { profileReference } from './profile-reference.ts';

const find = (input: CliInput) => findWith(profileReference, readCliDocument(input, FILE).inventory);

const listed = profiles(profile('p', [role('r')]));

describe('a reference of a launch source', () => {
  it('is right by name and by ARN', () => {
    expect(find({ ...listed, ...template({ Name: 'p' }) })).toEqual([]);
    expect(find({ ...listed, ...template({ Arn: `arn:aws:iam::${ACCOUNT}:instance-profile/p` }) })).toEqual(
      [],
    );
  });

  it('is wrong as a role ARN, and says in which profile that role is', () => {
    const [finding] = find({ ...listed, ...template({ Arn: `arn:aws:iam::${ACCOUNT}:role/r` }) });
    expect(finding).toMatchObject({
      severity: 'critical',
      nodeKinds: ['launch-template', 'profile'],
      edgeKinds: ['names'],
    });
    expect(finding?.fix.sentence).toContain('a role ARN is never accepted. Role `r` is in profile `p`');
  });

  it('is wrong when the complete list lacks the profile, and unsettled when the list is cut', () => {
    const [finding] = find({ ...listed, ...template({ Name: 'gone' }) });
    expect(finding).toMatchObject({ severity: 'critical', title: 'Launch source names a missing profile' });
    const cut = { 'iam list-instance-profiles': { InstanceProfiles: [], IsTruncated: true, Marker: 'm' } };
    expect(find({ ...cut, ...template({ Name: 'gone' }) })).toEqual([]);
  });

  it('is critical for the default version, a warning for a latest one that nothing launches', () => {
    const latest = template({ Name: 'gone' }, { DefaultVersion: false });
    expect(find({ ...listed, ...latest })[0]?.severity).toBe('warning');
  });

  it('hints at another path, another letter case, and a role of that name', () => {
    const withPath = profiles(
      profile('p', [role('r')], { Path: '/some/', Arn: `arn:aws:iam::${ACCOUNT}:instance-profile/some/p` }),
    );
    expect(
      find({ ...withPath, ...template({ Arn: `arn:aws:iam::${ACCOUNT}:instance-profile/p` }) })[0]?.fix
        .sentence,
    ).toContain('instance-profile/some/p');
    expect(find({ ...listed, ...template({ Name: 'P' }) })[0]).toMatchObject({
      severity: 'warning',
      title: 'Name in other letter case',
    });
    expect(find({ ...listed, ...template({ Name: 'r' }) })[0]?.fix.sentence).toContain(
      '`r` is the name of a role',
    );
  });

  it('is wrong across accounts and partitions', () => {
    const caller = {
      'sts get-caller-identity': { UserId: 'AIDAX', Account: ACCOUNT, Arn: `arn:aws:iam::${ACCOUNT}:user/x` },
    };
    const other = template({ Arn: 'arn:aws:iam::444455556666:instance-profile/p' });
    expect(find({ ...caller, ...other })[0]).toMatchObject({
      severity: 'critical',
      title: 'Profile of another account',
    });
  });

  it('is looked at in launch configurations, Elastic Beanstalk, EMR and Batch too', () => {
    const none = profiles();
    const sources = {
      'autoscaling describe-launch-configurations': {
        LaunchConfigurations: [{ LaunchConfigurationName: 'lc', IamInstanceProfile: 'gone' }],
      },
      'elasticbeanstalk describe-configuration-settings': {
        ConfigurationSettings: [
          {
            EnvironmentName: 'e',
            OptionSettings: [
              {
                Namespace: 'aws:autoscaling:launchconfiguration',
                OptionName: 'IamInstanceProfile',
                Value: 'gone',
              },
            ],
          },
        ],
      },
      'emr describe-cluster': {
        Cluster: { Id: 'j-1', Name: 'etl', Ec2InstanceAttributes: { IamInstanceProfile: 'gone' } },
      },
      'batch describe-compute-environments': {
        computeEnvironments: [
          {
            computeEnvironmentName: 'ce',
            computeResources: { instanceRole: `arn:aws:iam::${ACCOUNT}:instance-profile/gone` },
          },
        ],
      },
    };
    expect(find({ ...none, ...sources }).map(({ answer }) => answer.split(' names ')[0])).toEqual([
      'AWS Batch compute environment `ce`',
      'Elastic Beanstalk environment `e`',
      'EMR cluster `etl`',
      'Launch configuration `lc`',
    ]);
  });
});

describe('the command for a reference', () => {
  it('names the profile that is surely meant', () => {
    const listedWithPath = profiles(profile('W', [role('r')], { path: '/team/' }));
    for (const reference of [{ Name: '/team/W' }, { Name: 'w' }]) {
      const [finding] = find({ ...listedWithPath, ...template(reference) });
      expect(finding?.fix.command).toContain('"Name":"W"');
    }
    const [path] = find({ ...listedWithPath, ...template({ Name: '/team/W' }) });
    expect(path).toMatchObject({ severity: 'critical', title: 'Path given with the name' });
  });

  it('names the Auto Scaling groups that launch from a configuration', () => {
    const [finding] = find({
      ...listed,
      'autoscaling describe-auto-scaling-groups': {
        AutoScalingGroups: [{ AutoScalingGroupName: 'asg', LaunchConfigurationName: 'lc' }],
      },
      'autoscaling describe-launch-configurations': {
        LaunchConfigurations: [{ LaunchConfigurationName: 'lc', IamInstanceProfile: 'gone' }],
      },
    });
    expect(finding?.fix.command).toContain('--auto-scaling-group-name asg');
  });
});
