import type { Graph } from '../../graph/graph.ts';
import type { CoverageEntry } from '../../inventory/coverage.ts';
import { buildFinding, evidenceOf, type RuleFacts } from '../build-finding.ts';
import { regionalCommand } from '../commands.ts';
import { DOCS } from '../docs.ts';
import type { Finding, Rule } from '../finding.ts';
import { compareEntries } from '../not-checked.ts';
import { accountNodeOf, regionNodeOf } from '../scope-nodes.ts';
import { code, inAccount } from '../words.ts';

const FACTS: RuleFacts = { id: 'region-not-enabled', title: 'Region not enabled', docs: DOCS.regions };

/** A region that was asked and refused because the account has not opted in: it holds nothing, and the keys are fine. */
export const regionNotEnabled: Rule = { ...FACTS, find };

function find(graph: Graph): readonly Finding[] {
  const findings = new Map<string, Finding>();
  for (const entry of graph.coverage.entries.filter(isNotEnabled).sort(compareEntries)) {
    if (entry.region === undefined) continue;
    const about = `${entry.accountId ?? ''}:${entry.region}`;
    if (findings.has(about)) continue;
    const record = graph.inventory.regions.find(
      (each) => each.RegionName === entry.region && each.accountId === entry.accountId,
    );
    findings.set(
      about,
      buildFinding(FACTS, {
        about,
        severity: 'info',
        answer: `Region ${code(entry.region)} is not enabled for this account${inAccount(entry.accountId).replace(' in account', ',')}; it was skipped, and the credentials are fine.`,
        nodes: [regionNodeOf(graph, entry.accountId, entry.region) ?? accountNodeOf(graph, entry.accountId)],
        evidence: [
          evidenceOf(`OptInStatus of ${entry.region}`, record?.OptInStatus, record),
          {
            field: `error of ${entry.call}`,
            value: entry.message ?? entry.status,
            source: `${entry.call}, ${entry.region}`,
          },
        ],
        fix: {
          sentence: `Nothing to do: a region that is not enabled holds no instances. Enable ${code(entry.region)} only if you mean to use it.`,
          command: regionalCommand(undefined, 'account enable-region', { 'region-name': entry.region }),
        },
      }),
    );
  }
  return [...findings.values()];
}

function isNotEnabled(entry: CoverageEntry): boolean {
  return entry.reason?.kind === 'region-not-enabled';
}
