import { PENDING_PREFIX, readPending } from '../session/oidc/pending-sign-in.ts';

/**
 * Takes the answer of an issuer out of the address, at once: before the address is read, shown, shared or reloaded. In its
 * place comes the view that the person left, on this page and nowhere else. `undefined` when there is no answer in it.
 */
export function takeAnswer(): URLSearchParams | undefined {
  const query = new URLSearchParams(location.search);
  if (!query.has('code') && !query.has('error')) return undefined;
  const storage = tabStorage();
  const pending = storage && readPending(storage, query.get('state'));
  history.replaceState(null, '', `${location.pathname}${pending?.view ?? ''}`);
  return query;
}

/**
 * The issuer of a sign-in that this tab began and that brought no answer: the person came back by hand. Forgets it.
 */
export function takeUnanswered(): string | undefined {
  const storage = tabStorage();
  const keys = storage === undefined ? [] : Object.keys(storage);
  let issuer: string | undefined;
  for (const key of keys.filter((name) => name.startsWith(PENDING_PREFIX))) {
    issuer = (storage && readPending(storage, key.slice(PENDING_PREFIX.length)))?.issuer ?? issuer;
    storage?.removeItem(key);
  }
  return issuer;
}

/** `sessionStorage`, where the browser lets the page have it. */
export function tabStorage(): Storage | undefined {
  try {
    return sessionStorage;
  } catch {
    return undefined;
  }
}
