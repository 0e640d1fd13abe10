import { parsePastedCredentials } from '../session/parse-pasted-credentials.ts';
import type { StsCredentials } from '../session/pasted-credentials.ts';

/** What a paste means for the sign-in fields. */
export type Paste =
  | { readonly kind: 'credentials'; readonly credentials: StsCredentials }
  | { readonly kind: 'choice'; readonly profiles: readonly NamedCredentials[] }
  | { readonly kind: 'problem'; readonly message: string };

export interface NamedCredentials {
  readonly name: string;
  readonly credentials: StsCredentials;
}

/** Reads pasted text; a problem's message never repeats a value of it. */
export function readPaste(text: string): Paste {
  const parsed = parsePastedCredentials(text);
  if (!parsed.ok) return { kind: 'problem', message: parsed.error.message };
  return parsed.value.kind === 'one'
    ? { kind: 'credentials', credentials: parsed.value.credentials }
    : { kind: 'choice', profiles: parsed.value.profiles };
}
