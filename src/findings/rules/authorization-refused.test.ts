import { describe, expect, it } from 'vitest';
import { readCliDocument } from '../../files/read-cli-document.ts';
import { ACCOUNT, type CliInput, FILE, findWith } from '../cli-input.test-data.ts';
import { authorizationRefused } from './authorization-refused.ts';

const find = (input: CliInput) => findWith(authorizationRefused, readCliDocument(input, FILE).inventory);

const decoded = (fields: object, allowed = false) =>
  find({
    'sts decode-authorization-message': {
      DecodedMessage: JSON.stringify({
        allowed,
        explicitDeny: false,
        context: { principal: { arn: `arn:aws:iam::${ACCOUNT}:user/joe` }, ...fields },
      }),
    },
  });

describe('a decoded authorization message', () => {
  it('is told for actions other than passing a known role', () => {
    const [finding] = decoded({ action: 'ec2:RunInstances', resource: '*' });
    expect(finding?.answer).toContain('may not call `ec2:RunInstances`');
    expect(finding?.nodes).toHaveLength(1);
  });

  it('says that iam:PassRole is checked on the role when the resource is a profile', () => {
    const [finding] = decoded({
      action: 'iam:PassRole',
      resource: `arn:aws:iam::${ACCOUNT}:instance-profile/p`,
    });
    expect(finding).toMatchObject({ severity: 'critical' });
    expect(finding?.fix.sentence).toContain('never on that of the profile');
  });

  it('is left to the edge when the role is one, and to nobody when the call was allowed', () => {
    expect(decoded({ action: 'iam:PassRole', resource: `arn:aws:iam::${ACCOUNT}:role/r` })).toEqual([]);
    expect(decoded({ action: 'ec2:RunInstances' }, true)).toEqual([]);
  });
});
