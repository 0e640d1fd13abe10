import type { Grant } from './minimal-policy.ts';

/** How deep a customer lets us look. Each tier holds the one before it. */
export const ACCESS_TIERS = ['graph', 'policies', 'simulation'] as const;
export type AccessTier = (typeof ACCESS_TIERS)[number];

export interface TierWords {
  readonly name: string;
  /** What the person who grants it shows us, in words without API names. */
  readonly discloses: string;
  /** What stays hidden in this tier and not in the next. */
  readonly withholds?: string;
}

/** What each tier adds, in plain words. */
export const TIER_WORDS: Readonly<Record<AccessTier, TierWords>> = {
  graph: {
    name: 'Graph only',
    discloses:
      'Instances with their addresses and tags; instance profiles; roles with trust policy, tags and last use.',
    withholds: 'Permissions policies stay unread.',
  },
  policies: {
    name: 'Graph and policies',
    discloses:
      "Also every permissions policy and boundary. AWS gives them in one call together with the account's users and groups.",
  },
  simulation: {
    name: 'Graph, policies and simulation',
    discloses:
      'Also lets us ask AWS whether a role may do a certain action. The simulator does not carry the action out.',
  },
};

/** What launch sources disclose, for they may hold secrets. Rolewire itself drops the user data. */
export const LAUNCH_SOURCES_DISCLOSE =
  'Auto Scaling groups, launch templates and configurations. AWS adds their user data, where some keep secrets; Rolewire drops it unread.';

/** The grants of a tier; launch sources are a choice of their own. */
export function grantsOf(tier: AccessTier, launchSources: boolean): readonly Grant[] {
  return [
    'graph',
    ...(launchSources ? (['users-of-profiles'] as const) : []),
    'role-details',
    ...(tier === 'graph' ? [] : (['role-policies', 'all-policies'] as const)),
    ...(tier === 'simulation' ? (['simulation'] as const) : []),
  ];
}
