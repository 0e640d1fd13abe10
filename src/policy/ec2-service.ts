/**
 * How EC2 is named as a principal in a partition, see
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-services
 */
export type ServiceSpelling = 'usual' | 'china' | 'legacy' | 'wrong-partition' | 'not-ec2';

const LEGACY: ReadonlySet<string> = new Set([
  'ec2.c2s.ic.gov',
  'ec2.sc2s.sgov.gov',
  'ec2.amazonaws.com.c2s.ic.gov',
]);

/**
 * Says what a service principal is to EC2 of a partition. `ec2.amazonaws.com` is taken everywhere, China takes
 * `ec2.amazonaws.com.cn` too, the isolated partitions once used names of their own. Regional forms
 * (`ec2.eu-west-1.amazonaws.com`) don't name the service that hands credentials to instances.
 */
export function ec2Spelling(service: string, partition: string): ServiceSpelling {
  const name = service.toLowerCase();
  if (name === 'ec2.amazonaws.com') return 'usual';
  if (name === 'ec2.amazonaws.com.cn') return partition === 'aws-cn' ? 'china' : 'wrong-partition';
  if (LEGACY.has(name)) return partition.startsWith('aws-iso') ? 'legacy' : 'wrong-partition';
  return 'not-ec2';
}
