import { CALL_NAMES, callFacts } from '../inventory/calls.ts';
import type { FileError } from './file-error.ts';
import { commandOfTextLabel } from './recognise.ts';

/** Characters that tell what a text is. */
const BEGINNING = 8_000;

const TABLE = /^(?:[-|+=]{2,}|\||┌|╭)/;
const YAML =
  /^(?:%YAML|---\s*(?:\n|$)|(?:- )*(?:"[^"\n]{1,200}"|'[^'\n]{1,200}'|[A-Za-z_][^\n:]{0,200}):(?:\s|$))/;
const TEXT_LABEL = /^([A-Z][A-Z]+)(?:\t|\s*$)/m;
const TEXT_ROW = /^[^\t\n]*\t[^\n]*$/m;

/** Whether a text may be YAML, by how it begins. */
export function looksLikeYaml(text: string): boolean {
  const beginning = text.slice(0, BEGINNING);
  return YAML.test(beginning.trimStart()) && sayingOf(beginning) === undefined;
}

/** What a shell or the AWS CLI says that did not get as far as AWS; `undefined` for any other text. */
function sayingOf(text: string): FileError | undefined {
  const said = SAYINGS.find(([pattern]) => pattern.test(text));
  return said && { kind: 'error-text', message: said[1], remedy: said[2] };
}

/** What a text is that is no JSON, with the command to run instead; `undefined` when it is nothing that is known. */
export function otherOutput(whole: string): FileError | undefined {
  const text = whole.slice(0, BEGINNING).trim();
  // Output may well speak of a region or a token: only a short text says nothing else.
  const saying = whole.length < BEGINNING ? sayingOf(text) : undefined;
  if (saying) return saying;
  if (/^<(?:!doctype|html|\?xml)/i.test(text)) {
    return {
      kind: 'other-output',
      message: 'The file is a web page or XML, not output of the AWS CLI.',
      remedy: 'Save the output of the command itself: aws … --output json > file.json',
    };
  }
  if (TABLE.test(text))
    return notJson('a table (--output table)', commandOfTable(text) ?? commandOfIds(text));
  if (looksLikeYaml(text)) return notJson('YAML (--output yaml)', undefined);
  const label = TEXT_LABEL.exec(text)?.[1];
  const command = label === undefined ? undefined : commandOfTextLabel(label);
  if (command !== undefined) return notJson('text (--output text)', command);
  if (TEXT_ROW.test(text) || commandOfIds(text) !== undefined) {
    return notJson('text (--output text)', commandOfIds(text));
  }
  return undefined;
}

/** `aws ec2 describe-instances --output json > describe-instances.json` */
export function commandToRun(cli: string, region?: string): string {
  const name = cli.split(' ')[1] ?? 'output';
  const place = region === undefined ? '' : ` --region ${region}`;
  const file = region === undefined ? name : `${name}-${region}`;
  return `aws ${cli}${place} --output json > ${file}.json`;
}

function notJson(form: string, cli: string | undefined): FileError {
  const message = `The file is ${form}, which lacks what tells the records apart.`;
  return cli === undefined || cli.startsWith('curl')
    ? {
        kind: 'other-output',
        message,
        remedy: 'Run the same command again with --output json and save what it prints.',
      }
    : {
        kind: 'other-output',
        message,
        remedy: 'Run it again with --output json, and open what it saves.',
        command: commandToRun(cli),
      };
}

/** The title of a table is the name of the API operation. */
function commandOfTable(text: string): string | undefined {
  const titles = text.matchAll(/\|\s*([A-Z]\w{3,60})\s*\|/g);
  for (const [, title] of titles) {
    const call = CALL_NAMES.find((name) => name.endsWith(`:${title}`));
    if (call !== undefined) return callFacts(call).cli;
  }
  return undefined;
}

/** Ids alone, as `--query` picks them, tell what was listed. */
function commandOfIds(text: string): string | undefined {
  if (/\biip-assoc-[0-9a-f]{8,17}\b/.test(text)) return 'ec2 describe-iam-instance-profile-associations';
  if (/\bi-[0-9a-f]{8,17}\b/.test(text)) return 'ec2 describe-instances';
  if (/:instance-profile\/|\bAIPA[A-Z0-9]{8,}\b/.test(text)) return 'iam list-instance-profiles';
  return /:role\/|\bAROA[A-Z0-9]{8,}\b/.test(text) ? 'iam list-roles' : undefined;
}

/** What shells and the AWS CLI say when a command did not get as far as AWS, each with what to do. */
const SAYINGS: readonly (readonly [pattern: RegExp, message: string, remedy: string])[] = [
  [
    /aws: (?:command )?not found|'aws' is not recognized|The term 'aws' is not recognized/i,
    'The shell says that it knows no command “aws”: the AWS CLI is not installed there.',
    'Run the command in AWS CloudShell, which has it, or install the AWS CLI.',
  ],
  [
    /unable to locate credentials|no credentials found|partial credentials found/i,
    'The AWS CLI says that it has no credentials, so nothing was asked.',
    'Sign in (aws sso login, or aws configure), then run the command again.',
  ],
  [
    /token has expired|sso session .{0,80}expired|error loading sso token|error when retrieving token from sso/i,
    'The AWS CLI says that its sign-in has expired, so nothing was asked.',
    'Run aws sso login, then the command again.',
  ],
  [
    /the config profile \(.{1,100}\) could not be found/i,
    'The AWS CLI does not know the profile that was named.',
    'See which there are with aws configure list-profiles, then run the command again.',
  ],
  [
    /you must specify a region/i,
    'The AWS CLI did not know which region to ask.',
    'Run the command again with --region, for example --region eu-west-1.',
  ],
  [
    /could not connect to the endpoint url/i,
    'The AWS CLI could not reach AWS.',
    'Check the region’s name and the network there, then run the command again.',
  ],
  [
    /^\s*usage: aws\b|aws: error: |aws: \[ERROR\]: |Unknown options: |Invalid choice/m,
    'The AWS CLI did not understand the command that was typed.',
    'Check it for typing errors, then run it again.',
  ],
];
