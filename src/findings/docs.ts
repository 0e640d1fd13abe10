/** The AWS pages behind the rules, each once. */
const IAM = 'https://docs.aws.amazon.com/IAM/latest/UserGuide';
const EC2 = 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide';
const EC2_API = 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference';

export const DOCS = {
  instanceProfiles: `${IAM}/id_roles_use_switch-role-ec2_instance-profiles.html`,
  troubleshootEc2: `${IAM}/troubleshoot_iam-ec2.html`,
  troubleshootRoles: `${IAM}/troubleshoot_roles.html`,
  consistency: `${IAM}/troubleshoot_general.html`,
  identifiers: `${IAM}/reference_identifiers.html`,
  quotas: `${IAM}/reference_iam-quotas.html`,
  principal: `${IAM}/reference_policies_elements_principal.html`,
  passRole: `${IAM}/id_roles_use_passrole.html`,
  boundaries: `${IAM}/access_policies_boundaries.html`,
  deleteRoles: `${IAM}/id_roles_manage_delete.html`,
  serviceLinkedRoles: `${IAM}/id_roles_create-service-linked-role.html`,
  bestPractices: `${IAM}/best-practices.html`,
  lastUsed: `${IAM}/access_policies_last-accessed.html`,
  accessDenied: `${IAM}/troubleshoot_access-denied.html`,
  attachRole: `${EC2}/attach-iam-role.html`,
  metadataOptions: `${EC2}/configuring-instance-metadata-options.html`,
  launchTemplates: `${EC2}/manage-launch-template-versions.html`,
  spotServiceLinkedRole: `${EC2}/service-linked-roles-spot-instance-requests.html`,
  association: `${EC2_API}/API_IamInstanceProfileAssociation.html`,
  replaceAssociation: `${EC2_API}/API_ReplaceIamInstanceProfileAssociation.html`,
  describeInstances: `${EC2_API}/API_DescribeInstances.html`,
  listInstanceProfiles: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListInstanceProfiles.html',
  decodeMessage: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html',
  hostManagement:
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/managed-instances-default-host-management.html',
  ssmInstanceRole:
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/setup-instance-permissions.html',
  beanstalkProfile: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/iam-instanceprofile.html',
  eksNodeRole: 'https://docs.aws.amazon.com/eks/latest/userguide/create-node-role.html',
  eksAwsAuth: 'https://docs.aws.amazon.com/eks/latest/userguide/auth-configmap.html',
  regions: 'https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html',
} as const;
