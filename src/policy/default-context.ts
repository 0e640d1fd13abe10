import { parseArn } from '../base/arn.ts';
import type { AccessPrincipal, ContextValue } from './access-verdict.ts';

/** What a request is, before its condition keys are known. */
export interface RequestShape {
  readonly action: string;
  readonly resource: string;
  readonly principal: AccessPrincipal;
  readonly resourceAccount?: string | undefined;
  /** The region whose endpoint is called. Else that of the resource's ARN, where it has one. */
  readonly region?: string | undefined;
  /** When the credentials are those that EC2 hands to an instance. */
  readonly instance?:
    | { readonly arn: string; readonly instanceId: string; readonly imds?: 'v1' | 'v2' | undefined }
    | undefined;
  /** Tags of the role, when all of them are known. */
  readonly principalTags?: ReadonlyMap<string, string> | undefined;
}

/**
 * The condition keys that follow from the request itself, by lower-case name. Times, addresses, VPCs, MFA, the organization,
 * tags of resources and the keys of single services are left out: nobody knows them beforehand.
 * Each by its "Availability" and "Values" in
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export function defaultContext(request: RequestShape): ReadonlyMap<string, ContextValue> {
  const context = new Map<string, ContextValue>(ALWAYS);
  const set = (key: string, value: string | undefined): void => {
    if (value !== undefined && value !== '') context.set(key, values(value));
  };
  const { principal, instance } = request;
  const own = parseArn(principal.arn);
  const target = parseArn(request.resource);
  const isUser = own?.resourceType === 'user';
  // For a role's session AWS gives the ARN of the role, not that of the session.
  set('aws:principalarn', principal.arn);
  set('aws:principalaccount', principal.account ?? own?.account);
  set('aws:principaltype', isUser ? 'User' : 'AssumedRole');
  set('aws:resourceaccount', request.resourceAccount ?? target?.account);
  set('aws:requestedregion', request.region ?? target?.region);
  if (isUser) {
    set('aws:username', own?.name);
    set('aws:userid', principal.roleId);
  } else {
    // "aws:username … Not included in the request context: role sessions".
    context.set('aws:username', ABSENT);
    const session = principal.sessionName ?? instance?.instanceId;
    if (principal.roleId !== undefined && session !== undefined)
      set('aws:userid', `${principal.roleId}:${session}`);
  }
  if (instance !== undefined) addInstance(context, instance);
  if (request.principalTags !== undefined) {
    for (const [tag, value] of request.principalTags) set(`aws:principaltag/${tag.toLowerCase()}`, value);
  }
  return context;
}

const ABSENT: ContextValue = { kind: 'absent' };

function values(value: string): ContextValue {
  return { kind: 'values', values: [value] };
}

/** The same for every role's session that calls AWS for itself, from AWS's own tools. */
const ALWAYS: readonly (readonly [string, ContextValue])[] = [
  // AWS SDKs and the AWS CLI call over TLS unless told otherwise.
  ['aws:securetransport', values('true')],
  // "false if the principal is not an AWS service".
  ['aws:principalisawsservice', values('false')],
  ['aws:viaawsservice', values('false')],
  // Only in calls that an AWS service makes.
  ['aws:principalservicename', ABSENT],
  ['aws:principalservicenameslist', ABSENT],
  ['aws:sourcearn', ABSENT],
  ['aws:sourceaccount', ABSENT],
  ['aws:sourceorgid', ABSENT],
  ['aws:sourceorgpaths', ABSENT],
  ['aws:calledvia', ABSENT],
  ['aws:calledviafirst', ABSENT],
  ['aws:calledvialast', ABSENT],
];

/**
 * Credentials of an instance: EC2 assumes the role without MFA, source identity, session tags or a web identity.
 * `ec2:RoleDelivery` and `ec2:SourceInstanceArn` by
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-IMDS-existing-instances.html and
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html, `aws:Ec2InstanceSourceVpc` and
 * `…PrivateIPv4` by the page above: their values are the instance's, and not asked for here.
 */
function addInstance(
  context: Map<string, ContextValue>,
  instance: NonNullable<RequestShape['instance']>,
): void {
  context.set('ec2:sourceinstancearn', values(instance.arn));
  if (instance.imds !== undefined) {
    context.set('ec2:roledelivery', values(instance.imds === 'v2' ? '2.0' : '1.0'));
  }
  for (const key of [
    'aws:multifactorauthpresent',
    'aws:multifactorauthage',
    'aws:sourceidentity',
    'aws:federatedprovider',
  ])
    context.set(key, ABSENT);
}
