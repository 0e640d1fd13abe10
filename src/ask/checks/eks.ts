import type { Check } from '../check.ts';
import { CHAIN_STEPS, LIMIT_STEPS } from './shared-steps.ts';

/**
 * By "Amazon EKS node IAM role", https://docs.aws.amazon.com/eks/latest/userguide/create-node-role.html, and the policies that
 * it names: AmazonEKSWorkerNodePolicy, AmazonEC2ContainerRegistryPullOnly and AmazonEKS_CNI_Policy.
 */
export const eks: Check = {
  id: 'eks',
  name: 'EKS: node',
  about: 'The kubelet of the instance joins an EKS cluster, pulls images and gives addresses to pods.',
  source: 'https://docs.aws.amazon.com/eks/latest/userguide/create-node-role.html',
  fields: [],
  steps: [
    ...CHAIN_STEPS,
    {
      title: 'The node may look up its cluster and itself',
      probe: {
        kind: 'may',
        pairs: [
          { action: 'eks:DescribeCluster', on: '*' },
          { action: 'ec2:DescribeInstances', on: '*' },
          { action: 'ec2:DescribeSubnets', on: '*' },
        ],
      },
    },
    {
      title: 'Images can be pulled from ECR',
      probe: {
        kind: 'may',
        pairs: [
          { action: 'ecr:GetAuthorizationToken', on: '*' },
          { action: 'ecr:GetDownloadUrlForLayer', on: '*' },
          { action: 'ecr:BatchGetImage', on: '*' },
        ],
      },
    },
    {
      title: 'The VPC CNI may give addresses to pods',
      probe: {
        kind: 'may',
        pairs: [
          { action: 'ec2:AssignPrivateIpAddresses', on: '*' },
          { action: 'ec2:AttachNetworkInterface', on: '*' },
          { action: 'ec2:CreateNetworkInterface', on: '*' },
          { action: 'ec2:DescribeNetworkInterfaces', on: '*' },
        ],
      },
      // AWS recommends a role of its own for the add-on.
      advised: true,
      source: 'https://docs.aws.amazon.com/eks/latest/userguide/cni-iam-role.html',
    },
    {
      title: 'The cluster knows the role',
      probe: {
        kind: 'unseen',
        why: 'Access entries and the aws-auth ConfigMap are not read: eks list-access-entries tells. They take the role ARN, not that of the profile.',
      },
      source: 'https://docs.aws.amazon.com/eks/latest/userguide/access-entries.html',
      advised: true,
    },
    ...LIMIT_STEPS,
  ],
};
