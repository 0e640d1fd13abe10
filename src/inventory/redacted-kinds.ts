/** What can be hidden behind pseudonyms, in the order in which people are asked. */
export const REDACTED_KINDS = ['accounts', 'names', 'ids', 'ips', 'tags'] as const;

export type RedactedKind = (typeof REDACTED_KINDS)[number];
