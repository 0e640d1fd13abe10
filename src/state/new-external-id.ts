import { EXTERNAL_ID_BYTES, type ExternalId, makeExternalId } from '../access/external-id.ts';

/** A fresh external ID from the browser's own randomness; it works without HTTPS too. */
export function newExternalId(): ExternalId {
  return makeExternalId(crypto.getRandomValues(new Uint8Array(EXTERNAL_ID_BYTES)));
}
