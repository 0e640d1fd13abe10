import type { Graph } from '../../graph/graph.ts';
import type { AccountSummaryRecord } from '../../inventory/records.ts';
import { buildFinding, evidenceOf, type RuleFacts } from '../build-finding.ts';
import { iamCommand, regionalCommand } from '../commands.ts';
import { DOCS } from '../docs.ts';
import type { Finding, Rule } from '../finding.ts';
import { accountNodeOf } from '../scope-nodes.ts';
import { inAccount } from '../words.ts';

const FACTS: RuleFacts = { id: 'quota-near', title: 'IAM quota nearly used', docs: DOCS.quotas };

/** From this share of a quota on there is something to say. */
const NEAR = 0.9;

/** Keys of GetAccountSummary, and the quota codes that Service Quotas knows them by. */
const COUNTED = [
  { key: 'InstanceProfiles', quota: 'InstanceProfilesQuota', what: 'instance profiles', code: 'L-6E65F664' },
  { key: 'Roles', quota: 'RolesQuota', what: 'roles', code: 'L-FE177D64' },
] as const;

type Counted = (typeof COUNTED)[number];

/** An account that has used 90 % or more of its instance profiles or roles: soon nothing new can be made. */
export const quotaNear: Rule = { ...FACTS, find };

function find(graph: Graph): readonly Finding[] {
  return graph.inventory.accountSummaries.flatMap((summary) =>
    COUNTED.flatMap((counted) => describe(graph, summary, counted)),
  );
}

function describe(graph: Graph, summary: AccountSummaryRecord, counted: Counted): readonly Finding[] {
  const used = summary.SummaryMap[counted.key];
  const quota = summary.SummaryMap[counted.quota];
  if (used === undefined || quota === undefined || quota <= 0 || used / quota < NEAR) return [];
  const account = accountNodeOf(graph, summary.accountId);
  return [
    buildFinding(FACTS, {
      about: `${summary.accountId ?? ''}:${counted.key}`,
      severity: 'warning',
      answer: `${used} of ${quota} ${counted.what} (${Math.floor((used / quota) * 100)} %) are used${inAccount(summary.accountId)}: the quota is nearly used, and then creation fails with LimitExceeded.`,
      nodes: [account],
      evidence: [
        evidenceOf(`SummaryMap.${counted.key}`, used, summary),
        evidenceOf(`SummaryMap.${counted.quota}`, quota, summary),
      ],
      fix: {
        sentence: `Delete unused ${counted.what} or ask for a higher ${counted.key} quota.`,
        command: [
          iamCommand(account?.partition, counted.key === 'Roles' ? 'list-roles' : 'list-instance-profiles', {
            output: 'json',
          }),
          regionalCommand('us-east-1', 'service-quotas request-service-quota-increase', {
            'service-code': 'iam',
            'quota-code': counted.code,
            'desired-value': String(quota * 2),
          }),
        ].join('\n'),
      },
    }),
  ];
}
