let said = '';
const listeners = new Set<() => void>();

/** Has a screen reader say a short sentence once it is idle: the outcome of something that shows no text of its own. */
export function announce(text: string): void {
  // A text equal to the last is not read again unless it differs: a no-break space makes it differ unheard.
  said = text === said ? `${text}\u00A0` : text;
  for (const listener of listeners) listener();
}

/** The store behind the one `Announcer`. */
export const announcements = {
  current: (): string => said,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
