import { compareText } from '../base/compare.ts';
import { groupBy } from '../base/index-by.ts';
import type { GraphNode, SourceNode } from '../graph/graph.ts';
import { added, changed, removed } from './change-words.ts';
import type { ChainChange, ChainEnds, Gap } from './comparison.ts';
import { type Difference, quoted } from './difference.ts';
import type { GapList } from './gap-list.ts';
import { type Fate, fatesOf, type Side } from './presence.ts';

/**
 * What became of what launches instances and names a profile for them. A launch template is drawn by the versions that
 * launches take now, so another version in its place is a change of the template, and one that merely is no longer drawn was
 * not deleted.
 */
export function compareSources(earlier: Side, later: Side, gaps: GapList): readonly ChainChange[] {
  return KINDS.flatMap((kind) => {
    const sources = fatesOf<SourceNode>((graph) => graph.byKind[kind], earlier, later).filter(
      ({ thing }) => isLinked(earlier, thing) || isLinked(later, thing),
    );
    return [...groupBy(sources, ({ thing }) => identityOf(thing)).values()].flatMap((group) =>
      compareGroup(earlier, later, group, gaps),
    );
  });
}

const KINDS = ['launch-template', 'launch-configuration', 'auto-scaling-group', 'environment'] as const;

function compareGroup(
  earlier: Side,
  later: Side,
  group: readonly Fate<SourceNode>[],
  gaps: GapList,
): readonly ChainChange[] {
  const changes: ChainChange[] = [];
  const lost: SourceNode[] = [];
  const found: SourceNode[] = [];
  /** While one version of a template is in doubt, nobody can tell whether the template came or went. */
  let doubt: Gap | undefined;
  for (const { thing: source, was, is } of group) {
    if (was.is === 'there' && is.is === 'there') {
      const differences = differencesOf(earlier, was.node, later, is.node);
      changes.push(...changed(is.node, endsOf(earlier, was.node), endsOf(later, is.node), differences));
    } else if (was.is === 'there') {
      if (is.is === 'unknown') {
        gaps.add(is.gap, source);
        doubt = is.gap;
      } else lost.push(was.node);
    } else if (is.is === 'there') {
      if (was.is === 'unknown') {
        gaps.add(was.gap, source);
        doubt = was.gap;
      } else found.push(is.node);
    }
  }
  while (lost.length > 0 && found.length > 0) {
    const [was, is] = [lost.pop(), found.pop()];
    if (was === undefined || is === undefined) break;
    const version: Difference = { kind: 'version', before: versionOf(was), after: versionOf(is) };
    const differences = [version, ...differencesOf(earlier, was, later, is)];
    changes.push(...changed(is, endsOf(earlier, was), endsOf(later, is), differences, was.id));
  }
  if (doubt !== undefined) {
    for (const node of [...lost, ...found]) gaps.add(doubt, node);
    return changes;
  }
  for (const node of lost)
    changes.push(
      removed(node, endsOf(earlier, node), `no longer launches instances${withProfile(earlier, node)}`),
    );
  for (const node of found)
    changes.push(added(node, endsOf(later, node), `launches instances${withProfile(later, node)} now`));
  return changes;
}

/** All versions of one launch template are one thing. */
function identityOf(source: SourceNode): string {
  return source.kind === 'launch-template' ? source.id.slice(0, source.id.lastIndexOf(':')) : source.id;
}

function versionOf({ record, label }: SourceNode): string {
  return record !== undefined && 'VersionNumber' in record ? String(record.VersionNumber) : label;
}

function differencesOf(earlier: Side, was: SourceNode, later: Side, is: SourceNode): readonly Difference[] {
  const differences: Difference[] = [];
  const [before, after] = [profileOf(earlier, was), profileOf(later, is)];
  if (!isSameProfile(before, after))
    differences.push({ kind: 'profile', before: before?.label, after: after?.label });
  const [from, to] = [launchedFrom(was), launchedFrom(is)];
  if (from.join('\n') !== to.join('\n')) differences.push({ kind: 'launches', before: from, after: to });
  return differences;
}

function profileOf({ graph }: Side, source: SourceNode): GraphNode | undefined {
  const names = (graph.outgoing.get(source.id) ?? []).find((edge) => edge.kind === 'names');
  return names && graph.nodes.get(names.to);
}

/** Whether it is listed, and under which id, is not the source's own matter. */
function isSameProfile(a: GraphNode | undefined, b: GraphNode | undefined): boolean {
  if (a?.arn === undefined || b?.arn === undefined) return a?.label === b?.label;
  return a.arn === b.arn;
}

/** What a group says that it launches from, whether or not that was read. */
function launchedFrom({ record }: SourceNode): readonly string[] {
  if (record === undefined || !('LaunchTemplates' in record)) return [];
  const templates = record.LaunchTemplates.map(({ LaunchTemplateName, LaunchTemplateId, Version }) =>
    [LaunchTemplateName ?? LaunchTemplateId ?? '', Version ?? '$Default'].join(' '),
  );
  const configuration = record.LaunchConfigurationName;
  return [...templates, ...(configuration === undefined ? [] : [configuration])].sort(compareText);
}

function withProfile(side: Side, source: SourceNode): string {
  const profile = profileOf(side, source);
  return profile === undefined ? '' : ` with profile ${quoted(profile.label)}`;
}

function endsOf(side: Side, source: SourceNode): ChainEnds {
  return { profile: profileOf(side, source)?.id };
}

function isLinked({ graph }: Side, source: SourceNode): boolean {
  return (graph.outgoing.get(source.id) ?? []).length > 0;
}
