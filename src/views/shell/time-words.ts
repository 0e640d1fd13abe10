/** `52 min`, `3 h 5 min`, `40 s`: how long until a time; `undefined` once it is past. */
export function timeLeft(untilIso: string, now: number): string | undefined {
  const seconds = Math.floor((Date.parse(untilIso) - now) / 1000);
  if (Number.isNaN(seconds) || seconds <= 0) return undefined;
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) return `${Math.floor(hours / 24)} d`;
  return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
}

/** `14:02` in the person's own time zone; with the day when it is not today. */
export function clockTime(iso: string, now: number): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(at);
  if (at.toDateString() === new Date(now).toDateString()) return time;
  const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' }).format(
    at,
  );
  return `${day}, ${time}`;
}
