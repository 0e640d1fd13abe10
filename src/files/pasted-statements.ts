import type { JsonValue } from '../base/json.ts';
import { fail, ok, type Result } from '../base/result.ts';
import type { Statement } from '../inventory/statements.ts';
import { looksLikeError, parseErrorText } from './error-text.ts';
import type { FileError } from './file-error.ts';
import { isJsonObject, type JsonObject } from './json-object.ts';
import { parseJson } from './parse-json.ts';
import { restore } from './restore.ts';

const LABEL = 'pasted';
const SECRET = /"?(?:SecretAccessKey|aws_secret_access_key)"?\s*[:=]/i;
const NOT_AUTHORIZED = /not authorized to perform/i;
/** AWS's codes as other tools than its CLI print them, such as Terraform: `Error: …: InvalidParameterValue: …`. */
const ERROR_CODE =
  /\b(?:InvalidParameterValue|ValidationError|ValidationException|IncorrectState|IncorrectInstanceState|LimitExceeded|EntityAlreadyExists|NoSuchEntity|DeleteConflict|MalformedPolicyDocument|UnauthorizedOperation|AccessDenied|InvalidAssociationID[.\w]*|TargetNotConnected)\b|Invalid IAM Instance Profile/;

/**
 * What a host or a failed call says, out of pasted text: the metadata service's `iam/info`, `aws sts get-caller-identity`, a
 * decoded authorization message, or the text of an error. Credentials are turned away unread.
 */
export function pastedStatements(text: string): Result<readonly Statement[], FileError> {
  if (SECRET.test(text)) {
    return fail({
      kind: 'other-output',
      message: 'This text holds credentials, so it was not read.',
      remedy: 'Paste the output of iam/info or of aws sts get-caller-identity; neither holds a secret.',
    });
  }
  if (text.trim() === '') return fail(NOTHING);
  const parsed = parseJson(text);
  const reading = restore(parsed.ok ? JSON.stringify(keyed(parsed.value)) : text, { label: LABEL });
  if (reading.ok && reading.value.inventory.statements.length > 0)
    return ok(reading.value.inventory.statements);
  if (looksLikeError(text) || NOT_AUTHORIZED.test(text) || ERROR_CODE.test(text))
    return ok([errorStatement(text)]);
  return fail(NOTHING);
}

const NOTHING: FileError = {
  kind: 'unknown-shape',
  message: 'This text says nothing about an instance’s role that Rolewire knows how to read.',
  remedy:
    'Paste the output of iam/info, of aws sts get-caller-identity, a decoded authorization message, or an AccessDenied error.',
};

/** Two outputs have no field of their own that tells them apart in a file, but do among the four that are meant here. */
function keyed(value: JsonValue): JsonValue {
  if (!isJsonObject(value)) return value;
  if (hasAll(value, ['Code', 'LastUpdated'])) {
    return { 'curl http://169.254.169.254/latest/meta-data/iam/info': value };
  }
  if (hasAll(value, ['allowed', 'context'])) return { 'sts decode-authorization-message': value };
  return value;
}

function hasAll(value: JsonObject, keys: readonly string[]): boolean {
  return keys.every((key) => Object.hasOwn(value, key));
}

function errorStatement(text: string): Statement {
  const { code, operation } = parseErrorText(text);
  return { kind: 'error', label: LABEL, command: '', text: text.trim(), code, operation };
}
