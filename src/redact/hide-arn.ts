import { parseArn } from '../base/arn.ts';
import { ARN_TYPES, isAwsName, isAwsValue } from './aws-own.ts';
import { accountOf, type Hiding, idOf, nameOf, partOf } from './hiding.ts';

/** An ARN, or a pattern of some, part by part: partition, service, region and the kind of thing stay. */
export function arnOf(hiding: Hiding, arn: string): string {
  const parts = parseArn(arn);
  if (parts === undefined) return nameOf(hiding, arn);
  if (parts.account === 'aws') return arn;
  const start = arn.slice(0, arn.indexOf(parts.resource, arn.indexOf(`:${parts.account}:`) + 1));
  const head = ['arn', parts.partition, parts.service, parts.region].join(':');
  const lead = /^\s*/.exec(start)?.[0] ?? '';
  return `${lead}${head}:${accountPart(hiding, parts.account)}:${resourceOf(hiding, parts.service, parts.resource)}`;
}

function accountPart(hiding: Hiding, account: string): string {
  return /^[*?]*$/.test(account) ? account : accountOf(hiding, account);
}

function resourceOf(hiding: Hiding, service: string, resource: string): string {
  const pieces = resource.split(/([/:])/);
  // A bucket, queue or topic comes first, whatever it is called.
  const hasType = service !== 's3' && pieces.length > 1;
  return pieces
    .map((piece, at) => {
      if (at % 2 === 1) return piece;
      if (hasType && at === 0 && ARN_TYPES.has(piece)) return piece;
      if (at > 0 && (piece === 'autoScalingGroupName' || piece === 'launchConfigurationName')) return piece;
      if (/^(?:|[*?]+|\$[A-Z]+)$/.test(piece) || isAwsName(piece)) return piece;
      return rememberedPart(hiding, piece);
    })
    .join('');
}

/** Names of ARNs are looked for in sentences, too. */
function rememberedPart(hiding: Hiding, part: string): string {
  const hidden = partOf(hiding, part);
  if (hidden !== part && !/[*?$]/.test(part)) hiding.known.add(part, hidden);
  return hidden;
}

/** A profile or policy that may be given by its ARN or by its name. */
export function arnOrNameOf(hiding: Hiding, text: string): string {
  return text.trimStart().startsWith('arn:') ? arnOf(hiding, text) : nameOf(hiding, text);
}

/** A value of any kind: of AWS, an ARN, an id, or somebody's word. */
export function valueOf(hiding: Hiding, value: string, kind: 'names' | 'tags' = 'names'): string {
  if (isAwsValue(value)) return value;
  if (value.startsWith('arn:')) return arnOf(hiding, value);
  return nameOf(hiding, value, kind);
}

/** `AROA…:session`; of the account itself its number. */
export function userIdOf(hiding: Hiding, userId: string): string {
  if (/^\d{12}$/.test(userId)) return accountOf(hiding, userId);
  const at = userId.indexOf(':');
  if (at === -1) return idOf(hiding, userId);
  return `${idOf(hiding, userId.slice(0, at))}:${nameOf(hiding, userId.slice(at + 1))}`;
}
