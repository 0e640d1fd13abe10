import { expectAccessible } from '../accessibility.ts';
import { failWith, hold, rewriteAnswer, THROTTLED } from '../edge.ts';
import { expect, test } from '../fixtures.ts';
import { AskPage } from '../pages/ask-page.ts';
import { StartPage } from '../pages/start-page.ts';
import { WorkspacePage } from '../pages/workspace-page.ts';
import { simulatedXml } from '../seeds/simulated.ts';

/** "Can this instance do that?": by AWS's simulator where somebody is signed in, by the policies at hand everywhere. */

// axe looks at each element many times, which takes long where the processor is busy.
test.slow();

const SIMULATE = 'iam:SimulatePrincipalPolicy';
const OBJECTS = 'arn:aws:s3:::orders/*';

test("AWS's own verdict: two pages, a slow-down, condition keys that it lacks, a Deny", async ({
  page,
  shop,
  aws,
}) => {
  const asked: URLSearchParams[] = [];
  await rewriteAnswer(page, { call: SIMULATE }, (_body, form) => {
    asked.push(form);
    const knows = form.toString().includes('vpce-1');
    const read = { action: 's3:GetObject', resource: OBJECTS };
    const write = { action: 's3:PutObject', resource: OBJECTS };
    if (form.get('Marker') === 'more') {
      return {
        status: 200,
        body: simulatedXml([
          { ...write, decision: knows ? 'explicitDeny' : 'allowed', matched: 'no-writes' },
        ]),
      };
    }
    const decided = knows
      ? ({ ...read, decision: 'allowed', matched: 'reads' } as const)
      : ({ ...read, decision: 'implicitDeny', missing: ['aws:SourceVpce'] } as const);
    return { status: 200, body: simulatedXml([decided], 'more') };
  });
  await failWith(page, { call: SIMULATE, times: 1 }, THROTTLED);

  const workspace = new WorkspacePage(page);
  await workspace.signIn(shop.reader);
  await workspace.node('Role s3access').click();
  await page.keyboard.press('a');
  const ask = new AskPage(page);
  await expect(ask.dialog.getByRole('combobox', { name: 'Can' })).toHaveValue('s3access');
  await ask.choose('do something else');
  await ask.dialog.getByRole('combobox', { name: 'Action' }).fill('s3:GetObject s3:PutObject ');
  await ask.field('Resource').fill(OBJECTS);
  expect(aws.count(SIMULATE), 'nothing is asked before somebody presses the button').toBe(0);

  await ask.aws.getByRole('button', { name: 'Ask AWS' }).click();
  await expect(ask.aws).toContainText('AWS cannot tell for s3:GetObject: it lacks values of condition keys.');
  expect(asked).toHaveLength(2);
  expect(asked[0]?.get('ActionNames.member.2')).toBe('s3:PutObject');
  expect(asked[0]?.get('ResourceArns.member.1')).toBe(OBJECTS);
  expect(asked[0]?.has('ResourcePolicy')).toBe(false);

  await ask.field('aws:SourceVpce').fill('vpce-1');
  await ask.aws.getByRole('button', { name: 'Ask AWS' }).click();
  await expect(ask.aws).toContainText('AWS says no: a statement denies role s3access s3:PutObject.');
  await expect(ask.aws).toContainText('reads (user-managed), line 3; no-writes (user-managed), line 3');
  await expect(ask.answerOf('s3:GetObject')).toContainText('AWS: allowed');
  await expect(ask.answerOf('s3:PutObject')).toContainText('AWS: denied by a statement');
  await ask.aws.getByText('What AWS does not look at here').click();
  await expect(ask.aws).toContainText('AWS does not simulate them for roles');
  await expectAccessible(page, "AWS's verdict", '[role=dialog]');

  const before = asked.length;
  await ask.aws.getByRole('button', { name: 'Ask again' }).click();
  await expect(ask.aws).toContainText('AWS says no');
  expect(asked, 'an answer is kept in memory').toHaveLength(before);
});

test('denied, the permission is named and the policies that were read answer; a question can be cancelled', async ({
  page,
  shop,
}) => {
  await failWith(
    page,
    { call: SIMULATE, times: 1 },
    {
      status: 403,
      code: 'AccessDenied',
      message: `User: arn:aws:sts::111122223333:assumed-role/reader/mira is not authorized to perform: ${SIMULATE} because no identity-based policy allows the ${SIMULATE} action`,
    },
  );
  const workspace = new WorkspacePage(page);
  await workspace.signIn(shop.reader);
  await workspace.node('Instance web-1,').click();
  await workspace.details.getByRole('button', { name: 'Ask: can it …?' }).click();
  const ask = new AskPage(page);
  await ask.field('Bucket').fill('orders');
  await ask.aws.getByRole('button', { name: 'Ask AWS' }).click();
  await expect(ask.aws.getByRole('alert')).toContainText(`${SIMULATE} is missing`);
  await expect(ask.aws.getByRole('button', { name: 'Copy the policy to grant' })).toBeVisible();
  await expect(ask.own).toContainText(
    'Cannot tell whether instance web-1 (role s3access) may do s3:GetObject',
  );
  await expect(ask.dialog).toContainText('aws iam list-attached-role-policies --role-name s3access');

  await hold(page, { call: SIMULATE });
  await ask.aws.getByRole('button', { name: 'Ask again' }).click();
  await ask.aws.getByRole('button', { name: 'Cancel' }).click();
  await expect(ask.aws).toContainText('Cancelled.');
});

const PARTNER = '444455556666';
const KEY = `arn:aws:kms:eu-west-1:${PARTNER}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
const OWN_ALONE = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'Own',
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${PARTNER}:root` },
      Action: '*',
      Resource: '*',
    },
  ],
});

test.describe('from files alone', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test("a partner's encrypted bucket: which side lacks what, the statements that fix it, and the checklist", async ({
    page,
  }) => {
    const start = new StartPage(page);
    await start.open();
    await start.exploreSample();
    await expect(new WorkspacePage(page).graph).toBeVisible();
    await page.keyboard.press('a');
    const ask = new AskPage(page);
    await ask.about('databricks-s3-access');
    await ask.field('Bucket').fill('s3://partner-lake/raw/');
    await ask.field('Account of the bucket').fill(PARTNER);
    await ask.field('KMS key of the bucket').fill('alias/lake');
    // The error that leaving the field brings does not move the page from under the click that left it.
    const pasteIt = ask.dialog
      .getByRole('group', { name: 'Bucket policy' })
      .getByRole('radio', { name: 'Paste it' });
    await pasteIt.click({ delay: 100 });
    await expect(ask.field('Bucket policy (JSON)')).toBeVisible();
    await expect(ask.dialog).toContainText('aws kms describe-key --key-id alias/lake');
    await ask.field('KMS key of the bucket').fill(KEY);
    await ask.pastePolicy('Bucket', OWN_ALONE);
    await ask.pastePolicy('Key', OWN_ALONE);

    await expect(ask.own).toContainText(
      'No, role databricks-s3-access may not do s3:GetObject and 1 more: its own policies do not allow s3:GetObject, kms:Decrypt; ' +
        'the bucket policy does not allow s3:GetObject; the key policy does not allow kms:Decrypt.',
    );
    await expect(ask.aws).toHaveCount(0);
    await expectAccessible(page, 'answer and fixes', '[role=dialog]');

    await ask.fixes.getByRole('button', { name: 'Add to the bucket policy' }).click();
    await expect(ask.own).not.toContainText('the bucket policy does not allow');
    await ask.fixes.getByRole('button', { name: 'Add to the key policy' }).click();
    await ask.fixes.getByRole('button', { name: 'Try it' }).click();
    await expect(ask.own).toContainText('Yes, role databricks-s3-access may do all 2 actions.');
    await expect(ask.own).toBeFocused();
    await expect(ask.fixes).toHaveCount(0);
    await expect(ask.field('Bucket policy (JSON)')).toHaveValue(
      /"Sid": "Own"[^]*role\/databricks\/databricks-s3-access/,
    );

    await ask.dialog.getByRole('tab', { name: 'Checklists' }).click();
    await expect(ask.step('The trust policy lets EC2 assume the role')).toContainText('Pass');
    await expect(ask.step('The role may list the bucket')).toContainText('Fail');
    await expect(ask.step('may pass the role')).toContainText('Cannot tell');
    await ask.step('Register this instance profile').getByRole('button').click();
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
    expect(await clipboard()).toContain(':instance-profile/databricks/databricks-s3-access');
    await expectAccessible(page, 'checklist', '[role=dialog]');
    await ask.dialog.getByRole('button', { name: 'Copy as Markdown' }).click();
    await expect.poll(clipboard).toContain('## Databricks: S3 by instance profile');
  });
});
