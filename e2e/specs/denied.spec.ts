import { EC2_EXPIRED, EC2_THROTTLED, EXPIRED, failWith, hold, rewriteAnswer, unplug } from '../edge.ts';
import { expect, test } from '../fixtures.ts';
import { StartPage } from '../pages/start-page.ts';
import { WorkspacePage } from '../pages/workspace-page.ts';
import { CROWD } from '../seeds/crowd.ts';
import { SHOP } from '../seeds/shop.ts';
import { MOTO_URL, PORTS } from '../servers/addresses.ts';

/** What may not be read, or did not come, is named, and takes nothing else away. */

test('denied profiles: instances stay, nothing is called broken, the missing permission is named', async ({
  page,
  shop,
}) => {
  const workspace = new WorkspacePage(page);
  await workspace.signIn(shop.withoutProfiles);
  await expect(workspace.column('Instances', 21)).toBeVisible();
  await workspace.node('Instance web-1,').click();
  await expect(workspace.details).toContainText(/cannot tell/i);
  await expect(workspace.details).toContainText('iam:ListInstanceProfiles');
  await workspace.openCoverage();
  await expect(workspace.coverageOf('iam:ListInstanceProfiles')).toContainText('denied');
  await expect(workspace.coverageOf('iam:ListInstanceProfiles')).toContainText('Missing permission');
  await expect(workspace.coverageOf('iam:ListRoles')).toContainText('complete');
});

test('a denied region: the others stand, and only what rests on it is in doubt', async ({ page, shop }) => {
  const workspace = new WorkspacePage(page);
  await workspace.signIn(shop.withoutRegion);
  await expect(workspace.column('Instances', 18)).toBeVisible();
  await workspace.node('Instance reports,').click();
  await expect(workspace.details).toContainText('deleted and made again');
  await workspace.openCoverage();
  const entry = workspace.coverageOf('ec2:DescribeInstances');
  await expect(entry).toContainText(SHOP.deniedRegion);
  await expect(entry).toContainText('denied');
  await expect(entry).toContainText('3 complete');
});

test('a throttled region is asked again until it answers', async ({ page, shop, aws }) => {
  const which = { call: 'ec2:DescribeInstances', region: 'eu-west-1', times: 2 } as const;
  await failWith(page, which, EC2_THROTTLED);
  const workspace = new WorkspacePage(page);
  await workspace.signIn(shop.reader);
  await expect(workspace.column('Instances', 21)).toBeVisible();
  expect(aws.count('ec2:DescribeInstances', 'eu-west-1')).toBe(3);
  expect(aws.count('ec2:DescribeInstances', 'us-west-2')).toBe(1);
});

test('a truncated list with no way on is partial, and proves no absence', async ({ page, shop }) => {
  await rewriteAnswer(page, { call: 'iam:ListInstanceProfiles' }, (body) => ({
    body: body.replace('<IsTruncated>false<', '<IsTruncated>true<'),
  }));
  const workspace = new WorkspacePage(page);
  await workspace.signIn(shop.reader);
  await workspace.node('Instance forgotten,').click();
  await expect(workspace.details).toContainText(/cannot tell/i);
  await workspace.openCoverage();
  await expect(workspace.coverageOf('iam:ListInstanceProfiles')).toContainText('partial');
});

test('a region out of reach names the host and hides nothing else', async ({ page, shop }) => {
  await unplug(page, { call: 'ec2:DescribeInstances', region: 'us-west-2' });
  const workspace = new WorkspacePage(page);
  await workspace.signIn(shop.reader);
  await expect(workspace.node('Instance web-1,')).toBeVisible();
  await expect(workspace.node('Instance importer,')).toHaveCount(0);
  await workspace.openCoverage();
  const entry = workspace.coverageOf('ec2:DescribeInstances');
  await expect(entry).toContainText('us-west-2');
  await expect(entry).toContainText(`127.0.0.1:${PORTS.ministack}`);
});

test('credentials that expire while reading end the session and keep what came', async ({ page, shop }) => {
  const workspace = new WorkspacePage(page);
  await workspace.signIn(shop.reader);
  await failWith(page, { call: ['ec2:DescribeInstances', 'ec2:DescribeRegions'] }, EC2_EXPIRED);
  await failWith(page, { call: ['iam:ListInstanceProfiles', 'iam:ListRoles'] }, EXPIRED);
  await page.getByRole('button', { name: 'Read the account again' }).click();
  await expect(workspace.credentialsBanner).toContainText('expired');
  await expect(workspace.node('Instance web-1,')).toBeVisible();
});

test('reading can be stopped; what came stays, the rest is said to be missing', async ({ page, shop }) => {
  await hold(page, { call: 'ec2:DescribeInstances', region: 'us-west-2' });
  const start = new StartPage(page);
  const workspace = new WorkspacePage(page);
  await start.open();
  await start.signIn(shop.reader);
  await expect(workspace.node('Instance web-1,')).toBeVisible();
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await workspace.whenRead();
  await expect(workspace.node('Instance web-1,')).toBeVisible();
  await workspace.openCoverage();
  await expect(workspace.coverageOf('ec2:DescribeInstances')).toContainText('us-west-2');
});

test.describe('a user who may not read IAM', () => {
  test.use({ config: { endpoint: MOTO_URL, regions: [CROWD.region] } });

  test('sees every instance and what is missing', async ({ page, crowd }) => {
    const workspace = new WorkspacePage(page);
    await workspace.signIn(crowd.withoutIam);
    await workspace.openCoverage();
    for (const call of ['iam:ListInstanceProfiles', 'iam:ListRoles']) {
      await expect(workspace.coverageOf(call)).toContainText('denied');
    }
    await page.keyboard.press('Escape');
    await workspace.show('Table');
    await workspace.search.fill(`node-${CROWD.instances}`);
    await expect(workspace.row(`node-${CROWD.instances}`)).toContainText('cannot tell');
  });
});
