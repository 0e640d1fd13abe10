/** Why a relay gave no answer of AWS's. These stand where AWS's error codes stand otherwise. */
const RELAY_CODES = ['RelayMissing', 'RelayRefused', 'RelayUnreachable'] as const;
export type RelayCode = (typeof RELAY_CODES)[number];

/** Whether an error code is one of a relay's and not of AWS's. */
export function isRelayCode(code: string): code is RelayCode {
  return RELAY_CODES.some((known) => known === code);
}
