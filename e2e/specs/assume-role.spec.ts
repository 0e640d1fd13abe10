import { failWith } from '../edge.ts';
import { expect, test } from '../fixtures.ts';
import { everythingInThePage, everythingStored, leaks } from '../leaks.ts';
import { RoleForm } from '../pages/role-form.ts';
import { StartPage } from '../pages/start-page.ts';
import { WorkspacePage } from '../pages/workspace-page.ts';
import { exportLines } from '../seeds/clients.ts';
import { PARTNERS } from '../seeds/partners.ts';
import { MOTO_URL } from '../servers/addresses.ts';

/** MiniStack enforces trust policies, external IDs and session policies as AWS does. */

const ASSUME = 'sts:AssumeRole';

test('a role is assumed with its external ID, held to reads, and all of its account is read', async ({
  page,
  shop,
  aws,
  consoleLines,
}) => {
  const [start, form, workspace] = [new StartPage(page), new RoleForm(page), new WorkspacePage(page)];
  await start.open();
  await form.choose('Assume a role');
  await start.paste(exportLines(shop.longLived));
  await form.roleArn.fill(PARTNERS.warehouse);
  await form.externalId.fill(PARTNERS.externalId);
  await start.signInButton.click();
  await workspace.whenRead();

  await expect(workspace.account).toContainText('4444-5555-6666');
  await expect(
    workspace.node('2 like instances, warehouse').or(workspace.node('Instance warehouse,')).first(),
  ).toBeVisible();
  const [assume] = aws.calls.filter(({ call }) => call === ASSUME);
  const sent = new URLSearchParams(assume?.request.postData() ?? '');
  expect(sent.get('Policy')).toContain('ec2:DescribeInstances');
  // The session policy is narrower than the role's own, and still nothing is refused.
  await workspace.openCoverage();
  await expect(workspace.coverage.getByText(/denied/i)).toHaveCount(0);

  const { accessKeyId, secretAccessKey } = shop.longLived;
  const others = aws.calls.filter(({ call }) => call !== ASSUME);
  expect(others.length).toBeGreaterThan(10);
  for (const { request } of others) {
    expect(request.headers()['authorization']).not.toContain(accessKeyId);
  }
  const answer = await (await assume?.request.response())?.text();
  const made = [...(answer ?? '').matchAll(/<(?:AccessKeyId|SecretAccessKey|SessionToken)>([^<]+)</g)];
  const secrets = [accessKeyId, secretAccessKey, ...made.flatMap(([, value]) => value ?? [])];
  expect(secrets).toHaveLength(5);
  expect(leaks(secrets, await everythingStored(page))).toEqual([]);
  expect(leaks(secrets, await everythingInThePage(page))).toEqual([]);
  expect(leaks(secrets, page.url() + consoleLines.join('\n'))).toEqual([]);
});

test('another external ID is refused, and said what it may be', async ({ page, shop }) => {
  const [start, form] = [new StartPage(page), new RoleForm(page)];
  await start.open();
  await form.choose('Assume a role');
  await start.paste(exportLines(shop.longLived));
  await form.roleArn.fill(PARTNERS.warehouse);
  await form.externalId.fill('harbour-4712');
  await start.signInButton.click();
  await expect(start.alert).toContainText(
    'AWS refused sts:AssumeRole for the role partner-audit of 444455556666',
  );
  await expect(start.alert).toContainText('the external ID is another one');
  await form.externalId.fill('');
  await start.signInButton.click();
  await expect(start.alert).toContainText('none was given');
  // What was pasted is there still, for the next try.
  await expect(start.accessKeyId).toHaveValue(shop.longLived.accessKeyId);
});

test('a role that only another role may assume is reached in two hops', async ({ page, shop, aws }) => {
  const [start, form, workspace] = [new StartPage(page), new RoleForm(page), new WorkspacePage(page)];
  await start.open();
  await form.choose('Assume a role');
  await start.paste(exportLines(shop.longLived));
  await form.roleArn.fill(PARTNERS.spoke);
  await start.signInButton.click();
  await expect(start.alert).toContainText('AWS refused sts:AssumeRole for the role spoke');
  await form.showMore();
  await form.firstRoleArn.fill(PARTNERS.hub);
  await start.signInButton.click();
  await workspace.whenRead();
  await expect(workspace.account).toContainText('4444-5555-6666');
  const roles = aws.calls
    .filter(({ call }) => call === ASSUME)
    .map(({ request }) => new URLSearchParams(request.postData() ?? '').get('RoleArn'));
  expect(roles).toEqual([PARTNERS.spoke, PARTNERS.hub, PARTNERS.spoke]);
});

test('long-lived keys and an MFA code become a session that the reads are made with', async ({
  page,
  shop,
  aws,
}) => {
  const [start, form, workspace] = [new StartPage(page), new RoleForm(page), new WorkspacePage(page)];
  await start.open();
  await form.choose('MFA');
  await start.paste(exportLines(shop.longLived));
  await form.mfaDevice.fill('arn:aws:iam::111122223333:mfa/mira');
  await form.mfaCode.fill('12345');
  await start.signInButton.click();
  await expect(form.mfaCode).toHaveAttribute('aria-invalid', 'true');
  expect(aws.calls).toEqual([]);
  await form.mfaCode.fill('123456');
  await start.signInButton.click();
  await workspace.whenRead();
  expect(aws.count('sts:GetSessionToken')).toBe(1);
  const [read] = aws.calls.filter(({ call }) => call === 'iam:ListRoles');
  expect(read?.request.headers()['authorization']).not.toContain(shop.longLived.accessKeyId);
});

test('a web identity token that the role does not trust is refused, and leaves no trace', async ({
  page,
}) => {
  const [start, form] = [new StartPage(page), new RoleForm(page)];
  const token = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJtaXJhIn0.c2ln';
  await start.open();
  await form.choose('Web identity');
  await form.door.getByLabel('Web identity token').fill(token);
  await form.roleArn.fill(PARTNERS.warehouse);
  await start.signInButton.click();
  await expect(start.alert).toContainText(/AssumeRoleWithWebIdentity|web identity token/);
  expect(leaks([token], (await everythingStored(page)) + page.url())).toEqual([]);
});

test.describe('with a server that speaks SAML', () => {
  test.use({ config: { endpoint: MOTO_URL, regions: ['us-east-1'] } });

  test('one of the roles of a SAML response is chosen and assumed, and the response is kept nowhere', async ({
    page,
    aws,
  }) => {
    const [start, form] = [new StartPage(page), new RoleForm(page)];
    const chosen = 'arn:aws:iam::123456789012:role/readers';
    const response = samlResponse('arn:aws:iam::123456789012:role/admins', chosen);
    await start.open();
    await form.choose('SAML');
    await form.door.getByLabel('SAML response').fill(response.slice(0, -40));
    await expect(form.door.getByText('breaks off or is damaged')).toBeVisible();
    await form.door.getByLabel('SAML response').fill(`SAMLResponse=${encodeURIComponent(response)}`);
    await form.door.getByRole('combobox', { name: 'Role, of 2 in the response' }).selectOption(chosen);
    await start.signInButton.click();
    await expect(new WorkspacePage(page).account).toContainText('1234-5678-9012');

    const [asked] = aws.requests.filter((request) => request.postData()?.includes('AssumeRoleWithSAML'));
    const sent = new URLSearchParams(asked?.postData() ?? '');
    expect(sent.get('RoleArn')).toBe(chosen);
    expect(sent.get('PrincipalArn')).toBe('arn:aws:iam::123456789012:saml-provider/corp');
    expect(sent.get('SAMLAssertion')).toBe(response);
    expect(asked?.headers()['authorization']).toBeUndefined();
    const secrets = [response, response.slice(100, 160)];
    expect(leaks(secrets, await everythingStored(page))).toEqual([]);
    expect(leaks(secrets, await everythingInThePage(page))).toEqual([]);
    expect(leaks(secrets, page.url())).toEqual([]);
  });
});

for (const [what, code, message, words] of [
  [
    'a wrong clock',
    'RequestTimeTooSkewed',
    'The difference is too large',
    'the clock of this computer is wrong',
  ],
  [
    'a duration beyond what the role allows',
    'ValidationError',
    'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
    'Take a shorter duration',
  ],
  [
    'a wrong MFA code',
    'AccessDenied',
    'MultiFactorAuthentication failed with invalid MFA one time pass code.',
    'Each code works once',
  ],
  ['base credentials that have expired', 'ExpiredToken', 'The security token is expired', 'have expired'],
] as const) {
  test(`${what} is told in its own words`, async ({ page, shop }) => {
    const [start, form] = [new StartPage(page), new RoleForm(page)];
    await failWith(page, { call: ASSUME }, { status: 403, code, message });
    await start.open();
    await form.choose('Assume a role');
    await start.paste(exportLines(shop.reader));
    await form.roleArn.fill(PARTNERS.warehouse);
    await start.signInButton.click();
    await expect(start.alert).toContainText(words);
  });
}

/** Each role in an attribute of its own: moto reads no attribute with several values, as most identity providers send. */
function samlResponse(...roles: readonly string[]): string {
  const provider = 'arn:aws:iam::123456789012:saml-provider/corp';
  const xml = `<?xml version="1.0"?>
<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_8e8dc5f69a98cc4c1ff3427e5ce34606fd672f91e6">
<saml:Assertion><saml:AttributeStatement>
${attribute('RoleSessionName', 'mira')}
${roles.map((role) => attribute('Role', `${role},${provider}`)).join('\n')}
</saml:AttributeStatement></saml:Assertion></samlp:Response>`;
  return Buffer.from(xml).toString('base64');
}

function attribute(name: string, value: string): string {
  return `<saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/${name}"><saml:AttributeValue>${value}</saml:AttributeValue></saml:Attribute>`;
}
