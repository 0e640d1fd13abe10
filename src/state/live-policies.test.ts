import { describe, expect, it, vi } from 'vitest';
import type { Page } from '../collect/page.ts';
import { toArn, toRegion } from '../inventory/ids.ts';
import { ACCOUNT, origin, type Script, Scripted, signedIn } from './signed-in.test-data.ts';

const SHARED = toArn('arn:aws:iam::aws:policy/Shared');

/** Role a has an inline policy, and both a and b have a managed one. */
const policies: Script = (request) => {
  const { call, resource = '', detail } = request;
  const role = { origin: { ...origin, call }, accountId: ACCOUNT, RoleName: resource };
  const managed = { origin: { ...origin, call }, accountId: ACCOUNT, PolicyArn: SHARED, VersionId: 'v3' };
  const AttachedPolicies = [{ PolicyName: 'Shared', PolicyArn: SHARED }];
  const part = (): Page['part'] => {
    switch (call) {
      case 'ec2:DescribeRegions':
        return { regions: [{ origin, RegionName: toRegion('eu-west-1') }] };
      case 'iam:ListAttachedRolePolicies':
        return { rolePolicies: [{ ...role, AttachedPolicies }] };
      case 'iam:ListRolePolicies':
        return { rolePolicies: [{ ...role, InlinePolicyNames: resource === 'a' ? ['own'] : [] }] };
      case 'iam:GetRolePolicy':
        return {
          rolePolicies: [{ ...role, InlinePolicies: [{ PolicyName: detail ?? '', PolicyDocument: '{}' }] }],
        };
      case 'iam:GetPolicy':
        return { managedPolicies: [managed] };
      case 'iam:GetPolicyVersion':
        return { managedPolicies: [{ ...managed, Document: '{}' }] };
      case 'iam:GetAccountAuthorizationDetails':
        return {
          rolePolicies: [
            { ...role, RoleName: 'a', AttachedPolicies, InlinePolicyNames: [], InlinePolicies: [] },
          ],
        };
      default:
        return {};
    }
  };
  return { part: part(), records: 1, next: { kind: 'end' } };
};

describe('reading the policies of a role live', () => {
  it('reads the policies of a role when asked: its lists, each document once, what roles share once for both', async () => {
    const { live, settled, asked } = await signedIn(policies);
    await settled();
    expect(asked.filter((name) => name.startsWith('iam:Get'))).toEqual([]);
    live.readRolePolicies('a', ACCOUNT);
    live.readRolePolicies('a', ACCOUNT);
    live.readRolePolicies('b', ACCOUNT);
    await vi.waitFor(() => expect(live.getSnapshot().inventory?.managedPolicies[0]?.Document).toBeDefined());
    await settled();
    live.readRolePolicies('a', ACCOUNT);
    await settled();
    expect(asked.filter((name) => /Polic|GetRole/.test(name)).sort()).toEqual([
      `iam:GetPolicy ${SHARED}`,
      `iam:GetPolicyVersion ${SHARED} v3`,
      'iam:GetRole a',
      'iam:GetRole b',
      'iam:GetRolePolicy a own',
      'iam:ListAttachedRolePolicies a',
      'iam:ListAttachedRolePolicies b',
      'iam:ListRolePolicies a',
      'iam:ListRolePolicies b',
    ]);
    const { rolePolicies, managedPolicies } = live.getSnapshot().inventory ?? {};
    expect(rolePolicies?.find((record) => record.RoleName === 'a')).toMatchObject({
      AttachedPolicies: [{ PolicyArn: SHARED }],
      InlinePolicyNames: ['own'],
      InlinePolicies: [{ PolicyName: 'own' }],
    });
    expect(managedPolicies).toMatchObject([{ PolicyArn: SHARED, VersionId: 'v3', Document: '{}' }]);
  });

  it('keeps what came of the policies of a role when one call is denied, and asks only for that one again', async () => {
    let denies = true;
    const { live, settled, asked, entry } = await signedIn((request, token, nth) => {
      if (request.call === 'iam:GetRolePolicy' && denies) {
        throw new Scripted({
          status: 'denied',
          reason: { kind: 'denied', permission: request.call, by: 'identity' },
        });
      }
      return policies(request, token, nth);
    });
    await settled();
    live.readRolePolicies('a', ACCOUNT);
    await vi.waitFor(() =>
      expect(entry('iam:GetRolePolicy')).toMatchObject({ status: 'denied', detail: 'own' }),
    );
    await settled();
    expect(live.getSnapshot().inventory?.managedPolicies[0]?.Document).toBe('{}');
    denies = false;
    const before = asked.length;
    live.readRolePolicies('a', ACCOUNT);
    await vi.waitFor(() => expect(entry('iam:GetRolePolicy')?.status).toBe('complete'));
    expect(asked.slice(before)).toEqual(['iam:GetRolePolicy a own']);
  });

  it('reads to the end the policies of a role that is asked for after a cancel, and nothing else', async () => {
    const { live, settled, asked, entry } = await signedIn(policies);
    await settled();
    live.cancel();
    const before = asked.length;
    live.readRolePolicies('a', ACCOUNT);
    await vi.waitFor(() => expect(entry('iam:GetPolicyVersion')?.status).toBe('complete'));
    expect(asked).toHaveLength(before + 6);
  });

  it('asks for no more than the documents that the read of all policies leaves out', async () => {
    const { live, settled, asked, entry } = await signedIn(policies);
    await settled();
    live.setAllPolicies(true);
    await vi.waitFor(() => expect(entry('iam:GetAccountAuthorizationDetails')?.status).toBe('complete'));
    const before = asked.length;
    live.readRolePolicies('a', ACCOUNT);
    await vi.waitFor(() => expect(entry('iam:GetPolicyVersion')?.status).toBe('complete'));
    expect(asked.slice(before)).toEqual([`iam:GetPolicy ${SHARED}`, `iam:GetPolicyVersion ${SHARED} v3`]);
  });
});
