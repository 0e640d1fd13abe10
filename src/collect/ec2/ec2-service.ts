import { EC2Client } from '@aws-sdk/client-ec2';
import { hostOf } from '../../session/sdk-host.ts';
import {
  type AwsService,
  SEND_COUNTER_PLACE,
  type SendMeter,
  type ServiceSettings,
  sendCounter,
  wrongService,
} from '../aws-service.ts';
import { describeAssociations } from './describe-associations.ts';
import { describeInstances } from './describe-instances.ts';
import { describeLaunchTemplateVersions } from './describe-launch-template-versions.ts';
import { describeLaunchTemplates } from './describe-launch-templates.ts';
import { describeRegions } from './describe-regions.ts';

/** EC2 of one region. Loaded when first needed, as it brings the SDK's client. */
export function openEc2(settings: ServiceSettings, meter: SendMeter): AwsService {
  const client = new EC2Client(settings);
  client.middlewareStack.add(sendCounter(meter), SEND_COUNTER_PLACE);
  return {
    fetchPage: (request, scope) => {
      switch (request.call) {
        case 'ec2:DescribeRegions':
          return describeRegions(client, scope);
        case 'ec2:DescribeInstances':
          return describeInstances(client, scope);
        case 'ec2:DescribeIamInstanceProfileAssociations':
          return describeAssociations(client, scope);
        case 'ec2:DescribeLaunchTemplates':
          return describeLaunchTemplates(client, scope);
        case 'ec2:DescribeLaunchTemplateVersions':
          return describeLaunchTemplateVersions(client, scope);
        default:
          return wrongService(request, 'EC2');
      }
    },
    host: () => hostOf(client),
    close: () => client.destroy(),
  };
}
