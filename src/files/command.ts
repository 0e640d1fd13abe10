import { CALL_NAMES, type CallName, callFacts } from '../inventory/calls.ts';
import { type AccountId, type Region, toAccountId, toRegion } from '../inventory/ids.ts';

/** The command whose output a value is: `[account <12 digits>: ]<service> <command>[ --flags]`. */
export interface Command {
  /** As it may be shown: without secrets, cut to a readable length. */
  readonly label: string;
  readonly accountId?: AccountId | undefined;
  readonly service: string;
  readonly name: string;
  /** Values by flag, with the two dashes; a flag without value has an empty list. */
  readonly flags: ReadonlyMap<string, readonly string[]>;
  readonly region?: Region | undefined;
  /** The call of the table that it makes, if it is one. */
  readonly call?: CallName | undefined;
}

const ACCOUNT_PREFIX = /^account\s+(\S+?)\s*:\s*/i;
const PROMPT = /^(?:[$>#]\s*)?(?:aws\s+)?/;
const WORDS = /"([^"]*)"|'([^']*)'|(\S+)/g;
const NAME = /^[a-z][a-z0-9-]*$/;
const SHOWN_LENGTH = 200;
/** Characters; what is longer is no command that anybody typed. */
const LONGEST = 8_000;

const CALL_BY_CLI: ReadonlyMap<string, CallName> = new Map(
  CALL_NAMES.map((name) => [callFacts(name).cli, name]),
);

/** Takes a command apart; `undefined` for text that is no AWS CLI command. A leading `aws` or prompt is fine. */
export function parseCommand(text: string): Command | undefined {
  if (text.length > LONGEST) return undefined;
  const account = ACCOUNT_PREFIX.exec(text);
  const words = wordsOf(text.slice(account?.[0].length ?? 0).replace(PROMPT, ''));
  const { flags, rest } = splitFlags(words);
  const [service, name] = rest;
  if (!service || !name || !NAME.test(service) || !NAME.test(name)) return undefined;
  const region = flags.get('--region')?.[0];
  return {
    label: printable(text),
    accountId: account?.[1] === undefined ? undefined : toAccountId(account[1]),
    service,
    name,
    flags,
    region: region === undefined ? undefined : toRegion(region),
    call: CALL_BY_CLI.get(`${service} ${name}`),
  };
}

/** A command as it may be shown: one line, no session token of the metadata service, no key. */
export function printable(text: string): string {
  const safe = text
    .slice(0, LONGEST)
    .replace(/(x-aws-ec2-metadata-token\s*:\s*)[^\s"']+/gi, '$1…')
    .replace(/\b(?:AKIA|ASIA)[A-Z0-9]{12,}\b/g, '…')
    .replace(/(--(?:token-code|session-token|secret-access-key|encoded-message)[= ])\S+/g, '$1…')
    .replace(/\s+/g, ' ')
    .trim();
  return safe.length > SHOWN_LENGTH ? `${safe.slice(0, SHOWN_LENGTH - 1)}…` : safe;
}

function wordsOf(text: string): string[] {
  return [...text.matchAll(WORDS)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

/** Flags that never take a value. */
const SWITCH = /^--(?:no-|debug$|dry-run$|all-regions$)/;

/** Global flags may stand before the service (`aws --region eu-west-1 ec2 …`): there each takes one value, switches none. */
function splitFlags(words: readonly string[]): { flags: Map<string, string[]>; rest: string[] } {
  const flags = new Map<string, string[]>();
  const rest: string[] = [];
  let open: string[] | undefined;
  for (const word of words) {
    if (word.startsWith('--')) {
      const equals = word.indexOf('=');
      const values = equals === -1 ? [] : [word.slice(equals + 1)];
      flags.set(equals === -1 ? word : word.slice(0, equals), values);
      open = SWITCH.test(word) ? undefined : values;
    } else if (open && (rest.length === 2 || open.length === 0)) open.push(word);
    else rest.push(word);
  }
  return { flags, rest };
}
