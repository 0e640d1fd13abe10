import { readFile } from 'node:fs/promises';
import { TerminateInstancesCommand } from '@aws-sdk/client-ec2';
import { AddRoleToInstanceProfileCommand, RemoveRoleFromInstanceProfileCommand } from '@aws-sdk/client-iam';
import { expectAccessible } from '../accessibility.ts';
import { dragFiles } from '../drag-files.ts';
import { expect, test } from '../fixtures.ts';
import { ComparisonStrip } from '../pages/comparison-strip.ts';
import { StartPage } from '../pages/start-page.ts';
import { WorkspacePage } from '../pages/workspace-page.ts';
import { type Clients, type Credentials, clientsFor } from '../seeds/clients.ts';
import { createProfile, createRole, createUser, deleteProfile, launch, READ_ALL } from '../seeds/steps.ts';
import { MINISTACK_URL } from '../servers/addresses.ts';

/** An account that changes between two reads, of its own so that no other test sees it change. */

// axe looks at all of it twice, which takes long where the processor is busy.
test.slow();

test.use({ config: { endpoint: MINISTACK_URL, regions: ['eu-west-1'] } });

const REGION = 'eu-west-1';

interface Studio {
  readonly root: Clients;
  readonly reader: Credentials;
  /** Ids of instances that will be terminated. */
  readonly old: readonly string[];
}

async function seedStudio(accountId: string): Promise<Studio> {
  const root = clientsFor(MINISTACK_URL, { accessKeyId: accountId, secretAccessKey: 'test' });
  for (const name of ['paint', 'sculpt']) await createRole(root, { name });
  for (const name of ['easel', 'kiln']) await createProfile(root, { name, role: 'paint' });
  await launch(root, { region: REGION, name: 'canvas-1', profile: 'easel' });
  await launch(root, { region: REGION, name: 'oven-1', profile: 'kiln' });
  const old = await launch(root, { region: REGION, name: 'sketch-1', profile: 'easel' });
  return { root, old, reader: await createUser(root, 'reader', [READ_ALL]) };
}

/** Another role in a profile, an instance gone, one new, a profile made again under its instance. */
async function changeStudio({ root, old }: Studio): Promise<void> {
  const easel = { InstanceProfileName: 'easel' };
  await root.iam.send(new RemoveRoleFromInstanceProfileCommand({ ...easel, RoleName: 'paint' }));
  await root.iam.send(new AddRoleToInstanceProfileCommand({ ...easel, RoleName: 'sculpt' }));
  await root.ec2(REGION).send(new TerminateInstancesCommand({ InstanceIds: [...old] }));
  await launch(root, { region: REGION, name: 'canvas-2', profile: 'easel' });
  await deleteProfile(root, 'kiln', 'paint');
  await createProfile(root, { name: 'kiln', role: 'paint' });
}

test('what changed in an account since a picture was kept, and against a snapshot', async ({ page }) => {
  // A second try needs a fresh account too.
  const studio = await seedStudio(String(600_000_000_000 + (Date.now() % 1_000_000_000)));
  const [workspace, comparison] = [new WorkspacePage(page), new ComparisonStrip(page)];
  await workspace.signIn(studio.reader);

  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: /^Save a snapshot/ }).click();
  const snapshot = test.info().outputPath('before.json');
  await (await saved).saveAs(snapshot);
  await comparison.keepPicture();
  await expect(comparison.strip).toContainText('Nothing changed');

  await changeStudio(studio);
  await page.keyboard.press('r');
  await expect(comparison.strip).toContainText(/1 added\s*1 removed\s*2 changed/);
  await expect(comparison.line('canvas-1')).toContainText('role paint → sculpt through profile easel');
  await expect(comparison.line('canvas-2')).toContainText('is new, with role sculpt through profile easel');
  await expect(comparison.line('sketch-1')).toContainText('it had role paint through profile easel');
  await expect(comparison.line('oven-1')).toContainText('was deleted and made again');
  await expect(workspace.node('Instance sketch-1,')).toHaveAccessibleName(/Removed since the earlier read/);

  await comparison.line('canvas-1').getByRole('button').click();
  const told = workspace.details.getByRole('region', { name: 'Since the earlier read' });
  await expect(told).toContainText(/Earlier.*paint.*Later.*sculpt/s);
  await page.keyboard.press('Escape');
  await expectAccessible(page, 'comparison');

  const markdown = await readFile(await (await comparison.save('Markdown, for a ticket')).path(), 'utf8');
  expect(markdown).toContain('- `canvas-1`: role `paint` → `sculpt` through profile `easel`.');

  await comparison.strip.getByRole('button', { name: 'Stop comparing' }).click();
  await expect(comparison.strip).toBeHidden();
  await expect(workspace.node('Instance canvas-1,')).not.toHaveAccessibleName(/earlier read/);

  await comparison.openFile(snapshot);
  await expect(comparison.strip).toContainText('before.json');
  await expect(comparison.strip).toContainText(/1 added\s*1 removed\s*2 changed/);
  await comparison.strip.getByRole('button', { name: 'Swap' }).click();
  await expect(comparison.line('sketch-1')).toContainText('is new');
  await expect(comparison.line('canvas-2')).toContainText('is gone');
});

const ELSEWHERE = JSON.stringify({
  InstanceProfiles: [
    {
      InstanceProfileName: 'elsewhere',
      InstanceProfileId: 'AIPAELSEWHERE000000',
      Arn: 'arn:aws:iam::999900001111:instance-profile/elsewhere',
      Path: '/',
      Roles: [],
    },
  ],
});

test('a comparison on a phone, and with another account', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const [start, comparison] = [new StartPage(page), new ComparisonStrip(page)];
  await start.open();
  await start.exploreSample();
  await expect(page.getByRole('list', { name: 'Chains' })).toBeVisible();
  await comparison.ask();
  await expectAccessible(page, 'what to compare with', '[role=dialog]');
  const files = [
    { name: 'who.json', content: ELSEWHERE },
    { name: 'notes.txt', content: 'Dear support' },
  ];
  await dragFiles(page, files, ['dragover']);
  await expect(comparison.dialog).toContainText('Let go to compare');
  await expect(page.getByText('Add to the picture')).toBeHidden();
  await dragFiles(page, files, ['drop']);
  await expect(comparison.dialog).toContainText('1 of 2 files was read; one could not be used.');
  await expect(comparison.dialog.getByRole('listitem')).toContainText(/notes\.txt.*neither JSON/);
  await expectAccessible(page, 'files that could not be compared with', '[role=dialog]');
  await comparison.dialog.getByRole('button', { name: 'Show the comparison' }).click();
  await expect(comparison.strip).toContainText('These are different accounts');
  await expectAccessible(page, 'comparison on a phone');
});
