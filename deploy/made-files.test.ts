import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { GRANTS, permissionsOf } from '../src/access/minimal-policy.ts';
import { PARTITIONS } from '../src/base/partitions.ts';
import { madeFiles, TEMPLATE } from './made-files.ts';
import allowed from './relay/allowed.js';

describe('what the deployment files take from the app', () => {
  it.each(madeFiles().map(({ path, text }) => [path.replace(/.*\/deploy\//, ''), path, text]))(
    '%s is up to date (else run "npm run deploy:make")',
    (_name, path, text) => {
      expect(readFileSync(path, 'utf8')).toBe(text);
    },
  );

  it('fits into one call of CloudFormation', () => {
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html: 51,200 bytes
    expect(readFileSync(TEMPLATE).length).toBeLessThan(51_200);
  });
});

describe('the list of a relay', () => {
  const actions = Object.entries(allowed.actions).flatMap(([service, names]) =>
    Object.keys(names).map((name) => `${service}:${name}`),
  );

  it('holds exactly the calls that the app asks permissions for, and the one that needs none', () => {
    const wanted = ['sts:GetCallerIdentity', ...GRANTS.flatMap(permissionsOf)];
    expect(actions.sort()).toEqual(wanted.sort());
  });

  it('holds no call that changes anything or gives out credentials', () => {
    for (const action of actions) {
      expect(action).toMatch(/^[a-z0-9]+:(Get|List|Describe|Simulate)[A-Za-z]+$/);
      expect(action).not.toMatch(/Token|Credential|Password|Secret|AccessKey/);
    }
  });

  it('holds hosts of AWS alone, of every region', () => {
    const suffixes = PARTITIONS.flatMap(({ dnsSuffix, dualStackSuffix }) => [dnsSuffix, dualStackSuffix]);
    for (const [host, service] of Object.entries(allowed.hosts)) {
      expect(suffixes.some((suffix) => host.endsWith(`.${suffix}`))).toBe(true);
      expect(host).toMatch(new RegExp(`^${service}(-fips)?\\.[a-z0-9.-]+$`));
      expect(Object.keys(allowed.actions)).toContain(service);
    }
    for (const { regions, dnsSuffix, iamHost } of PARTITIONS) {
      expect(allowed.hosts[iamHost]).toBe('iam');
      for (const region of regions) {
        for (const service of ['ec2', 'sts', 'autoscaling']) {
          expect(allowed.hosts[`${service}.${region}.${dnsSuffix}`]).toBe(service);
        }
      }
    }
  });
});
