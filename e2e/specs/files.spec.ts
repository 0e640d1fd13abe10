import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { expectAccessible } from '../accessibility.ts';
import { dragFiles, type NamedFile } from '../drag-files.ts';
import { expect, test } from '../fixtures.ts';
import { StartPage } from '../pages/start-page.ts';
import { WorkspacePage } from '../pages/workspace-page.ts';

const ACCOUNT = '111122223333';
const DENIED = `
An error occurred (AccessDenied) when calling the ListRoles operation: User: arn:aws:iam::${ACCOUNT}:user/mira is not authorized to perform: iam:ListRoles because no identity-based policy allows the iam:ListRoles action
`;
const PROFILES_YAML = `InstanceProfiles:
- Arn: arn:aws:iam::${ACCOUNT}:instance-profile/web
  CreateDate: '2026-01-01T00:00:00+00:00'
  InstanceProfileId: AIPAEXAMPLEWEB0000001
  InstanceProfileName: web
  Path: /
  Roles:
  - Arn: arn:aws:iam::${ACCOUNT}:role/app
    AssumeRolePolicyDocument:
      Statement:
      - Action: sts:AssumeRole
        Effect: Allow
        Principal:
          Service: ec2.amazonaws.com
      Version: '2012-10-17'
    CreateDate: '2026-01-01T00:00:00+00:00'
    Path: /
    RoleId: AROAEXAMPLEAPP0000001
    RoleName: app
`;

function instances(number: number, zone: string): string {
  const Instances = [
    {
      InstanceId: `i-0a1b2c3d4e5f6789${number}`,
      ImageId: 'ami-0123456789abcdef0',
      State: { Code: 16, Name: 'running' },
      Placement: { AvailabilityZone: zone },
      Tags: [{ Key: 'Name', Value: `web-${number}` }],
      IamInstanceProfile: {
        Arn: `arn:aws:iam::${ACCOUNT}:instance-profile/web`,
        Id: 'AIPAEXAMPLEWEB0000001',
      },
    },
  ];
  return JSON.stringify({ Reservations: [{ OwnerId: ACCOUNT, Instances }] }, undefined, 4);
}

async function paste(page: Page, text: string) {
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);
}

test('a mix of good, odd and broken files: the good ones make the picture, each is told of, more are added', async ({
  page,
}) => {
  const start = new StartPage(page);
  const workspace = new WorkspacePage(page);
  const panel = page.getByRole('dialog', { name: 'What the files gave' });
  const report = (name: string) => panel.getByRole('listitem').filter({ hasText: name }).first();
  await start.open();

  await test.step('dropped together', async () => {
    const mix: readonly NamedFile[] = [
      { name: 'one.json', content: instances(1, 'eu-west-1a') },
      { name: 'profiles', content: PROFILES_YAML },
      {
        name: 'regions.zip',
        content: zipSync({
          'us-east-1.json': strToU8(instances(2, 'us-east-1a')),
          'eu-north-1.json': strToU8(instances(3, 'eu-north-1a').slice(0, 200)),
        }),
      },
      {
        name: 'associations-eu-west-1.json',
        content: Buffer.from('\uFEFF{"IamInstanceProfileAssociations": []}', 'utf16le'),
      },
      { name: 'roles.txt', content: DENIED },
      {
        name: 'groups.txt',
        content: '---------------------------\n|DescribeAutoScalingGroups|\n+-------------------------+\n',
      },
      { name: 'notes.txt', content: 'Dear support' },
    ];
    await dragFiles(page, mix, ['dragover', 'drop']);
    await expect(panel).toContainText('5 of 8 files were read; 3 could not be used.');
    await expect(report('one.json')).toContainText('1 instance');
    await expect(report('one.json')).toContainText('eu-west-1');
    await expect(report('profiles')).toContainText('1 instance profile');
    await expect(report('us-east-1.json')).toContainText('1 instance');
    await expect(report('eu-north-1.json')).toContainText('aws ec2 describe-instances --region eu-north-1');
    await expect(report('associations-eu-west-1.json')).toContainText('Empty lists: profile associations');
    await expect(report('roles.txt')).toContainText('aws iam list-roles: denied');
    await expect(report('groups.txt')).toContainText(
      'aws autoscaling describe-auto-scaling-groups --output json',
    );
    await expect(report('notes.txt')).toContainText('Dear support');
    const missing = panel.getByRole('region', { name: 'Still missing' });
    await expect(missing).toContainText('aws ec2 describe-regions --output json > describe-regions.json');
    await expectAccessible(page, 'what the files gave');
  });

  await test.step('the picture is that of the good ones', async () => {
    await page.keyboard.press('Escape');
    await expect(workspace.column('Instances', 2)).toBeVisible();
    await expect(workspace.node('Instance web-1')).toBeVisible();
    await workspace.openCoverage();
    await expect(workspace.coverageOf('iam:ListRoles')).toContainText('denied');
    await workspace.coverage.getByRole('button', { name: 'What the files gave' }).click();
    await expect(panel).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('a further file is added, pasted output too, and a bad one changes nothing', async () => {
    const later = { name: 'later.json.gz', content: gzipSync(instances(4, 'eu-west-1b')) };
    await dragFiles(page, [later], ['dragover']);
    await expect(page.getByText('Add to the picture')).toBeVisible();
    await dragFiles(page, [later], ['drop'], '[data-drop="add"]');
    await expect(workspace.column('Instances', 3)).toBeVisible();

    await paste(page, `$ aws ec2 describe-instances --region eu-west-1\n${instances(5, 'eu-west-1c')}\n$ `);
    await expect(workspace.column('Instances', 4)).toBeVisible();

    await dragFiles(page, [{ name: 'bad.json', content: '{"Reservations": [' }], ['drop']);
    await expect(panel).toContainText('The file could not be used. The picture stays as it was.');
    await expect(report('bad.json')).toContainText('aws ec2 describe-instances --output json');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('alert')).toContainText('bad.json: The JSON breaks off');
    await expect(workspace.column('Instances', 4)).toBeVisible();
    await page.getByRole('alert').getByRole('button', { name: 'Dismiss' }).click();
  });

  await test.step('let go in the other place, a file replaces the picture', async () => {
    const alone = { name: 'alone.json', content: instances(6, 'eu-west-1a') };
    await dragFiles(page, [alone], ['dragover']);
    await dragFiles(page, [alone], ['drop'], '[data-drop="replace"]');
    await expect(workspace.column('Instances', 1)).toBeVisible();
    await expect(workspace.node('Instance web-6')).toBeVisible();
  });
});

test('pasting on the first screen; a box to paste into; reading can be cancelled', async ({ page }) => {
  const start = new StartPage(page);
  const workspace = new WorkspacePage(page);
  await start.open();

  await test.step('keys are turned away', async () => {
    await paste(page, 'aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY');
    await expect(page.getByRole('alert')).toContainText('holds an AWS secret key');
  });

  await test.step('a worker that never answers is left by Cancel', async () => {
    await page.evaluate(() => {
      const real = globalThis.Worker;
      Object.assign(globalThis, {
        Worker: class extends real {
          override postMessage(): void {
            this.dispatchEvent(
              new MessageEvent('message', {
                data: { kind: 'progress', progress: { file: 1, files: 2, bytes: 0, allBytes: 3_000_000 } },
              }),
            );
            Object.assign(globalThis, { Worker: real });
          }
        },
      });
    });
    await dragFiles(page, [{ name: 'one.json', content: instances(1, 'eu-west-1a') }], ['drop']);
    await expect(page.getByText('File 1 of 2, 3.0 MB in all')).toBeVisible();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect(page.getByRole('button', { name: 'Choose files' })).toBeVisible();
  });

  await test.step('through the box', async () => {
    await page.getByRole('button', { name: 'Paste…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Paste output of the AWS CLI' });
    await dialog.getByRole('textbox').fill(instances(1, 'eu-west-1a'));
    await dialog.getByRole('button', { name: 'Read' }).click();
    await expect(workspace.node('Instance web-1')).toBeVisible();
    await expect(workspace.account).toContainText('1111-2222-3333');
  });
});
