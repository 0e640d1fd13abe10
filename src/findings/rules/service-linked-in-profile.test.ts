import { describe, expect, it } from 'vitest';
import { readCliDocument } from '../../files/read-cli-document.ts';
import {
  type CliInput,
  FILE,
  findWith,
  profile,
  profiles,
  role,
  roles,
  trust,
} from '../cli-input.test-data.ts';
import { serviceLinkedInProfile } from './service-linked-in-profile.ts';

const find = (input: CliInput) => findWith(serviceLinkedInProfile, readCliDocument(input, FILE).inventory);

const linked = role('r', trust({ Principal: { Service: 'autoscaling.amazonaws.com' } }), {
  Path: '/aws-service-role/autoscaling.amazonaws.com/',
  Arn: 'arn:aws:iam::111122223333:role/aws-service-role/autoscaling.amazonaws.com/r',
});

describe('a service-linked role', () => {
  it('is out of place in a profile, and nowhere else', () => {
    expect(find(profiles(profile('p', [linked])))[0]).toMatchObject({
      severity: 'warning',
      nodeKinds: ['role', 'profile'],
    });
    expect(find(roles(linked, role('app')))).toEqual([]);
  });
});
