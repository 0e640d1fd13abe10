import { describe, expect, it } from 'vitest';
import { fail, ok, type Result } from '../base/result.ts';
import { toIsoTime } from '../inventory/ids.ts';
import type { CredentialSource } from './credential-source.ts';
import { credentialProvider, keepCredentials, NotRenewedError } from './credential-vault.ts';
import type { StsCredentials } from './pasted-credentials.ts';
import { createRenewal } from './renewal.ts';
import type { SignInError } from './session.ts';

const START = Date.parse('2026-11-25T12:00:00Z');
const MINUTE = 60_000;
const REFUSED: SignInError = { kind: 'denied', message: 'AWS refused sts:AssumeRole.', advice: 'Ask.' };

const keys = (name: string, minutes: number): StsCredentials => ({
  accessKeyId: name,
  secretAccessKey: 'hush',
  sessionToken: 'hush-token',
  expiration: toIsoTime(new Date(START + minutes * MINUTE).toISOString()),
});

/** A source whose answers the test writes, and a clock that the test turns. */
function renewing(answers: readonly Result<StsCredentials, SignInError>[], { renews = true } = {}) {
  let asked = 0;
  let minutes = 0;
  const source: CredentialSource = {
    kind: 'assumed-role',
    words: 'of a role',
    renews,
    provide: () => {
      const answer = answers[asked];
      asked += 1;
      return answer ? Promise.resolve(answer) : Promise.reject(new Error('asked too often'));
    },
  };
  const renewal = createRenewal(source, keys('first', 60), () => new Date(START + minutes * MINUTE));
  const at = async (minute: number) => {
    minutes = minute;
    const answer = await renewal.current();
    return answer.ok ? answer.value.accessKeyId : answer.error;
  };
  return { renewal, at, asked: () => asked };
}

describe('credentials that renew', () => {
  it('stay the same until five minutes before their end, and are new from then on', async () => {
    const { renewal, at, asked } = renewing([ok(keys('second', 120))]);
    expect(await at(0)).toBe('first');
    expect(await at(54)).toBe('first');
    expect(asked()).toBe(0);
    expect(await at(56)).toBe('second');
    expect(await at(70)).toBe('second');
    expect(asked()).toBe(1);
    expect(renewal.expiresAt()).toBe('2026-11-25T14:00:00.000Z');
  });

  it('ask their source once, however many calls want to be signed', async () => {
    const { renewal, at, asked } = renewing([ok(keys('second', 120))]);
    await Promise.all([at(56), renewal.current(), renewal.current()]);
    expect(asked()).toBe(1);
  });

  it('go on to their end when renewing fails, try again after a pause, and say why', async () => {
    const { renewal, at, asked } = renewing([fail(REFUSED), ok(keys('second', 120))]);
    expect(await at(56)).toBe('first');
    expect(renewal.failure()).toBe(REFUSED);
    expect(await at(56.2)).toBe('first');
    expect(asked()).toBe(1);
    expect(await at(57)).toBe('second');
    expect(renewal.failure()).toBeUndefined();
  });

  it('give the reason instead of dead credentials once they ended', async () => {
    const { at } = renewing([fail(REFUSED)]);
    expect(await at(61)).toBe(REFUSED);
  });

  it('are never asked for again where their source cannot renew', async () => {
    const { at, asked } = renewing([], { renews: false });
    expect(await at(59)).toBe('first');
    expect(await at(61)).toBe('first');
    expect(asked()).toBe(0);
  });

  it('tell whoever watches', async () => {
    const { renewal, at } = renewing([ok(keys('second', 120))]);
    const heard: (string | undefined)[] = [];
    renewal.subscribe(() => heard.push(renewal.expiresAt()));
    await at(56);
    expect(heard).toEqual(['2026-11-25T14:00:00.000Z']);
  });

  it("reach the AWS SDK's clients with their end, so that those ask for new ones in time", async () => {
    const session = {};
    keepCredentials(session, renewing([]).renewal);
    expect(await credentialProvider(session)()).toMatchObject({
      accessKeyId: 'first',
      expiration: new Date(START + 60 * MINUTE),
    });
  });

  it('fail a call with a reason that can be shown when there are none left', async () => {
    const session = {};
    const { renewal, at } = renewing([fail(REFUSED), fail(REFUSED)]);
    await at(61);
    keepCredentials(session, renewal);
    await expect(credentialProvider(session)()).rejects.toEqual(new NotRenewedError(REFUSED));
  });
});
