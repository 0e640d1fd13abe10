import * as v from 'valibot';
import { parseArn } from '../../base/arn.ts';
import type { JsonValue } from '../../base/json.ts';
import { type AccountId, type Arn, toAccountId } from '../../inventory/ids.ts';
import type { DecodedAuthorizationStatement, InstanceMetadataStatement } from '../../inventory/statements.ts';
import { arn, maybe, profileId, text, time } from '../fields.ts';
import { isJsonObject, ownField, ownText } from '../json-object.ts';
import { parseJson } from '../parse-json.ts';

const METADATA = v.object({
  Code: maybe(text),
  Message: maybe(text),
  LastUpdated: maybe(time),
  InstanceProfileArn: maybe(arn),
  InstanceProfileId: maybe(profileId),
});

/**
 * The metadata service's `iam/info`; `undefined` for output of another form.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-categories.html
 */
export function readInstanceMetadata(
  output: JsonValue,
  label: string,
): InstanceMetadataStatement | undefined {
  const parsed = v.safeParse(METADATA, output);
  if (!parsed.success || Object.values(parsed.output).every((field) => field === undefined)) return undefined;
  return {
    kind: 'instance-metadata',
    label,
    accountId: accountOf(parsed.output.InstanceProfileArn),
    time: parsed.output.LastUpdated,
    ...parsed.output,
  };
}

/** STS API `DecodeAuthorizationMessage`: `DecodedMessage` is JSON in a string. `undefined` for output of another form. */
export function readDecodedMessage(
  output: JsonValue,
  label: string,
): DecodedAuthorizationStatement | undefined {
  const message = decodedMessage(output);
  if (!isJsonObject(message)) return undefined;
  const context = ownField(message, 'context');
  const allowed = ownField(message, 'allowed');
  if (typeof allowed !== 'boolean') return undefined;
  const about = isJsonObject(context) ? context : message;
  const principal = ownField(about, 'principal');
  const parsedArn = v.safeParse(arn, isJsonObject(principal) ? ownField(principal, 'arn') : undefined);
  const principalArn = parsedArn.success ? parsedArn.output : undefined;
  return {
    kind: 'decoded-authorization',
    label,
    accountId: accountOf(principalArn),
    allowed,
    explicitDeny: ownField(message, 'explicitDeny') === true,
    principalArn,
    action: ownText(about, 'action'),
    resource: ownText(about, 'resource'),
    message,
  };
}

function decodedMessage(output: JsonValue): JsonValue | undefined {
  const inner = isJsonObject(output) ? (ownField(output, 'DecodedMessage') ?? output) : output;
  if (typeof inner !== 'string') return inner;
  const parsed = parseJson(inner);
  return parsed.ok ? parsed.value : undefined;
}

function accountOf(value: Arn | undefined): AccountId | undefined {
  const account = value === undefined ? undefined : parseArn(value)?.account;
  return account ? toAccountId(account) : undefined;
}
