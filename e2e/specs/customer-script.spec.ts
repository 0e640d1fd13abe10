import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { collectorCalls } from '../../src/access/collector-calls.ts';
import { collectorFiles } from '../../src/access/collector-files.ts';
import { runCollector } from '../access/collector-run.ts';
import { expectAccessible } from '../accessibility.ts';
import { chooseFile, exported, textOf } from '../files.ts';
import { expect, test } from '../fixtures.ts';
import { leaks } from '../leaks.ts';
import { AccessPage } from '../pages/access-page.ts';
import { StartPage } from '../pages/start-page.ts';
import { WorkspacePage } from '../pages/workspace-page.ts';
import { CROWD } from '../seeds/crowd.ts';
import { SHOP } from '../seeds/shop.ts';
import { MINISTACK_URL, MOTO_URL } from '../servers/addresses.ts';
import { ROOT, VENV } from '../servers/folders.ts';

/** The script that a customer runs instead of giving access: read by linters, run by the real AWS CLI, and its file opened. */

/** Each AWS CLI command takes a second or two to start where the machine is busy. */
const LIMIT_MS = 180_000;
const NAME = new RegExp(`^rolewire-${SHOP.accountId}-\\d{4}-\\d\\d-\\d\\d\\.json\\.gz$`);

const VARIANTS = [false, true].flatMap((policies) =>
  [[], [...SHOP.regions]].map((regions) => ({ policies, regions })),
);

test('shellcheck has nothing to say about any variant, and PowerShell asks the same as bash', () => {
  const folder = test.info().outputPath('scripts');
  mkdirSync(folder, { recursive: true });
  const paths = VARIANTS.map((request, at) => {
    const { bash, powerShell } = collectorFiles(request);
    writeFileSync(`${folder}/${at}.sh`, bash.text);
    writeFileSync(`${folder}/${at}.ps1`, powerShell.text);
    return `${folder}/${at}`;
  });
  const lint = run(
    `${VENV}/bin/shellcheck`,
    paths.map((path) => `${path}.sh`),
  );
  expect(lint).toEqual({ status: 0, output: '' });

  const reader = `${ROOT}/e2e/access/read_powershell_collector.py`;
  const asked = run(`${VENV}/bin/python`, [reader, ...paths.map((path) => `${path}.ps1`)]);
  expect(asked.status, asked.output).toBe(0);
  const wanted = VARIANTS.map(({ policies }, at) => {
    const { account, region } = collectorCalls(policies);
    const inRegion = region.map((call) => ({ ...call, command: `${call.command} --region $region` }));
    return [`${at}.ps1`, [...account, ...inRegion].map(({ command, query }) => [command, query])];
  });
  expect(JSON.parse(asked.output)).toEqual(Object.fromEntries(wanted));
});

test.describe('two regions of the shop', () => {
  const regions = SHOP.regions.slice(0, 2);
  test.use({ config: { endpoint: MINISTACK_URL, regions } });

  test('the file shows what a live read of the same account shows', async ({ page, shop }) => {
    test.setTimeout(LIMIT_MS);
    const script = runCollector(
      { policies: false, regions },
      { credentials: shop.reader, endpoint: MINISTACK_URL, folder: test.info().outputPath('customer') },
    );
    expect(script.status, script.said).toBe(0);
    expect(script.printed).toBe('');
    expect(script.files).toEqual([expect.stringMatching(NAME)]);
    for (const region of regions) expect(script.said).toContain(`Region ${region}\n`);
    expect(leaks(Object.values(shop.reader), script.text)).toEqual([]);

    const workspace = new WorkspacePage(page);
    await workspace.signIn(shop.reader);
    const live = await chainsOf(workspace);
    expect(live.length).toBeGreaterThan(15);
    await page.goto('/');
    await chooseFile(page, script.path);
    await expect(workspace.account).toContainText(SHOP.alias);
    expect(await chainsOf(workspace)).toEqual(live);
  });
});

test.describe('an account of a thousand instances whose roles may not be read', () => {
  test.use({ config: { endpoint: MOTO_URL, regions: [CROWD.region] } });

  test('comes whole but for what was denied, which is named as such', async ({ page, crowd }) => {
    test.setTimeout(LIMIT_MS);
    const script = runCollector(
      { policies: false, regions: [] },
      { credentials: crowd.withoutIam, endpoint: MOTO_URL, folder: test.info().outputPath('customer') },
      [CROWD.region],
    );
    expect(script.status, script.said).toBe(0);
    expect(script.said).toMatch(/not read: iam list-roles: An error occurred \(AccessDenied\)/);
    expect(JSON.parse(script.text)).toMatchObject({
      'iam list-roles': { error: expect.stringContaining('AccessDenied') },
      'iam list-instance-profiles': { error: expect.stringContaining('AccessDenied') },
    });

    const workspace = new WorkspacePage(page);
    await new StartPage(page).open();
    await chooseFile(page, script.path);
    await workspace.openCoverage();
    for (const call of ['iam:ListInstanceProfiles', 'iam:ListRoles']) {
      await expect(workspace.coverageOf(call)).toContainText('denied');
    }
    await page.keyboard.press('Escape');
    await workspace.show('Table');
    await workspace.search.fill(`node-${CROWD.instances}`);
    await expect(workspace.row(`node-${CROWD.instances}`)).toContainText('cannot tell');
    await expect(workspace.tableCount).toContainText(`1 of ${CROWD.instances.toLocaleString('en')} chains`);
  });
});

test('with policies it holds them too, and opens without a browser as well', ({ shop }) => {
  test.setTimeout(LIMIT_MS);
  const script = runCollector(
    { policies: true, regions: [] },
    {
      credentials: shop.withoutProfiles,
      endpoint: MINISTACK_URL,
      folder: test.info().outputPath('customer'),
    },
    ['us-west-2'],
  );
  expect(script.status, script.said).toBe(0);
  expect(script.said).toMatch(/not read: iam list-instance-profiles: .*explicit deny/);
  const report = run(process.execPath, ['--import', 'tsx', `${ROOT}/src/headless/main.ts`, script.path]);
  expect(report.status, report.output).toBe(0);
  const { nodes, coverage } = JSON.parse(report.output);
  expect(nodes).toContainEqual(expect.objectContaining({ kind: 'instance', label: 'importer' }));
  expect(coverage).toContainEqual(
    expect.objectContaining({ call: 'iam:ListInstanceProfiles', status: 'denied' }),
  );
  expect(coverage).toContainEqual(
    expect.objectContaining({ call: 'iam:GetAccountAuthorizationDetails', status: 'complete' }),
  );
});

test('without anybody signed in it says so, and writes nothing', () => {
  const nobody = { accessKeyId: 'AKIANOBODY', secretAccessKey: 'none' };
  const script = runCollector(
    { policies: true, regions: [] },
    { credentials: nobody, endpoint: MINISTACK_URL, folder: test.info().outputPath('customer') },
  );
  expect(script.status).toBe(1);
  expect(script.said).toContain('nothing was collected');
  expect(script.files).toEqual([]);
});

test('the dialog hands out the script for the regions and the depth that are chosen, from the door for files', async ({
  page,
}) => {
  const access = new AccessPage(page);
  await page.goto('/');
  await page
    .getByRole('region', { name: 'Open files' })
    .getByRole('button', { name: 'Ask a customer' })
    .click();
  await expect(access.dialog.getByRole('radio', { name: 'A file instead of access' })).toBeChecked();
  await access.regions.fill('eu-west-1 nowhere');
  await access.regions.blur();
  await expect(access.dialog.getByText('"nowhere" is no region')).toBeVisible();
  await access.regions.fill('eu-west-1');
  await access.dialog.getByRole('switch', { name: 'With permissions policies' }).check();
  const download = page.waitForEvent('download');
  await access.forCustomer.getByRole('button', { name: 'Download' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('rolewire-collect.sh');
  const { bash, message } = collectorFiles({ policies: true, regions: ['eu-west-1'] });
  expect(await textOf(file)).toBe(bash.text);
  await expectAccessible(page, 'The script for a customer');
  await access.dialog.getByRole('tab', { name: 'Message' }).click();
  await expect(access.forCustomer).toContainText(message.text.split('\n')[4] ?? 'the regions');
});

/** Every chain with its findings, as the table exports them. */
async function chainsOf(workspace: WorkspacePage): Promise<readonly string[]> {
  const lines = (await textOf(await exported(workspace, 'Export chains as CSV'))).split('\r\n');
  return lines.toSorted();
}

function run(command: string, args: readonly string[]): { status: number | null; output: string } {
  const done = spawnSync(command, args, { encoding: 'utf8' });
  return { status: done.status, output: done.stdout + done.stderr };
}
