import type { AccessTier } from './access-tier.ts';
import type { ExternalId } from './external-id.ts';
import type { Principal } from './principal.ts';

/** A role to be made in a customer's account, checked: what it shows, and who may assume it. */
export interface AccessRequest {
  readonly tier: AccessTier;
  readonly launchSources: boolean;
  readonly principal: Principal;
  readonly externalId: ExternalId;
  readonly roleName: string;
  /** How long one session may last at most, in seconds. */
  readonly sessionSeconds: number;
  readonly label: string;
  /** Twelve digits; absent until the customer has told. */
  readonly customerAccount?: string | undefined;
  /** To read these regions only; empty for all that are enabled. */
  readonly regions: readonly string[];
}
