import { compareNatural } from '../base/compare.ts';
import type { Graph, NodeId } from '../graph/graph.ts';

/** Whom one can ask about, as a suggestion. */
export interface SubjectChoice {
  readonly id: NodeId;
  readonly label: string;
  readonly detail: string;
}

const MOST = 60;

/** Roles, instance profiles and instances whose name or id holds the text, in that order, and not too many. */
export function listSubjects(graph: Graph, text: string): readonly SubjectChoice[] {
  const wanted = text.trim().toLowerCase();
  const found: SubjectChoice[] = [];
  const add = (nodes: readonly { id: NodeId; label: string; more: string; kind: string }[]): void => {
    const hits = nodes.filter(
      ({ label, more }) => label.toLowerCase().includes(wanted) || more.toLowerCase().includes(wanted),
    );
    const room = Math.max(0, MOST - found.length);
    const listed = hits.length > room ? hits.slice(0, room) : hits;
    for (const { id, label, more, kind } of [...listed].sort((a, b) => compareNatural(a.label, b.label))) {
      found.push({ id, label, detail: more === '' ? kind : `${kind} · ${more}` });
    }
  };
  const { byKind } = graph;
  add(
    byKind.role
      .filter((node) => node.ghost === undefined && !node.serviceLinked)
      .map((node) => ({ id: node.id, label: node.label, more: node.accountId ?? '', kind: 'role' })),
  );
  add(
    byKind.profile
      .filter((node) => node.ghost === undefined)
      .map((node) => ({
        id: node.id,
        label: node.label,
        more: node.accountId ?? '',
        kind: 'instance profile',
      })),
  );
  add(
    byKind.instance.map((node) => ({
      id: node.id,
      label: node.label,
      more: node.instanceId,
      kind: 'instance',
    })),
  );
  return found;
}
