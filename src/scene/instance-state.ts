import type { InstanceNode } from '../graph/graph.ts';
import type { Mark } from './scene.ts';

/** The five states that a dot can show. EC2's names: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceState.html */
export function instanceState(instance: InstanceNode): NonNullable<Mark['state']> {
  switch (instance.record?.State) {
    case 'running':
      return 'running';
    case 'stopped':
      return 'stopped';
    case 'pending':
    case 'stopping':
      return 'pending';
    case 'terminated':
    case 'shutting-down':
      return 'terminated';
    default:
      return 'unknown';
  }
}
