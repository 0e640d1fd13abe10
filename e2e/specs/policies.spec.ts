import { expectAccessible } from '../accessibility.ts';
import { inPages, rewriteAnswer } from '../edge.ts';
import { expect, test } from '../fixtures.ts';
import { WorkspacePage } from '../pages/workspace-page.ts';
import { clientsFor } from '../seeds/clients.ts';
import { CROWD } from '../seeds/crowd.ts';
import { attach, createPolicy, LAKE, type LakeSeed, seedLake } from '../seeds/lake.ts';
import { createUser } from '../seeds/steps.ts';
import { MINISTACK_URL, MOTO_URL } from '../servers/addresses.ts';

/** The policies of one role, on click and in bulk: the calls are counted off the wire. */

const POLICY_CALLS =
  /^iam:(ListAttachedRolePolicies|ListRolePolicies|GetRolePolicy|GetPolicy|GetPolicyVersion|GetRole)$/;

test.describe('an account whose roles have policies of every kind', () => {
  test.use({ config: { endpoint: MINISTACK_URL, regions: [LAKE.region] } });

  let lake: LakeSeed;
  test.beforeAll(async () => {
    // An account for each run: what one has made would stand in the way of the next.
    lake = await seedLake(MINISTACK_URL, `88${String(Date.now()).slice(-10)}`);
  });

  test('a role is read on click with exactly the calls it needs, in words, and drawn beside it', async ({
    page,
    aws,
  }) => {
    const workspace = new WorkspacePage(page);
    const read = () => Object.entries(aws.byCall()).filter(([call]) => POLICY_CALLS.test(call));
    const listed = (): readonly string[] =>
      aws.requests
        .map((request) => new URL(request.url()).pathname)
        .filter((path) => path.startsWith('/iam-actions/'));
    await workspace.signIn(lake.reader);
    expect(read()).toEqual([]);

    await workspace.node(`Role ${LAKE.reader}`).click();
    await workspace.details.getByRole('button', { name: 'Read policies' }).click();
    const row = (name: string) => workspace.details.getByRole('button', { name: new RegExp(`^${name} `) });
    await expect(row(LAKE.boundary)).toBeVisible();
    await expect(row(LAKE.inline)).toBeVisible();
    await expect(
      workspace.details.getByRole('button', { name: /Reading|Read what is missing/ }),
    ).toBeHidden();
    const once = {
      'iam:GetRole': 1,
      'iam:ListAttachedRolePolicies': 1,
      'iam:ListRolePolicies': 1,
      'iam:GetRolePolicy': 1,
      'iam:GetPolicy': 3,
      'iam:GetPolicyVersion': 3,
    };
    expect(Object.fromEntries(read())).toEqual(once);
    expect(listed()).toEqual([]);

    await row(LAKE.own).click();
    await expect(workspace.details).toContainText('arn:aws:s3:::lake/*');
    await expect(workspace.details).toContainText('aws:SourceVpc');
    await expect(workspace.details.getByText(/^Read \d+$/)).toBeVisible();
    expect(listed()).toEqual(['/iam-actions/services.json', '/iam-actions/s3.json']);
    await row(LAKE.inline).click();
    await expect(workspace.details).toContainText(
      's3:GetObjects is no action that AWS lists; s3:GetObject may be meant.',
    );

    await workspace.node(`Role ${LAKE.writer}`).click();
    await workspace.details.getByRole('button', { name: 'Read policies' }).click();
    await expect(row(LAKE.shared)).toBeVisible();
    await expect(workspace.details).toContainText('No permissions boundary');
    expect(Object.fromEntries(read())).toEqual({
      ...once,
      'iam:GetRole': 2,
      'iam:ListAttachedRolePolicies': 2,
      'iam:ListRolePolicies': 2,
    });

    await workspace.details.getByRole('button', { name: 'Show in graph' }).click();
    await expect(workspace.column('Policies', 4)).toBeVisible();
    await expect(page).toHaveURL(/policies=1/);
    await workspace.node(`Customer managed policy ${LAKE.shared}. On 2 roles`).click();
    await expect(workspace.details).toContainText('logs:PutLogEvents');
    await expect(workspace.details).toContainText('Gives permissions to');
    await expectAccessible(page, 'policies beside their roles');
  });

  test('a denied document says which permission is missing, and the rest stays', async ({ page, aws }) => {
    const workspace = new WorkspacePage(page);
    await workspace.signIn(lake.withoutInline);
    await workspace.node(`Role ${LAKE.reader}`).click();
    await workspace.details.getByRole('button', { name: 'Read policies' }).click();
    await expect(workspace.details).toContainText('Missing permission:');
    await expect(workspace.details).toContainText(`iam:GetRolePolicy of ${LAKE.inline}`);
    await expect(workspace.details).toContainText('not readable: iam:GetRolePolicy is denied');
    await workspace.details.getByRole('button', { name: new RegExp(`^${LAKE.own} `) }).click();
    await expect(workspace.details).toContainText('arn:aws:s3:::lake/*');
    const before = aws.count('iam:GetRolePolicy');
    await workspace.details.getByRole('button', { name: 'Read what is missing' }).click();
    await expect.poll(() => aws.count('iam:GetRolePolicy')).toBe(before + 1);
    expect(aws.count('iam:ListRolePolicies')).toBe(1);
  });

  test('all at once by choice: no call for a single role', async ({ page, aws }) => {
    const workspace = new WorkspacePage(page);
    await workspace.signIn(lake.reader, '/?policies=1');
    await workspace.openCoverage();
    await page.getByRole('switch', { name: 'Read all policies of the account' }).click();
    await page.keyboard.press('Escape');
    await workspace.node(`Role ${LAKE.reader}`).click();
    await workspace.details.getByRole('button', { name: new RegExp(`^${LAKE.own} `) }).click();
    await expect(workspace.details).toContainText('arn:aws:s3:::lake/*');
    await expect(workspace.node(`Customer managed policy ${LAKE.shared}. On 2 roles`)).toBeVisible();
    expect(Object.keys(aws.byCall()).filter((call) => POLICY_CALLS.test(call))).toEqual([]);
  });
});

test.describe('an account that enforces its policies', () => {
  test.use({ config: { endpoint: MOTO_URL, regions: [CROWD.region] } });

  test('a list in pages is one list, and each document that is denied says so', async ({
    page,
    crowd,
    aws,
  }) => {
    const role = 'crowd-role-0007';
    const admin = clientsFor(MOTO_URL, crowd.reader);
    const run = String(Date.now());
    const allowed = {
      Effect: 'Allow',
      Action: ['ec2:*', 'iam:*', 'sts:*', 'autoscaling:*'],
      Resource: '*',
    } as const;
    const arns = [];
    for (const name of [`first-${run}`, `second-${run}`]) {
      const arn = await createPolicy(admin, name, { Effect: 'Allow', Action: 's3:List*', Resource: '*' });
      await attach(admin, role, arn);
      arns.push(arn);
    }
    const reader = await createUser(admin, `reader-${run}`, [
      allowed,
      { Effect: 'Deny', Action: 'iam:GetPolicyVersion', Resource: '*' },
    ]);
    const pages = inPages('AttachedPolicies', 1);
    await rewriteAnswer(page, { call: 'iam:ListAttachedRolePolicies' }, (body, form) =>
      // moto goes on from a marker by itself, but gives up to 1,000 policies at once.
      form.has('Marker') ? { body } : pages(body, form),
    );
    const workspace = new WorkspacePage(page);
    await workspace.signIn(reader, `/?q=${role}`);
    await workspace.node(`Role ${role}`).click();
    await workspace.details.getByRole('button', { name: 'Read policies' }).click();
    await expect(workspace.details).toContainText(`iam:GetPolicyVersion of second-${run}`);
    await expect(workspace.details).toContainText('Missing permission:');
    expect(aws.count('iam:ListAttachedRolePolicies')).toBe(2);
    expect(aws.count('iam:GetPolicy')).toBeGreaterThanOrEqual(arns.length);
    expect(aws.count('iam:GetPolicyVersion')).toBe(aws.count('iam:GetPolicy'));
  });
});
