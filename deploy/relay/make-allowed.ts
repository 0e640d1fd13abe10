import { AutoScalingClient } from '@aws-sdk/client-auto-scaling';
import { EC2Client } from '@aws-sdk/client-ec2';
import { IAMClient } from '@aws-sdk/client-iam';
import { STSClient } from '@aws-sdk/client-sts';
import { GRANTS, permissionsOf } from '../../src/access/minimal-policy.ts';
import { compareText } from '../../src/base/compare.ts';
import { PARTITIONS } from '../../src/base/partitions.ts';

/** `deploy/relay/allowed.js`: which hosts and actions a relay lets through, from the app's partitions and calls. */
export function allowedModule(): string {
  const actions = SERVICES.map((service) => [service, linesOf(actionsOf(service), 'true', 6)] as const);
  return `// Made by "npm run deploy:make" from the app's partitions and calls: a test holds it to them.
export default {
  /** The service that answers at each host. */
  hosts: {
${relayHosts()
  .map(([host, service]) => `    '${host}': '${service}',`)
  .join('\n')}
  },
  /** The read-only calls that the app makes. None gives out credentials. */
  actions: {
${actions.map(([service, lines]) => `    ${service}: {\n${lines}\n    },`).join('\n')}
  },
};
`;
}

const CLIENTS = { autoscaling: AutoScalingClient, ec2: EC2Client, iam: IAMClient, sts: STSClient } as const;
type Service = keyof typeof CLIENTS;
const SERVICES = ['autoscaling', 'ec2', 'iam', 'sts'] as const satisfies readonly Service[];

/** Where AWS has FIPS endpoints: https://aws.amazon.com/compliance/fips/ */
const FIPS_REGION = /^(us|ca)-/;
const STANDARD = { UseFIPS: false, UseDualStack: false };

/**
 * The hosts that the SDK asks, each with its service. Isolated partitions have standard endpoints only here, as nothing is
 * known of others.
 */
function relayHosts(): readonly (readonly [string, Service])[] {
  const hosts = new Map<string, Service>();
  for (const { regions, consoleHost } of PARTITIONS) {
    for (const region of regions) {
      for (const kind of kindsOf(region, consoleHost !== undefined)) {
        for (const service of SERVICES) hosts.set(hostOf(service, region, kind), service);
      }
    }
  }
  return [...hosts].sort(([a], [b]) => compareText(a, b));
}

function kindsOf(region: string, isPublic: boolean): readonly (typeof STANDARD)[] {
  if (!isPublic) return [STANDARD];
  const kinds = [STANDARD, { ...STANDARD, UseDualStack: true }];
  return FIPS_REGION.test(region) ? [...kinds, ...kinds.map((kind) => ({ ...kind, UseFIPS: true }))] : kinds;
}

function hostOf(service: Service, region: string, kind: typeof STANDARD): string {
  const client = new CLIENTS[service]({ region });
  return client.config.endpointProvider({ Region: region, ...kind }).url.host;
}

function actionsOf(service: Service): readonly string[] {
  const permissions = ['sts:GetCallerIdentity', ...GRANTS.flatMap(permissionsOf)];
  const own = permissions.flatMap((permission) => {
    const [prefix, action] = permission.split(':');
    return prefix === service && action !== undefined ? [action] : [];
  });
  return [...new Set(own)].sort(compareText);
}

function linesOf(keys: readonly string[], value: string, indent: number): string {
  return keys.map((key) => `${' '.repeat(indent)}${key}: ${value},`).join('\n');
}
