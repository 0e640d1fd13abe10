import { partitionOfRegion } from '../base/partitions.ts';

/**
 * What is AWS's own word and tells nothing of an account: names that services give or ask for, hosts, regions, types. Rules
 * look at some of them, so they stay.
 */
export function isAwsName(name: string): boolean {
  return (
    OWN_NAMES.has(name) ||
    name.startsWith('AWSServiceRoleFor') ||
    // `$Default`, `$LATEST`, `$None`: no name may begin like this.
    /^\$[A-Za-z]+$/.test(name) ||
    isServiceHost(name)
  );
}

/**
 * Roles, profiles and path parts by the names under which AWS's services and consoles make them:
 * https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/iam-instanceprofile.html
 * https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-iam-roles-defaultroles.html
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/instance_IAM_role.html
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/fleet-manager-default-host-management-configuration.html
 */
const OWN_NAMES: ReadonlySet<string> = new Set([
  'aws-elasticbeanstalk-ec2-role',
  'aws-elasticbeanstalk-service-role',
  'AWSSystemsManagerDefaultEC2InstanceManagementRole',
  'AmazonSSMRoleForInstancesQuickSetup',
  'AmazonSSMRoleForAutomationAssumeQuickSetup',
  'EMR_DefaultRole',
  'EMR_DefaultRole_V2',
  'EMR_EC2_DefaultRole',
  'EMR_AutoScaling_DefaultRole',
  'ecsInstanceRole',
  'ecsTaskExecutionRole',
  'ecsServiceRole',
  'AWSBatchServiceRole',
  'AWSDataLifecycleManagerDefaultRole',
  'OrganizationAccountAccessRole',
  'AWSControlTowerExecution',
  'aws-ec2-spot-fleet-tagging-role',
  'service-role',
  'aws-service-role',
  'aws-reserved',
  'root',
  '/ssm/managed-instance/default-ec2-instance-management-role',
]);

/** Identity providers that anyone may use. */
const PUBLIC_HOSTS: ReadonlySet<string> = new Set([
  'token.actions.githubusercontent.com',
  'accounts.google.com',
  'graph.facebook.com',
  'www.amazon.com',
  'signin.aws.amazon.com',
]);

/** `ec2.amazonaws.com`, `ec2.eu-west-1.amazonaws.com`: a service, not a host of somebody's own. */
export function isServiceHost(text: string): boolean {
  return (
    PUBLIC_HOSTS.has(text) ||
    /^(?:[a-z0-9-]+\.)(?:[a-z]{2,4}(?:-[a-z]+)+-\d\.)?(?:amazonaws\.com(?:\.cn)?|amazonaws\.eu|api\.aws)$/.test(
      text,
    )
  );
}

/** A value that AWS defines and that many accounts share: `true`, a region, a zone, an instance type, an action, a time. */
export function isAwsValue(text: string): boolean {
  return (
    /^(?:|\*|true|false|null)$/i.test(text) ||
    isAwsName(text) ||
    isPlace(text) ||
    /^[a-z][a-z0-9-]*\.(?:nano|micro|small|medium|large|\d*xlarge|metal(?:-\d+xl)?|\*)$/.test(text) ||
    /^[a-z0-9-]+:(?:\*|[A-Z][A-Za-z0-9]*\*?)$/.test(text) ||
    /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z?)?$/.test(text)
  );
}

/** A region, or a zone of one. */
function isPlace(text: string): boolean {
  return (
    /^[a-z]+-[a-z-]+-\d[a-z]?$/.test(text) && partitionOfRegion(text.replace(/[a-z]$/, '')) !== undefined
  );
}

/** Tag keys by which AWS and Kubernetes mark what they made; what follows may be somebody's word. */
export function ownTagPrefix(key: string): string {
  return (
    /^(?:Name$|aws:.*|eks:.*|KubernetesCluster$|AmazonECSManaged$|kubernetes\.io\/cluster\/|k8s\.io\/|karpenter\.sh\/)/.exec(
      key,
    )?.[0] ?? ''
  );
}

/** Words that come between `arn:…:` and a name. A first part that is none of these is taken for a name. */
export const ARN_TYPES: ReadonlySet<string> = new Set(
  (
    'role user group policy instance-profile assumed-role federated-user mfa sms-mfa saml-provider oidc-provider ' +
    'server-certificate access-report instance volume snapshot image vpc subnet security-group network-interface ' +
    'launch-template key-pair elastic-ip natgateway internet-gateway route-table network-acl placement-group ' +
    'spot-instances-request fleet reserved-instances capacity-reservation transit-gateway vpc-endpoint ' +
    'iam-instance-profile-association table index stream function layer event-source-mapping log-group log-stream key ' +
    'alias secret parameter cluster service task task-definition container-instance nodegroup repository stack ' +
    'changeset autoScalingGroup autoScalingGroupName launchConfiguration launchConfigurationName environment ' +
    'application applicationversion configurationtemplate domain db compute-environment job-queue job-definition ' +
    'stateMachine execution document automation-definition maintenancewindow patchbaseline managed-instance ' +
    'opsitem servicesetting loadbalancer targetgroup listener listener-rule app net certificate distribution ' +
    'hostedzone rule event-bus alarm deliverystream catalog database crawler project build organization account ou ' +
    'policy-name session accesspoint identitypool userpool topic'
  ).split(' '),
);
