import { groupBy } from '../base/index-by.ts';
import { type HasOrigin, newest, newestOfEach } from '../inventory/choose-record.ts';
import { type AccountId, type Region, toArn } from '../inventory/ids.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type {
  AutoScalingGroupRecord,
  EnvironmentRecord,
  LaunchConfigurationRecord,
  LaunchTemplateReference,
  LaunchTemplateVersionRecord,
  ProfileReference,
  Regional,
} from '../inventory/records.ts';
import type { Accounts } from './accounts.ts';
import { toNodeId } from './draft.ts';
import type { NodeId, SourceNode } from './graph.ts';

/** A source and the profile that it names, if any. */
export interface Source {
  readonly node: SourceNode;
  readonly reference?: ProfileReference | undefined;
}

/** All that launches instances, and which group launches from what. */
export interface Sources {
  readonly sources: readonly Source[];
  readonly launches: readonly { readonly from: NodeId; readonly to: NodeId }[];
}

/**
 * Source nodes for launch configurations, Auto Scaling groups, Elastic Beanstalk environments and launch templates. Of a
 * template only the default and the latest version count, and those that a group pins by number.
 */
export function sourceNodes(inventory: Inventory, accounts: Accounts): Sources {
  const configurations = newestNodes(inventory.launchConfigurations, (record) =>
    configurationSource(record, accounts),
  );
  const environments = newestNodes(inventory.environments, (record) => environmentSource(record, accounts));
  const groups = newestNodes(inventory.autoScalingGroups, (record) => ({
    record,
    node: groupNode(record, accounts),
  }));
  const templates = templateIndex(inventory, accounts);
  const configurationIds = new Set(configurations.map((each) => each.node.id));

  const sources: Source[] = [...configurations, ...environments];
  const launches: { from: NodeId; to: NodeId }[] = [];
  const wanted = new Map<NodeId, Source>();
  for (const source of templates.current()) {
    if (source.reference !== undefined) wanted.set(source.node.id, source);
  }
  for (const { record, node } of groups) {
    sources.push({ node });
    if (record.LaunchConfigurationName !== undefined) {
      const to = configurationId(node.accountId, record.region, record.LaunchConfigurationName);
      if (configurationIds.has(to)) launches.push({ from: node.id, to });
    }
    for (const reference of record.LaunchTemplates) {
      const source = templates.find(node.accountId, record.region, reference);
      if (source === undefined) continue;
      wanted.set(source.node.id, source);
      launches.push({ from: node.id, to: source.node.id });
    }
  }
  return { sources: [...sources, ...wanted.values()], launches };
}

/** Each record as a node; of two reads of one thing the newest. */
function newestNodes<Item extends HasOrigin, Made extends { readonly node: SourceNode }>(
  records: readonly Item[],
  make: (record: Item) => Made,
): readonly Made[] {
  return [...newestOfEach(records, (record) => make(record).node.id).values()].map(make);
}

interface TemplateIndex {
  readonly current: () => Iterable<Source>;
  readonly find: (
    account: AccountId | undefined,
    region: Region | undefined,
    reference: LaunchTemplateReference,
  ) => Source | undefined;
}

/** The versions of one template, with the numbers that `$Default` and `$Latest` stand for. */
interface Template {
  readonly versions: ReadonlyMap<number, LaunchTemplateVersionRecord>;
  readonly defaultNumber?: number | undefined;
  readonly latestNumber: number;
}

function templateIndex(inventory: Inventory, accounts: Accounts): TemplateIndex {
  const facts = new Map(
    inventory.launchTemplates.map((each) => [
      place(accounts.of(each), each.region, each.LaunchTemplateId),
      each,
    ]),
  );
  const templates = new Map<string, Template>();
  const byName = new Map<string, Template>();
  const groups = groupBy(inventory.launchTemplateVersions, (each) =>
    place(accounts.of(each), each.region, each.LaunchTemplateId ?? each.LaunchTemplateName ?? ''),
  );
  for (const [key, records] of groups) {
    const versions = newestOfEach(records, (each) => each.VersionNumber);
    const template: Template = {
      versions,
      defaultNumber: facts.get(key)?.DefaultVersionNumber ?? defaultAmong([...versions.values()]),
      latestNumber: facts.get(key)?.LatestVersionNumber ?? Math.max(...versions.keys()),
    };
    templates.set(key, template);
    const [first] = records;
    const name = first?.LaunchTemplateName ?? facts.get(key)?.LaunchTemplateName;
    if (first !== undefined && name !== undefined)
      byName.set(place(accounts.of(first), first.region, name), template);
  }
  const sourceOf = (template: Template, number: number | undefined): Source | undefined => {
    const record = number === undefined ? undefined : template.versions.get(number);
    return record === undefined ? undefined : templateSource(record, template, accounts);
  };

  return {
    *current() {
      for (const template of templates.values()) {
        for (const number of new Set([template.defaultNumber, template.latestNumber])) {
          const source = sourceOf(template, number);
          if (source !== undefined) yield source;
        }
      }
    },
    find: (account, region, reference) => {
      const template =
        templates.get(place(account, region, reference.LaunchTemplateId ?? '')) ??
        byName.get(place(account, region, reference.LaunchTemplateName ?? ''));
      if (template === undefined) return undefined;
      const version = reference.Version ?? '$Default';
      if (version === '$Default') return sourceOf(template, template.defaultNumber);
      return sourceOf(template, version === '$Latest' ? template.latestNumber : Number(version));
    },
  };
}

/** The version flagged as default; of files from two times, the newest one's. */
function defaultAmong(records: readonly LaunchTemplateVersionRecord[]): number | undefined {
  const [first, ...rest] = records.filter((each) => each.DefaultVersion);
  return first === undefined ? undefined : newest([first, ...rest]).VersionNumber;
}

function templateSource(record: LaunchTemplateVersionRecord, template: Template, accounts: Accounts): Source {
  const accountId = accounts.of(record);
  const name = record.LaunchTemplateName ?? record.LaunchTemplateId ?? 'launch template';
  const key = place(accountId, record.region, record.LaunchTemplateId ?? name);
  return {
    node: {
      ...whereabouts(record, accountId, accounts),
      kind: 'launch-template',
      id: toNodeId(`launch-template:${key}:${record.VersionNumber}`),
      label: `${name}, version ${record.VersionNumber}`,
      record,
      isDefault: template.defaultNumber === record.VersionNumber,
      isLatest: template.latestNumber === record.VersionNumber,
    },
    reference: record.IamInstanceProfile,
  };
}

function configurationSource(record: LaunchConfigurationRecord, accounts: Accounts): Source {
  const accountId = accounts.of(record, record.LaunchConfigurationARN);
  return {
    node: {
      ...whereabouts(record, accountId, accounts),
      kind: 'launch-configuration',
      id: configurationId(accountId, record.region, record.LaunchConfigurationName),
      label: record.LaunchConfigurationName,
      arn: record.LaunchConfigurationARN,
      record,
    },
    reference: record.IamInstanceProfile === undefined ? undefined : nameOrArn(record.IamInstanceProfile),
  };
}

function configurationId(account: AccountId | undefined, region: Region | undefined, name: string): NodeId {
  return toNodeId(`launch-configuration:${place(account, region, name)}`);
}

function groupNode(record: AutoScalingGroupRecord, accounts: Accounts): SourceNode {
  const accountId = accounts.of(record, record.AutoScalingGroupARN);
  return {
    ...whereabouts(record, accountId, accounts),
    kind: 'auto-scaling-group',
    id: toNodeId(`auto-scaling-group:${place(accountId, record.region, record.AutoScalingGroupName)}`),
    label: record.AutoScalingGroupName,
    arn: record.AutoScalingGroupARN,
    record,
  };
}

function environmentSource(record: EnvironmentRecord, accounts: Accounts): Source {
  const accountId = accounts.of(record);
  const ofCluster = record.Service === 'EMR' ? record.ApplicationName : undefined;
  const name = ofCluster ?? record.EnvironmentName ?? record.ApplicationName;
  const identity = [record.ApplicationName ?? '', record.EnvironmentName ?? record.IamInstanceProfile].join(
    '/',
  );
  return {
    node: {
      ...whereabouts(record, accountId, accounts),
      kind: 'environment',
      id: toNodeId(`environment:${place(accountId, record.region, identity)}${record.Service ?? ''}`),
      label: name ?? `${record.Service ?? 'Elastic Beanstalk'} environment`,
      record,
    },
    reference: nameOrArn(record.IamInstanceProfile),
  };
}

/** Launch configurations and Elastic Beanstalk take a name or an ARN in one field. */
function nameOrArn(text: string): ProfileReference {
  const said = text.trim();
  if (said === '') return {};
  return said.startsWith('arn:') ? { Arn: toArn(said) } : { Name: said };
}

function whereabouts(record: Regional, accountId: AccountId | undefined, accounts: Accounts) {
  return { accountId, region: record.region, partition: accounts.partitionOf(accountId) };
}

function place(account: AccountId | undefined, region: Region | undefined, name: string): string {
  return `${account ?? ''}:${region ?? ''}:${name}`;
}
