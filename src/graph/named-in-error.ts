import type { ErrorStatement } from '../inventory/statements.ts';

/** What a failed call names, by its flags and by AWS's words. Bare texts, as they stood. */
export interface NamedInError {
  readonly profile?: string | undefined;
  readonly role?: string | undefined;
  readonly instanceId?: string | undefined;
  readonly associationId?: string | undefined;
}

/** Whether the text is of a launch, association or environment that refuses the profile it was given. */
export function refusesProfile(text: string): boolean {
  return REFUSALS.test(text);
}

const REFUSALS =
  /Invalid IAM Instance Profile|iamInstanceProfile\.(?:name|arn) is invalid|Invalid Iam ?InstanceProfile|Invalid InstanceProfile|instance profile .*(?:does not exist|doesn't exist|not found|is invalid)/i;

/** AWS's sentences that name a profile; the text in the first group. */
const PROFILE_TEXTS: readonly RegExp[] = [
  /Value \(([^)]+)\) for parameter iamInstanceProfile\.(?:name|arn) is invalid/i,
  /Instance Profile ([\w+=,.@/:-]+) (?:cannot be found|already exists)/i,
  /Instance Profile ["'`]?([\w+=,.@/:-]+)["'`]? has no associated IAM roles?/i,
  /Invalid (?:IamInstanceProfile|InstanceProfile|IAM Instance Profile(?: name| ARN)?)[:\s]+["'(]?([\w+=,.@/:-]+[\w+=@/-])/i,
  /instance profile ["'`(]?([\w+=,.@/:-]+[\w+=@/-])["'`)]?[^.]* (?:does not exist|not found|is invalid|doesn't exist)/i,
];
const ROLE_TEXTS: readonly RegExp[] = [
  /role with name ([\w+=,.@-]+) (?:cannot be found|already exists)/i,
  /nodeRole["'`]?[:\s]+["'`]?(arn:\S+?:role\/[\w+=,.@/-]+)/i,
  /(?:assume|pass) (?:the )?role ["'`(]?(arn:\S+?:role\/[\w+=,.@/-]+|[\w+=,.@-]+)/i,
];

/** Takes the names out of the flags of the command and the words of the error. */
export function namesInError(said: ErrorStatement): NamedInError {
  const { command, text } = said;
  const reference = /--iam-instance-profile[= ]\S*?(?:Name|Arn)=["']?([^\s"',]+)/i.exec(command)?.[1];
  return {
    profile:
      firstMatch(text, PROFILE_TEXTS) ??
      flag(command, 'instance-profile-name') ??
      reference ??
      flag(command, 'iam-instance-profile'),
    role: firstMatch(text, ROLE_TEXTS) ?? flag(command, 'role-name'),
    instanceId:
      /\bi-[0-9a-f]{8,17}\b/i.exec(text)?.[0] ??
      flag(command, 'instance-id') ??
      flag(command, 'instance-ids'),
    associationId: /\biip-assoc-[0-9a-f]+\b/i.exec(text)?.[0] ?? flag(command, 'association-id'),
  };
}

function firstMatch(text: string, patterns: readonly RegExp[]): string | undefined {
  for (const pattern of patterns) {
    const found = pattern.exec(text)?.[1];
    if (found !== undefined) return found;
  }
  return undefined;
}

function flag(command: string, name: string): string | undefined {
  const found = new RegExp(`--${name}[= ]["']?([^\\s"']+)`).exec(command)?.[1];
  return found?.startsWith('<') ? undefined : found;
}
