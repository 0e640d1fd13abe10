import { AutoScalingClient } from '@aws-sdk/client-auto-scaling';
import { hostOf } from '../../session/sdk-host.ts';
import {
  type AwsService,
  SEND_COUNTER_PLACE,
  type SendMeter,
  type ServiceSettings,
  sendCounter,
  wrongService,
} from '../aws-service.ts';
import { describeGroups } from './describe-groups.ts';
import { describeLaunchConfigurations } from './describe-launch-configurations.ts';

/** Auto Scaling of one region. Loaded when first needed, as it brings the SDK's client. */
export function openAutoScaling(settings: ServiceSettings, meter: SendMeter): AwsService {
  const client = new AutoScalingClient(settings);
  client.middlewareStack.add(sendCounter(meter), SEND_COUNTER_PLACE);
  return {
    fetchPage: (request, scope) => {
      switch (request.call) {
        case 'autoscaling:DescribeAutoScalingGroups':
          return describeGroups(client, scope);
        case 'autoscaling:DescribeLaunchConfigurations':
          return describeLaunchConfigurations(client, scope);
        default:
          return wrongService(request, 'Auto Scaling');
      }
    },
    host: () => hostOf(client),
    close: () => client.destroy(),
  };
}
