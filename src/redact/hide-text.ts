import { namesInError } from '../graph/named-in-error.ts';
import { isAwsName, isAwsValue } from './aws-own.ts';
import { arnOf, arnOrNameOf } from './hide-arn.ts';
import { type Hiding, nameOf, pieceOf } from './hiding.ts';
import { isMessageWord } from './message-words.ts';
import { piecesOf } from './patterns.ts';

/**
 * A sentence, such as AWS's message: its own words stay, and what names something of the account is replaced, be it known by
 * its shape, by its place in the sentence, or from the rest of the account.
 */
export function textOf(hiding: Hiding, text: string): string {
  if (text === '' || hiding.kinds.size === 0) return text;
  const said = namesSaid(hiding, text);
  return replaceOutside(
    text,
    ARNS,
    (arn) => arnOf(hiding, arn),
    (between) =>
      replaceOutside(
        between,
        BLOB,
        () => '(hidden)',
        (plain) => plainOf(hiding, plain, said),
      ),
  );
}

const ARNS =
  /arn:aws[a-z-]*:[^\s:"'`]*:[^\s:"'`]*:[^\s:"'`]*:[^\s"'`,;()[\]{}<>\\|]*[^\s"'`,;()[\]{}<>\\|.:]/g;
/** What AWS encodes of a refused request names all that it was about. */
const BLOB = /[A-Za-z0-9+/_=-]{100,}/g;
const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu;

type Said = ReadonlyMap<string, string>;

function plainOf(hiding: Hiding, text: string, said: Said): string {
  return hiding.known.replaceIn(
    text,
    said,
    (token) => nameOf(hiding, token),
    (between) =>
      piecesOf(between)
        .map((piece) => pieceOf(hiding, piece))
        .join(''),
  );
}

const NAME = '([\\w+=,.@/:-]*[\\w+=@/-])';
const QUOTED = /(?<!error occurred )["“`'(‘]([\w+=,.@/:-]*[\w+=@/-])["”`')’]/g;
const AFTER_NOUN = new RegExp(
  `\\b(with name|named|run on|assume the role|role|user|group|profile|bucket|key pair|session|cluster|environment)(?::? )${NAME}`,
  'gi',
);

/** Names by their place: quoted, or after a word that announces one and looking like no other word. */
function namesSaid(hiding: Hiding, text: string): Said {
  const said = new Map<string, string>();
  if (!hiding.kinds.has('names')) return said;
  const add = (name: string, announced: boolean): void => {
    if (!name.startsWith('arn:') && isNamelike(name, announced)) said.set(name, nameOf(hiding, name));
  };
  const { profile = '', role = '' } = namesInError({ kind: 'error', label: '', command: '', text });
  add(profile, true);
  add(role, true);
  for (const [, name = ''] of text.matchAll(QUOTED)) add(name, true);
  for (const [address] of text.matchAll(EMAIL)) add(address, true);
  for (const [, noun = '', name = ''] of text.matchAll(AFTER_NOUN)) {
    add(name, /^(?:with name|named|run on)$/i.test(noun));
  }
  return said;
}

/** Whether a text is somebody's name rather than a word, a parameter such as `iamInstanceProfile.name`, or a value of AWS's. */
function isNamelike(text: string, announced: boolean): boolean {
  if (text === '' || isMessageWord(text) || isAwsName(text) || isAwsValue(text)) return false;
  if (/^(?:[a-z]+[A-Z]\w*(?:\.\w+)*|\w*(?:Id|Arn|Name|Role|Profile)s?|\d{1,4})$/.test(text)) return false;
  return announced || /[-_\d@]|[a-z][A-Z]/.test(text);
}

function replaceOutside(
  text: string,
  pattern: RegExp,
  inside: (match: string) => string,
  outside: (plain: string) => string,
): string {
  let result = '';
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > at) result += outside(text.slice(at, match.index));
    result += inside(match[0]);
    at = match.index + match[0].length;
  }
  return at < text.length ? result + outside(text.slice(at)) : result;
}

/** Flags whose values say nothing of the account. */
const PLAIN_FLAGS: ReadonlySet<string> = new Set([
  '--region',
  '--output',
  '--count',
  '--instance-type',
  '--max-items',
  '--page-size',
  '--no-cli-pager',
]);

/** An AWS CLI command: its words and flags stay, values don't, but for `Name=` and the like in front of them. */
export function commandOf(hiding: Hiding, command: string): string {
  if (!hiding.kinds.has('names')) return textOf(hiding, command);
  if (!command.includes(' --')) return textOf(hiding, command);
  let flag = '';
  return command.replace(/(\s*)("[^"]*"|'[^']*'|\S+)/g, (_whole, gap: string, word: string) => {
    if (word.startsWith('--')) {
      const [name = '', ...values] = word.split('=');
      flag = name;
      return gap + (values.length === 0 ? word : `${name}=${flagValue(hiding, name, values.join('='))}`);
    }
    return gap + (flag === '' ? textOf(hiding, word) : flagValue(hiding, flag, word));
  });
}

function flagValue(hiding: Hiding, flag: string, value: string): string {
  if (PLAIN_FLAGS.has(flag)) return value;
  return value.replace(/(\w+=)?([^\s"'{}[\],;=]+)/g, (_whole, label: string | undefined, part: string) => {
    const kept = isAwsValue(part) || /^\d{1,4}$/.test(part) || /^<.*>$/.test(part);
    return (label ?? '') + (kept ? part : arnOrNameOf(hiding, part));
  });
}

const KEPT_LABELS: ReadonlySet<string> = new Set(['live', 'pasted', 'decoded', 'sample account', '']);
const COMMAND =
  /^(?:aws )?(?:ec2|iam|sts|ssm|autoscaling|elasticbeanstalk|emr|eks|ecs|batch|lambda|cloudformation|organizations) [a-z]+-[a-z-]+/;
const FILE_END = /(?:\.(?:json|jsonl|ndjson|yaml|yml|txt|csv|zip|gz|log))+$/i;

/** Where a record comes from: the name of a file, a command, or a word of ours. */
export function labelOf(hiding: Hiding, label: string): string {
  if (KEPT_LABELS.has(label) || !hiding.kinds.has('names')) return textOf(hiding, label);
  if (COMMAND.test(label)) return commandOf(hiding, label);
  return label.replace(/[^\s,;:()]+/g, (token) => {
    const end = FILE_END.exec(token)?.[0] ?? '';
    const name = token.slice(0, token.length - end.length);
    if (isMessageWord(name) || isAwsValue(name) || /^(?:aws|describe|list|get)-[a-z-]+$|^\d{1,3}$/.test(name))
      return token;
    return nameOf(hiding, name) + end;
  });
}
