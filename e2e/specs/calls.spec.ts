import { inPages, rewriteAnswer } from '../edge.ts';
import { expect, test } from '../fixtures.ts';
import { WorkspacePage } from '../pages/workspace-page.ts';
import { CROWD } from '../seeds/crowd.ts';
import { SHOP } from '../seeds/shop.ts';
import { MINISTACK_URL, MOTO_URL } from '../servers/addresses.ts';

/** The number of API calls is the least that the page sizes of AWS allow: counted off the wire. */

const ONCE = {
  'sts:GetCallerIdentity': 1,
  'iam:ListAccountAliases': 1,
  'iam:ListInstanceProfiles': 1,
  'iam:ListRoles': 1,
  'ec2:DescribeRegions': 1,
};

test('four regions: one call of a kind in each, and some only where they can bring anything', async ({
  page,
  shop,
  aws,
}) => {
  const workspace = new WorkspacePage(page);
  await workspace.signIn(shop.reader);
  expect(aws.byCall()).toEqual({
    ...ONCE,
    'ec2:DescribeInstances': 4,
    'ec2:DescribeIamInstanceProfileAssociations': 4,
    'ec2:DescribeLaunchTemplates': 4,
    // Only one region has a launch template.
    'ec2:DescribeLaunchTemplateVersions': 1,
    'autoscaling:DescribeAutoScalingGroups': 4,
    'autoscaling:DescribeLaunchConfigurations': 4,
  });
  await expect(workspace.coverageSummary).toContainText(`${aws.calls.length} calls`);
});

test('no call for a single role before somebody asks, and then one', async ({ page, shop, aws }) => {
  const workspace = new WorkspacePage(page);
  await workspace.signIn(shop.reader);
  expect(aws.count('iam:GetRole')).toBe(0);
  await workspace.node('Role s3access').click();
  const more = workspace.details.getByRole('button', { name: 'Read boundary, tags, last use' });
  await more.click();
  await expect(more).toBeHidden();
  expect(aws.count('iam:GetRole')).toBe(1);
  expect(aws.count('iam:GetAccountAuthorizationDetails')).toBe(0);
});

test('reading again asks everything once more, and only then', async ({ page, shop, aws }) => {
  const workspace = new WorkspacePage(page);
  await workspace.signIn(shop.reader);
  await page.getByRole('button', { name: 'Read the account again' }).click();
  await expect.poll(() => aws.count('iam:ListRoles')).toBe(2);
  await workspace.whenRead();
  expect(aws.count('ec2:DescribeInstances')).toBe(8);
  expect(aws.count('sts:GetCallerIdentity')).toBe(1);
});

test.describe('all enabled regions', () => {
  test.use({ config: { endpoint: MINISTACK_URL } });

  test('are read, the empty ones with no call too many', async ({ page, shop, aws }) => {
    const workspace = new WorkspacePage(page);
    await workspace.signIn(shop.reader);
    const regions = new Set(
      aws.calls.filter((one) => one.call === 'ec2:DescribeInstances').map((one) => one.region),
    );
    expect(regions.size).toBeGreaterThan(25);
    expect(aws.count('ec2:DescribeInstances')).toBe(regions.size);
    expect(aws.count('ec2:DescribeIamInstanceProfileAssociations')).toBe(SHOP.regions.length);
  });
});

test.describe('an account of over a thousand', () => {
  test.use({ config: { endpoint: MOTO_URL, regions: [CROWD.region, 'eu-west-1'] } });

  test('is read in the fewest full pages', async ({ page, crowd, aws }) => {
    await rewriteAnswer(
      page,
      { call: 'iam:ListInstanceProfiles' },
      // moto gives all profiles in one answer; AWS at most 1,000.
      inPages('InstanceProfiles', 1000),
    );
    const workspace = new WorkspacePage(page);
    await workspace.signIn(crowd.reader);

    expect(aws.count('ec2:DescribeInstances', CROWD.region)).toBe(2);
    expect(aws.count('ec2:DescribeInstances', 'eu-west-1')).toBe(1);
    expect(aws.count('iam:ListInstanceProfiles')).toBe(2);
    expect(aws.count('iam:ListRoles')).toBe(2);
    await workspace.show('Table');
    await expect(workspace.tableCount).toContainText(/^1,005 chains$/);
    await workspace.search.fill(`crowd-role-${CROWD.profiles}`);
    await expect(workspace.row(`node-${CROWD.instances}`)).toContainText(`crowd-profile-${CROWD.profiles}`);
  });
});
