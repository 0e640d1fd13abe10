import { parseArn } from '../base/arn.ts';
import type { JsonValue } from '../base/json.ts';

/** What a policy of AWS's own is known to allow, where its document was not read. It may allow more; it denies nothing. */
export interface KnownPolicy {
  readonly name: string;
  readonly document: JsonValue;
}

/** AmazonEC2ContainerRegistryReadOnly, which AmazonEC2ContainerRegistryPowerUser repeats. */
const READ_IMAGES: readonly string[] = [
  'ecr:GetAuthorizationToken',
  'ecr:BatchCheckLayerAvailability',
  'ecr:GetDownloadUrlForLayer',
  'ecr:GetRepositoryPolicy',
  'ecr:DescribeRepositories',
  'ecr:ListImages',
  'ecr:DescribeImages',
  'ecr:BatchGetImage',
  'ecr:GetLifecyclePolicy',
  'ecr:GetLifecyclePolicyPreview',
  'ecr:ListTagsForResource',
  'ecr:DescribeImageScanFindings',
];

/**
 * What AWS's managed policies for instances allow on every resource, each list one statement of theirs: the whole of
 * AmazonSSMManagedInstanceCore v2 and AmazonS3ReadOnlyAccess v3, and of the others all that has neither a condition nor
 * resources of its own. Of November 2026, by
 * https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html (one page for each policy). "Services do not
 * remove permissions from an AWS managed policy", so the lists are a least and may not be the whole:
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-iam-awsmanpol.html
 */
const ALLOWS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  AdministratorAccess: [['*']],
  AmazonS3FullAccess: [['s3:*', 's3-object-lambda:*']],
  AmazonS3ReadOnlyAccess: [
    ['s3:Get*', 's3:List*', 's3:Describe*', 's3-object-lambda:Get*', 's3-object-lambda:List*'],
  ],
  AmazonSSMManagedInstanceCore: [
    [
      'ssm:DescribeAssociation',
      'ssm:GetDeployablePatchSnapshotForInstance',
      'ssm:GetDocument',
      'ssm:DescribeDocument',
      'ssm:GetManifest',
      'ssm:GetParameter',
      'ssm:GetParameters',
      'ssm:ListAssociations',
      'ssm:ListInstanceAssociations',
      'ssm:PutInventory',
      'ssm:PutComplianceItems',
      'ssm:PutConfigurePackageResult',
      'ssm:UpdateAssociationStatus',
      'ssm:UpdateInstanceAssociationStatus',
      'ssm:UpdateInstanceInformation',
    ],
    [
      'ssmmessages:CreateControlChannel',
      'ssmmessages:CreateDataChannel',
      'ssmmessages:OpenControlChannel',
      'ssmmessages:OpenDataChannel',
    ],
    [
      'ec2messages:AcknowledgeMessage',
      'ec2messages:DeleteMessage',
      'ec2messages:FailMessage',
      'ec2messages:GetEndpoint',
      'ec2messages:GetMessages',
      'ec2messages:SendReply',
    ],
  ],
  AmazonEC2ContainerServiceforEC2Role: [
    [
      'ec2:DescribeTags',
      'ecs:CreateCluster',
      'ecs:DeregisterContainerInstance',
      'ecs:DiscoverPollEndpoint',
      'ecs:Poll',
      'ecs:RegisterContainerInstance',
      'ecs:StartTelemetrySession',
      'ecs:UpdateContainerInstancesState',
      'ecs:Submit*',
      'ecr:GetAuthorizationToken',
      'ecr:BatchCheckLayerAvailability',
      'ecr:GetDownloadUrlForLayer',
      'ecr:BatchGetImage',
      'logs:CreateLogStream',
      'logs:PutLogEvents',
    ],
  ],
  AmazonEC2ContainerRegistryReadOnly: [READ_IMAGES],
  AmazonEC2ContainerRegistryPullOnly: [
    [
      'ecr:GetAuthorizationToken',
      'ecr:BatchGetImage',
      'ecr:GetDownloadUrlForLayer',
      'ecr:BatchImportUpstreamImage',
    ],
  ],
  AmazonEC2ContainerRegistryPowerUser: [
    [
      ...READ_IMAGES,
      'ecr:InitiateLayerUpload',
      'ecr:UploadLayerPart',
      'ecr:CompleteLayerUpload',
      'ecr:PutImage',
    ],
  ],
  AmazonEKSWorkerNodePolicy: [
    [
      'ec2:DescribeInstances',
      'ec2:DescribeInstanceTypes',
      'ec2:DescribeRouteTables',
      'ec2:DescribeSecurityGroups',
      'ec2:DescribeSubnets',
      'ec2:DescribeVolumes',
      'ec2:DescribeVolumesModifications',
      'ec2:DescribeVpcs',
      'eks:DescribeCluster',
      'eks-auth:AssumeRoleForPodIdentity',
    ],
  ],
  AmazonEKS_CNI_Policy: [
    [
      'ec2:AssignPrivateIpAddresses',
      'ec2:AttachNetworkInterface',
      'ec2:CreateNetworkInterface',
      'ec2:DeleteNetworkInterface',
      'ec2:DescribeInstances',
      'ec2:DescribeTags',
      'ec2:DescribeNetworkInterfaces',
      'ec2:DescribeInstanceTypes',
      'ec2:DescribeSubnets',
      'ec2:DetachNetworkInterface',
      'ec2:ModifyNetworkInterfaceAttribute',
      'ec2:UnassignPrivateIpAddresses',
    ],
  ],
  CloudWatchAgentServerPolicy: [
    [
      'cloudwatch:PutMetricData',
      'ec2:DescribeVolumes',
      'ec2:DescribeTags',
      'logs:PutLogEvents',
      'logs:PutRetentionPolicy',
      'logs:DescribeLogStreams',
      'logs:DescribeLogGroups',
      'logs:CreateLogStream',
      'logs:CreateLogGroup',
      'xray:PutTraceSegments',
      'xray:PutTelemetryRecords',
      'xray:GetSamplingRules',
      'xray:GetSamplingTargets',
      'xray:GetSamplingStatisticSummaries',
    ],
  ],
};

/** What is known of a managed policy by its ARN; `undefined` for a customer's own, and for those not listed. */
export function knownPolicy(policyArn: string): KnownPolicy | undefined {
  const arn = parseArn(policyArn);
  if (arn?.account !== 'aws' || arn.resourceType !== 'policy') return undefined;
  const lists = Object.hasOwn(ALLOWS, arn.name) ? ALLOWS[arn.name] : undefined;
  if (lists === undefined) return undefined;
  const Statement = lists.map((Action) => ({ Effect: 'Allow', Action, Resource: '*' }));
  return { name: arn.name, document: { Version: '2012-10-17', Statement } };
}
