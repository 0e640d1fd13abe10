import type { RelayCode } from '../base/relay-code.ts';

/** A relay gave no answer of AWS's. The name goes where AWS's error codes go. */
export class RelayError extends Error {
  override readonly name: RelayCode;
  /** The SDK tries again what carries this: a network that was away for a moment. */
  readonly $retryable?: { readonly throttling: false };

  constructor(name: RelayCode, message: string) {
    super(message);
    this.name = name;
    if (name === 'RelayUnreachable') this.$retryable = { throttling: false };
  }
}
