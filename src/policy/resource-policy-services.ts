/**
 * Services whose resources may carry a policy that speaks on requests of roles, by the prefix of their actions. Elsewhere a
 * request is decided by the policies of its principal alone. By the column "Resource-based policies" of
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html, and by the actions that put
 * one, such as `dsql:PutClusterPolicy`. Services that take one on rare kinds of resource alone, as Systems Manager, are not here.
 */
const SERVICES: ReadonlySet<string> = new Set([
  'acm-pca',
  'apigateway',
  'aps',
  'backup',
  'backup-storage',
  'codeartifact',
  'codebuild',
  'dynamodb',
  'dsql',
  'ecr',
  'ecr-public',
  'elasticfilesystem',
  'es',
  'events',
  'execute-api',
  'glacier',
  'glue',
  'kafka',
  'kinesis',
  'kms',
  'lambda',
  'lex',
  'logs',
  'mediastore',
  'network-firewall',
  'payment-cryptography',
  'rekognition',
  's3',
  's3-object-lambda',
  's3-outposts',
  's3express',
  's3files',
  's3tables',
  's3vectors',
  'schemas',
  'secretsmanager',
  'serverlessrepo',
  'ses',
  'sns',
  'sqs',
  'sso',
  'ssm-contacts',
  'ssm-incidents',
  'sts',
  'vpc-lattice',
  'vpc-lattice-svcs',
]);

/** Whether the resource of a request may carry a policy: those of actions that take none never do. */
export function mayHaveResourcePolicy(action: string, resource: string): boolean {
  const service = action.slice(0, Math.max(action.indexOf(':'), 0)).toLowerCase();
  return resource !== '*' && SERVICES.has(service);
}

/**
 * Whether it surely carries one that must let the account in before the policies of its roles count: "every KMS key must have
 * exactly one key policy", and "without permission from the key policy, IAM policies that allow permissions have no effect".
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html
 */
export function needsKeyPolicy(action: string, resource: string): boolean {
  return action.toLowerCase().startsWith('kms:') && /^arn:[^:]*:kms:[^:]*:[^:]*:key\//.test(resource);
}
