import type { AccessRequest } from './access-request.ts';

/** Stands for the account of a customer who has not told it yet. */
export const UNKNOWN_ACCOUNT = 'CUSTOMER_ACCOUNT_ID';

/** What our side keeps about a customer's account. Nothing in it is secret. */
export interface AccountPreset {
  readonly label: string;
  readonly roleArn: string;
  readonly externalId: string;
  /** Absent when all enabled regions are read. */
  readonly regions?: readonly string[];
}

/** The preset for the role that a request asks for. */
export function accountPreset(request: AccessRequest): AccountPreset {
  const { principal, roleName, customerAccount = UNKNOWN_ACCOUNT, label, externalId, regions } = request;
  return {
    label: label || customerAccount,
    roleArn: `arn:${principal.partition}:iam::${customerAccount}:role/${roleName}`,
    externalId,
    ...(regions.length > 0 && { regions }),
  };
}
