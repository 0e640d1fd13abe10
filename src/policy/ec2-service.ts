/**
 * What a service principal is to EC2 of a partition, see
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-services
 */
export type ServiceSpelling = 'usual' | 'china' | 'legacy' | 'wrong-partition' | 'not-ec2';

const LEGACY: ReadonlySet<string> = new Set(['ec2.c2s.ic.gov', 'ec2.sc2s.sgov.gov']);

/**
 * `ec2.amazonaws.com` is taken everywhere, China takes `ec2.amazonaws.com.cn` too, the isolated partitions once used names
 * of their own. Regional forms don't name the service that hands credentials to instances: see {@link isRegionalEc2}.
 */
export function ec2Spelling(service: string, partition: string): ServiceSpelling {
  const name = service.toLowerCase();
  if (name === 'ec2.amazonaws.com') return 'usual';
  if (name === 'ec2.amazonaws.com.cn') return partition === 'aws-cn' ? 'china' : 'wrong-partition';
  if (LEGACY.has(name)) return partition.startsWith('aws-iso') ? 'legacy' : 'wrong-partition';
  return 'not-ec2';
}

/** `ec2.eu-west-1.amazonaws.com`: looks right, and is not the principal that EC2 calls as. */
export function isRegionalEc2(service: string): boolean {
  return /^ec2\.[a-z]{2,}(?:-[a-z]+)+-\d+\.amazonaws\.com(?:\.cn)?$/i.test(service);
}
