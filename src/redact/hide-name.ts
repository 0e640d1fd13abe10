import { padded } from './hide-values.ts';
import type { Register } from './register.ts';

/**
 * The pseudonym of a name, word by word: `web-Server-12` → `lan-Ravo-12`. Signs between the words stay, and numbers of up to
 * three digits. So names that are equal, differ in letter case, share a stem or match one pattern (`role/web-*`) still do, and
 * nobody can read them. A name without a letter is a word as a whole; `whole` is given where `name` is a part of it.
 */
export function hideName(register: Register, name: string, whole = name): string {
  if (!/\p{L}/u.test(whole)) {
    return name.replace(/[\p{L}\p{N}]+/gu, (run) => register.word(`#${run}`));
  }
  return name.replace(SEGMENT, (segment) => hideSegment(register, segment));
}

const SEGMENT = /[\p{L}\p{N}\p{M}]+/gu;
const RUN = /\p{N}+|[\p{L}\p{M}]+/gu;
/** Numbers of so many digits are an order or a version; longer ones may be an id. */
const KEPT_DIGITS = 3;

function hideSegment(register: Register, segment: string): string {
  // What launchers and CloudFormation put behind a name: as long as it was, and still no word.
  if (isRandom(segment))
    return register.numbered(`random ${segment.length}`, segment, padded(segment.length));
  return segment.replace(RUN, (run) => {
    if (!/\p{N}/u.test(run)) return hideRun(register, run);
    if (run.length <= KEPT_DIGITS && /^\d+$/.test(run)) return run;
    return register.numbered(`number ${run.length}`, run, padded(run.length));
  });
}

function isRandom(segment: string): boolean {
  if (segment.length < 6 || !/^[A-Za-z0-9]+$/.test(segment) || !/\d/.test(segment)) return false;
  if (/^[0-9a-f]+$/.test(segment)) return /[a-f]/.test(segment);
  const turns = segment.match(/\d(?=\D)|\D(?=\d)/g)?.length ?? 0;
  return turns >= 3 && (segment === segment.toUpperCase() || segment === segment.toLowerCase());
}

function hideRun(register: Register, run: string): string {
  const hidden: string[] = [];
  let at = 0;
  for (const length of register.parts(run)) {
    hidden.push(hideWord(register, run.slice(at, at + length)));
    at += length;
  }
  const made = hidden.join('');
  if (hidden.length > 1) register.give(made.toLowerCase());
  return made;
}

function hideWord(register: Register, word: string): string {
  const lower = word.toLowerCase();
  const made = register.word(lower);
  // A pseudonym that came back.
  if (made === lower) return word;
  if (word === lower) return made;
  if (word === word.toUpperCase()) return made.toUpperCase();
  const initial = made.charAt(0).toUpperCase();
  if (word === word.charAt(0) + lower.slice(1)) return initial + made.slice(1);
  return inSpelling(made, register.spelling(word));
}

/** Other mixtures of large and small letters, each its own: `raVo`, `RaVo`, `rAvo`… */
function inSpelling(made: string, spelling: number): string {
  // The masks of all small, all large and one large initial are taken.
  const masks = 2 ** made.length;
  let seen = -1;
  for (let mask = 2; mask < masks - 1; mask += 1) {
    seen += 1;
    if (seen !== spelling) continue;
    return Array.from(made, (letter, at) => ((mask >> at) % 2 === 1 ? letter.toUpperCase() : letter)).join(
      '',
    );
  }
  return `${made.toUpperCase()}${spelling}`;
}
