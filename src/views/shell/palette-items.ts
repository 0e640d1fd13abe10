import type { ActionContext } from '../../actions/action.ts';
import { ACTIONS } from '../../actions/registry.ts';
import { compareNatural } from '../../base/compare.ts';
import { displayText } from '../../base/display-text.ts';
import type { GraphNode, NodeId } from '../../graph/graph.ts';
import { nodesMatching } from '../../scene/search-text.ts';
import type { FinderItem, FinderSection } from '../../ui/finder.tsx';
import type { GlyphShape } from '../../ui/kind-glyph.tsx';
import { ACTION_ICONS } from './action-menu.tsx';

interface PaletteItem extends FinderItem {
  readonly run: () => void;
}

type PaletteSection = FinderSection<PaletteItem>;

/** Rows a section: enough to choose from, few enough to read. */
const LISTED = 7;

/** The nodes and actions that fit a text, nodes first; without a text only the actions. */
export function findInPalette(context: ActionContext, text: string): readonly PaletteSection[] {
  const terms = text.toLowerCase().split(/\s+/).filter(Boolean);
  const actions = ACTIONS.filter(
    (action) =>
      action.id !== 'open-palette' &&
      action.enabled(context) &&
      terms.every((term) => action.label.toLowerCase().includes(term)),
  ).map(
    (action): PaletteItem => ({
      id: `action:${action.id}`,
      label: action.label,
      icon: ACTION_ICONS[action.id],
      keys: action.keys,
      run: () => action.run(context),
    }),
  );
  const sections = terms.length > 0 ? nodeSections(context, terms) : [];
  return [
    ...sections,
    // Without a text all of them are listed: that is how people learn what there is.
    { heading: 'Actions', items: actions, more: 0 },
  ].filter((section) => section.items.length > 0);
}

function nodeSections(context: ActionContext, terms: readonly string[]): readonly PaletteSection[] {
  const { graph } = context.workspace;
  const [first = new Set<NodeId>(), ...others] = terms.map((term) => nodesMatching(graph, term));
  const found = [...first]
    .filter((id) => others.every((matching) => matching.has(id)))
    .flatMap((id) => graph.nodes.get(id) ?? []);
  return KINDS.map(({ heading, kind, shape }) => {
    const nodes = found
      .filter((node) => node.kind === kind)
      .toSorted((a, b) => rank(a, terms) - rank(b, terms) || compareNatural(a.label, b.label));
    return {
      heading,
      items: nodes.slice(0, LISTED).map((node) => nodeItem(context, node, shape)),
      more: Math.max(0, nodes.length - LISTED),
    };
  });
}

const KINDS = [
  { heading: 'Instances', kind: 'instance', shape: 'card' },
  { heading: 'Instance profiles', kind: 'profile', shape: 'capsule' },
  { heading: 'Roles', kind: 'role', shape: 'cut-card' },
  { heading: 'Policies', kind: 'policy', shape: 'page' },
] as const;

/** Names that start with what was typed come before those that only hold it. */
function rank(node: GraphNode, terms: readonly string[]): number {
  const label = node.label.toLowerCase();
  const [term = ''] = terms;
  if (label === term) return 0;
  if (label.startsWith(term)) return 1;
  return label.includes(term) ? 2 : 3;
}

function nodeItem({ workspace }: ActionContext, node: GraphNode, shape: GlyphShape): PaletteItem {
  return {
    id: `node:${node.id}`,
    label: displayText(node.label),
    detail: idOf(node),
    shape,
    ghost: node.ghost !== undefined,
    run: () => {
      const { commands, scene, view } = workspace;
      if (!scene.markOf.has(node.id) && node.kind !== 'policy') commands.clearFilter();
      if (view.view === 'findings') commands.show('graph');
      commands.select(node.id);
    },
  };
}

function idOf(node: GraphNode): string | undefined {
  switch (node.kind) {
    case 'instance':
      return node.instanceId === node.label ? node.region : node.instanceId;
    case 'profile':
      return node.profileId;
    case 'role':
      return node.roleId;
    default:
      return node.arn;
  }
}
