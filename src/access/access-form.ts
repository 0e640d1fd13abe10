import { partitionById, partitionOfRegion } from '../base/partitions.ts';
import { fail, ok, type Result } from '../base/result.ts';
import type { AccessRequest } from './access-request.ts';
import type { AccessTier } from './access-tier.ts';
import { parseExternalId } from './external-id.ts';
import { parsePrincipal } from './principal.ts';

/** What a person has entered so far, as it stands in the fields. */
export interface AccessForm {
  readonly tier: AccessTier;
  readonly launchSources: boolean;
  /** The id of the partition that the customer's account lies in. */
  readonly partition: string;
  readonly principal: string;
  readonly externalId: string;
  readonly roleName: string;
  readonly sessionHours: SessionHours;
  /** Their name for the account, on our side alone. */
  readonly label: string;
  readonly customerAccount: string;
  /** Regions with commas or spaces between them; empty for all. */
  readonly regions: string;
}

/** IAM takes 1 to 12 hours as `MaxSessionDuration`: https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
export const SESSION_HOURS = ['1', '2', '4', '8', '12'] as const;
type SessionHours = (typeof SESSION_HOURS)[number];

export type AccessField = 'principal' | 'externalId' | 'roleName' | 'customerAccount' | 'regions';

/** For each field that can't be used, what is wrong with it, in a sentence. */
export type AccessProblems = Readonly<Partial<Record<AccessField, string>>>;

/** All fields as they stand when nobody has entered anything. */
export function emptyAccessForm(externalId: string): AccessForm {
  return {
    tier: 'graph',
    launchSources: true,
    partition: 'aws',
    principal: '',
    externalId,
    roleName: 'RolewireReadOnly',
    sessionHours: '1',
    label: '',
    customerAccount: '',
    regions: '',
  };
}

/** The request that the fields make, or what is wrong with which of them. */
export function readAccessForm(form: AccessForm): Result<AccessRequest, AccessProblems> {
  const principal = parsePrincipal(form.principal, form.partition);
  const externalId = parseExternalId(form.externalId);
  const roleName = form.roleName.trim();
  const customerAccount = form.customerAccount.replace(/[\s-]/g, '');
  const regions = [...new Set(form.regions.split(/[\s,]+/).filter(Boolean))];
  const problems = {
    principal: principal.ok ? undefined : principal.error,
    externalId: externalId.ok ? undefined : externalId.error,
    roleName: roleNameProblem(roleName),
    customerAccount: accountProblem(customerAccount),
    regions: regionsProblem(regions, form.partition),
  };
  if (!principal.ok || !externalId.ok || Object.values(problems).some((problem) => problem !== undefined)) {
    return fail(problems);
  }
  return ok({
    tier: form.tier,
    launchSources: form.launchSources,
    principal: principal.value,
    externalId: externalId.value,
    roleName,
    sessionSeconds: Number(form.sessionHours) * 3600,
    label: form.label.trim(),
    customerAccount: customerAccount === '' ? undefined : customerAccount,
    regions,
  });
}

function roleNameProblem(name: string): string | undefined {
  if (/^[\w+=,.@-]{1,64}$/.test(name)) return undefined;
  return 'A role name has 1 to 64 letters, digits and _ + = , . @ -.';
}

function accountProblem(account: string): string | undefined {
  return account === '' || /^\d{12}$/.test(account) ? undefined : 'An account ID has 12 digits.';
}

function regionsProblem(regions: readonly string[], partition: string): string | undefined {
  for (const region of regions) {
    const own = partitionOfRegion(region);
    if (own === undefined) return `"${region}" is no region. Regions look like eu-west-1.`;
    if (own.id !== partition) {
      return `${region} lies in ${own.id}, the customer in ${partition} (${partitionById(partition)?.name}).`;
    }
  }
  return undefined;
}
