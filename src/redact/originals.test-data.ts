import type { Inventory } from '../inventory/inventory.ts';

/** Fields whose texts somebody chose. */
const NAMED =
  /^(?:RoleName|InstanceProfileName|PolicyName|LaunchTemplateName|LaunchConfigurationName|AutoScalingGroupName|ApplicationName|EnvironmentName|Name|alias|Description|Sid|resource|InlinePolicyNames)$/;
const IDS =
  /\b(?:A(?:ROA|IPA|IDA|KIA|SIA|GPA)[A-Z0-9]{6,}|(?:i|vpc|subnet|ami|lt|sg|iip-assoc|eipassoc)-[0-9a-f]{6,})\b/g;
const ADDRESSES = /\b\d{1,3}(?:[.-]\d{1,3}){3}\b|\b[0-9a-f]{1,4}(?::[0-9a-f]{0,4}){3,7}\b/g;
const ARNS = /arn:aws[a-z-]*:([a-z0-9-]*):[a-z0-9-]*:([^:\s"]*):([^\s"',)]+)/g;

/** Words that AWS put there and nobody chose: they stay. */
const AWS_OWN =
  /^(?:AWSServiceRoleFor\w+|AWSSystemsManagerDefaultEC2InstanceManagementRole|EMR_\w+|aws-elasticbeanstalk-\w+-role|ecsInstanceRole|service-role|aws-service-role|\w+\.amazonaws\.com|root|\/ssm\/managed-instance\/default-ec2-instance-management-role|\*|\$\w+|role|user|assumed-role|instance-profile|policy|mfa|table|key|autoScalingGroupName|launchConfigurationName|autoScalingGroup|launchConfiguration|token\.actions\.githubusercontent\.com)$/;

/**
 * Every value of an account that must not be seen, found by looks and field names alone and so by another way than the one that
 * hides them. Left out is what can't be told from a word of Rolewire's: less than three characters, or a plain English word.
 */
export function originalsOf(inventory: Inventory): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (text: string): void => {
    if (text.length >= 3 && !AWS_OWN.test(text) && !PLAIN_WORDS.has(text.toLowerCase())) found.add(text);
  };
  const json = JSON.stringify(inventory);
  for (const [account] of json.matchAll(/(?<![\w.])\d{12}(?!\w)/g)) add(account);
  for (const [id] of json.matchAll(IDS)) add(id);
  for (const [address] of json.matchAll(ADDRESSES)) if (!COMMON.has(address)) add(address);
  for (const [, service, account, resource = ''] of json.matchAll(ARNS)) {
    if (account === 'aws') continue;
    if (service !== 'iam' && service !== 'sts') continue;
    for (const part of resource.split('/').slice(1))
      if (!/[*?$\\]/.test(part)) add(part.replace(/[.:]+$/, ''));
  }
  walk(inventory, '', (key, value, parent) => {
    if (String(parent['PolicyArn'] ?? '').includes(':iam::aws:')) return;
    if (key === 'Value' && 'Key' in parent) add(value);
    else if (key === 'Key' && 'Value' in parent && !/^(?:Name|aws:|eks:|kubernetes|k8s)/.test(value))
      add(value);
    else if (NAMED.test(key) && !value.startsWith('arn:')) add(value);
  });
  return found;
}

const COMMON = new Set(['169.254.169.254', '0.0.0.0', '127.0.0.1']);
const PLAIN_WORDS = new Set(
  'true false owned shared role profile instance app web prod default live test name team env owner read user service launch elasticbeanstalk path launcher boundary data api'.split(
    ' ',
  ),
);

type Visit = (key: string, value: string, parent: Readonly<Record<string, unknown>>) => void;

function walk(
  value: unknown,
  key: string,
  visit: Visit,
  parent: Readonly<Record<string, unknown>> = {},
): void {
  if (typeof value === 'string') visit(key, value, parent);
  else if (Array.isArray(value)) for (const item of value) walk(item, key, visit, parent);
  else if (typeof value === 'object' && value !== null) {
    const object = value as Readonly<Record<string, unknown>>;
    for (const [inner, item] of Object.entries(object)) walk(item, inner, visit, object);
  }
}

/** Those of the originals that stand in a text, in any letter case, and not as a part of another word. */
export function leaksIn(text: string, originals: ReadonlySet<string>): readonly string[] {
  const lower = text.toLowerCase();
  return [...originals].filter((original) => {
    const wanted = original.toLowerCase();
    for (let at = lower.indexOf(wanted); at !== -1; at = lower.indexOf(wanted, at + 1)) {
      const before = lower.charAt(at - 1);
      const after = lower.charAt(at + wanted.length);
      if (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)) return true;
    }
    return false;
  });
}
