import { expectAccessible } from '../accessibility.ts';
import { expect, test } from '../fixtures.ts';
import { StartPage } from '../pages/start-page.ts';
import { WorkspacePage } from '../pages/workspace-page.ts';

/** Who may pass a role, and who may change a chain: from the account details, folded until asked. */
test('a role tells who may pass it, by which statement, and leads to the roles among them; a profile who may change its chain', async ({
  page,
}) => {
  const start = new StartPage(page);
  const workspace = new WorkspacePage(page);
  const { details } = workspace;
  await start.open('/?node=role:arn:aws:iam::111122223333:role/audit-readonly');
  await start.exploreSample();
  await expect(details.getByRole('heading', { name: 'Who may pass this role' })).toBeVisible();
  await expect(details.getByText('Pass this role to EC2')).toBeHidden();
  await details.getByRole('button', { name: 'Users and roles that may pass or change it' }).click();

  const pass = details.getByRole('region', { name: /^Pass this role to EC2/ });
  await expect(pass.getByRole('listitem')).toHaveText([
    /build-pipeline.*PassToEc2.*LaunchBuilders/,
    /maria.*AdministratorAccess/,
    /ops-admin/,
  ]);
  await expectAccessible(page, 'who may pass a role', 'aside');
  // The pipeline may pass the role, and change neither its trust nor its permissions.
  await expect(details.getByRole('region', { name: /^Change whom it trusts/ })).not.toContainText(
    'build-pipeline',
  );

  await pass.getByRole('button', { name: 'ops-admin' }).click();
  await expect(details.getByRole('heading', { level: 2 })).toContainText('ops-admin');
  await details.getByRole('region', { name: 'In instance profiles' }).getByRole('button').first().click();
  await details.getByRole('button', { name: 'Users and roles that may', exact: true }).click();
  const launch = details.getByRole('region', { name: /^Launch instances with it/ });
  await expect(launch).toContainText('build-pipeline');
  await expect(details.getByRole('region', { name: /^Change the role in it/ })).not.toContainText(
    'build-pipeline',
  );
});
