import * as v from 'valibot';

/** Where a sign-in that is under way is kept in `sessionStorage`, by its `state`: this tab alone, until it comes back. */
export const PENDING_PREFIX = 'rolewire.sign-in.';

/** What the app remembers while a person is at the issuer's page. */
export interface PendingSignIn {
  /** {@link Issuer.key} */
  readonly issuer: string;
  /** The query of the address that showed the wanted view: empty, or from `?` on. */
  readonly view: string;
}

const PendingSchema = v.object({
  issuer: v.string(),
  view: v.pipe(v.string(), v.regex(/^(?:\?.*)?$/s)),
});
const StoredSchema = v.object({ data: PendingSchema });

/** What is remembered under a `state`, if this tab began that sign-in. */
export function readPending(
  storage: Pick<Storage, 'getItem'>,
  state: string | null,
): PendingSignIn | undefined {
  const text = storage.getItem(`${PENDING_PREFIX}${state ?? ''}`);
  if (text === null) return undefined;
  try {
    const parsed = v.safeParse(StoredSchema, JSON.parse(text));
    return parsed.success ? parsed.output.data : undefined;
  } catch {
    return undefined;
  }
}
