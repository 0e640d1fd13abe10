import { AutoScalingClient } from '@aws-sdk/client-auto-scaling';
import { EC2Client } from '@aws-sdk/client-ec2';
import { IAMClient } from '@aws-sdk/client-iam';
import { STSClient } from '@aws-sdk/client-sts';

/** Credentials as people have them, before they paste them anywhere. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
}

// The warning about the Node version is not for the people who run the tests.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';

/** The four services of one local server, as one caller. IAM and STS are asked in us-east-1. */
export interface Clients {
  readonly iam: IAMClient;
  readonly sts: STSClient;
  ec2(region: string): EC2Client;
  autoScaling(region: string): AutoScalingClient;
}

/** Clients for a local server at `endpoint`; each region's client is made once. */
export function clientsFor(endpoint: string, credentials: Credentials): Clients {
  // A copy, because the SDK writes into what it is given.
  const base = { endpoint, credentials: { ...credentials }, maxAttempts: 1 };
  const ec2 = new Map<string, EC2Client>();
  return {
    iam: new IAMClient({ ...base, region: 'us-east-1' }),
    sts: new STSClient({ ...base, region: 'us-east-1' }),
    ec2: (region) => {
      const client = ec2.get(region) ?? new EC2Client({ ...base, region });
      ec2.set(region, client);
      return client;
    },
    autoScaling: (region) => new AutoScalingClient({ ...base, region }),
  };
}

/** The lines that the AWS access portal offers for a shell, and that the app's paste box takes. */
export function exportLines(credentials: Credentials): string {
  const lines = [
    `export AWS_ACCESS_KEY_ID="${credentials.accessKeyId}"`,
    `export AWS_SECRET_ACCESS_KEY="${credentials.secretAccessKey}"`,
  ];
  if (credentials.sessionToken !== undefined) {
    lines.push(`export AWS_SESSION_TOKEN="${credentials.sessionToken}"`);
  }
  return lines.join('\n');
}
