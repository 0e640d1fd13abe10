/** Who was denied what, as an AccessDenied message or a decoded authorization message says it. */
export interface DeniedCall {
  readonly principalArn?: string | undefined;
  readonly action?: string | undefined;
  readonly resource?: string | undefined;
  readonly allowed: boolean;
  readonly explicitDeny: boolean;
  /** Which kind of policy stands in the way, as newer messages say. */
  readonly by: 'identity' | 'resource' | 'scp' | 'rcp' | 'boundary' | 'session' | 'endpoint' | 'unknown';
}

const MESSAGE =
  /(?:User: (?<user>arn:\S+)|(?<anonymous>You)) (?:is|are) not authorized to perform(?: this operation\. User: (?<late>arn:\S+) is not authorized to perform)?:? (?<action>[\w-]+:\w+)(?: on resource:? "?(?<resource>[^\s"]+)"?)?/;

/**
 * Takes the usual wording apart: `User: arn:… is not authorized to perform: iam:PassRole on resource: arn:… because no
 * identity-based policy allows …`, see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export function deniedCallOf(text: string): DeniedCall | undefined {
  const groups = MESSAGE.exec(text)?.groups;
  if (groups === undefined) return undefined;
  return {
    principalArn: groups.late ?? groups.user,
    action: groups.action,
    resource: groups.resource?.replace(/[.,;]$/, ''),
    allowed: false,
    explicitDeny: /explicit deny/i.test(text),
    by: policyKind(text),
  };
}

function policyKind(text: string): DeniedCall['by'] {
  if (/service control polic/i.test(text)) return 'scp';
  if (/resource control polic/i.test(text)) return 'rcp';
  if (/permissions boundary/i.test(text)) return 'boundary';
  if (/session polic/i.test(text)) return 'session';
  if (/VPC endpoint polic/i.test(text)) return 'endpoint';
  if (/resource-based polic/i.test(text)) return 'resource';
  if (/identity-based polic/i.test(text)) return 'identity';
  return 'unknown';
}
