import { type CredentialField, credentialField, type NamedRawCredentials } from './pasted-credentials.ts';

const INVISIBLE = /[\uFEFF\u200B-\u200F\u202A-\u202E\u2060-\u2069\u00AD]/g;

/** One spelling for quotes, spaces and line ends, whatever the mail client, chat or terminal made of them. */
export function normalisePaste(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/[\u00A0\u2000-\u200A\u202F\u3000]/g, ' ')
    .replace(/[\u201C-\u201F\u00AB\u00BB\u2033\uFF02]/g, '"')
    .replace(/[\u2018-\u201B\u2032\u00B4\uFF07]/g, "'")
    .replace(/\\(["'])/g, '$1');
}

/**
 * All assignments of a text: `export A=b`, `$Env:A="b"`, `set A=b`, `setx A b`, `set -gx A b`, `a = b`, `A: b`,
 * `-AccessKey b`, several on a line, and values that a terminal broke over several lines. A `[profile]` header, or another
 * access key, begins the next set.
 */
export function readAssignments(text: string): readonly NamedRawCredentials[] {
  const sets = new SetBuilder();
  for (const line of text.split('\n')) {
    const header = /^\s*\[\s*(?:profile\s+)?([^\]]{1,128}?)\s*\]\s*$/.exec(line)?.[1];
    if (header !== undefined) {
      sets.begin(header);
      continue;
    }
    if (/^\s*(?:#|;|\/\/|::|REM\s)/i.test(line)) continue;
    const found = assignmentsOf(line);
    if (found.length > 0) for (const { field, value } of found) sets.assign(field, value);
    else sets.continueLine(line);
  }
  return sets.done();
}

/**
 * Values without names, told by their shape: `--output text`, the console's CSV file, three bare lines.
 * AWS's own shapes only, as anything looser would take any words for keys.
 */
export function readBareValues(text: string): NamedRawCredentials | undefined {
  const words = text.split(/[\s,|"']+/);
  const accessKeyId = words.find((word) => /^A[KS]IA[A-Z0-9]{12,28}$/.test(word));
  if (accessKeyId === undefined) return undefined;
  return {
    values: {
      accessKeyId,
      ...named(
        'secretAccessKey',
        words.find((word) => /^[A-Za-z0-9/+]{40}$/.test(word)),
      ),
      ...named(
        'sessionToken',
        words.find((word) => /^[A-Za-z0-9/+=]{100,}$/.test(word)),
      ),
      ...named(
        'expiration',
        words.find((word) => /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(word)),
      ),
    },
  };
}

interface Assignment {
  readonly field: CredentialField;
  readonly value: string;
}

/** Name, quote or not, then `=`, `:`, `>`, a comma or blanks, then a value with or without quotes. */
const ASSIGNMENT =
  /(?<![A-Za-z0-9_/])([A-Za-z]+(?:_[A-Za-z]+)*)["']?[ \t]*([=:,>]?)[ \t]*(?:"([^"]*)"?|'([^']*)'?|([^\s;"',&<>=:][^\s;"',&<>]*))?/g;

function assignmentsOf(line: string): Assignment[] {
  const found: Assignment[] = [];
  const pattern = new RegExp(ASSIGNMENT);
  for (let match = pattern.exec(line); match !== null; match = pattern.exec(line)) {
    const field = credentialField(match[1] ?? '');
    const value = (match[3] ?? match[4] ?? match[5] ?? '').trim();
    const isAssigned = match[2] !== '' || value !== '';
    const isName = credentialField(value) !== undefined;
    if (field !== undefined && isAssigned && !isName)
      found.push({ field, value: value.replace(/[\\`]$/, '') });
    // A word that isn't a field may itself stand before one: `export AWS_…`, `set -x AWS_…`.
    else pattern.lastIndex = match.index + (match[1] ?? ' ').length;
  }
  return found;
}

class SetBuilder {
  readonly #sets: { profile: string | undefined; values: Partial<Record<CredentialField, string>> }[] = [];
  #profile: string | undefined;
  /** The field that a following bare line belongs to. */
  #open: CredentialField | undefined;

  begin(profile: string): void {
    this.#profile = profile;
    this.#open = undefined;
    this.#sets.push({ profile, values: {} });
  }

  assign(field: CredentialField, value: string): void {
    const values = this.#current();
    const before = values[field];
    if (field === 'accessKeyId' && before !== undefined && before !== value) {
      this.#sets.push({ profile: this.#profile, values: { accessKeyId: value } });
    } else values[field] = value;
    this.#open = field;
  }

  continueLine(line: string): void {
    const rest = /^\s*([A-Za-z0-9+/=]+)["']?[;\\`]?\s*$/.exec(line)?.[1];
    const values = this.#current();
    const before = this.#open === undefined ? undefined : values[this.#open];
    const wrapped =
      this.#open === 'sessionToken' || (this.#open === 'secretAccessKey' && (before?.length ?? 0) < 40);
    if (rest !== undefined && before !== undefined && wrapped && this.#open !== undefined) {
      values[this.#open] = before + rest;
    } else this.#open = undefined;
  }

  done(): readonly NamedRawCredentials[] {
    return this.#sets.filter((set) => Object.keys(set.values).length > 0);
  }

  #current(): Partial<Record<CredentialField, string>> {
    const last = this.#sets.at(-1);
    if (last) return last.values;
    const first = { profile: undefined, values: {} };
    this.#sets.push(first);
    return first.values;
  }
}

function named(field: CredentialField, value: string | undefined): Partial<Record<CredentialField, string>> {
  return value === undefined ? {} : { [field]: value };
}
