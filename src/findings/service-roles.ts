/**
 * Services whose own role people put into an instance profile by mistake: such a role stays as it is, and the instances get
 * a role of their own. The managed policies are those that the service's guide names for its EC2 instances.
 */
export interface ServiceRole {
  readonly service: string;
  readonly name: string;
  readonly instancePolicies: readonly string[];
}

const SERVICE_ROLES: readonly ServiceRole[] = [
  {
    service: 'elasticbeanstalk.amazonaws.com',
    name: 'Elastic Beanstalk service role',
    instancePolicies: ['AWSElasticBeanstalkWebTier'],
  },
  {
    service: 'elasticmapreduce.amazonaws.com',
    name: 'EMR service role',
    instancePolicies: ['service-role/AmazonElasticMapReduceforEC2Role'],
  },
  {
    service: 'eks.amazonaws.com',
    name: 'EKS cluster role',
    instancePolicies: [
      'AmazonEKSWorkerNodePolicy',
      'AmazonEKS_CNI_Policy',
      'AmazonEC2ContainerRegistryPullOnly',
    ],
  },
  {
    service: 'batch.amazonaws.com',
    name: 'AWS Batch service role',
    instancePolicies: ['service-role/AmazonEC2ContainerServiceforEC2Role'],
  },
  {
    service: 'ecs-tasks.amazonaws.com',
    name: 'ECS task role',
    instancePolicies: ['service-role/AmazonEC2ContainerServiceforEC2Role'],
  },
  { service: 'lambda.amazonaws.com', name: 'Lambda execution role', instancePolicies: [] },
  { service: 'spotfleet.amazonaws.com', name: 'Spot Fleet role', instancePolicies: [] },
  {
    service: 'codedeploy.amazonaws.com',
    name: 'CodeDeploy service role',
    instancePolicies: ['service-role/AmazonEC2RoleforAWSCodeDeploy'],
  },
];

/** The first service of a trust policy that is known to have a role of its own. */
export function serviceRoleOf(services: readonly string[]): ServiceRole | undefined {
  return SERVICE_ROLES.find((each) =>
    services.some((service) => service.toLowerCase().replace(/\.cn$/, '') === each.service),
  );
}
