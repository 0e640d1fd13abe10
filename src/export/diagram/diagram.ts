import type { Change, Mark, Scene, Wire } from '../../scene/scene.ts';
import type { SceneBox } from '../picture/compose-picture.ts';

/** What a text for another drawing program says: the marks and wires of a picture, without their places. */
export interface Diagram {
  readonly nodes: readonly DiagramNode[];
  readonly links: readonly DiagramLink[];
  /** Accounts, where there are several. */
  readonly lanes: readonly { readonly key: string; readonly heading: string }[];
}

export interface DiagramNode {
  /** A word that is safe in every language: `n12`. */
  readonly key: string;
  readonly kind: Mark['shape'];
  readonly tone: Mark['tone'];
  readonly dashed: boolean;
  readonly title: string;
  readonly subtitle: string;
  readonly lane: string | undefined;
}

export interface DiagramLink {
  readonly from: string;
  readonly to: string;
  readonly tone: Wire['tone'];
  readonly label: string;
}

/** The marks that reach into the box, or all, and the wires that have both ends among them. */
export function diagramOf(scene: Scene, box?: SceneBox): Diagram {
  const marks = scene.columns.flatMap((column) => column.marks.filter((mark) => reachesInto(mark, box)));
  const keys = new Map(marks.map((mark, index) => [mark.id, `n${index + 1}`]));
  const lanes = scene.lanes.map(({ heading, y }, index) => ({ key: `l${index + 1}`, heading, y }));
  return {
    nodes: marks.map((mark) => ({
      key: keys.get(mark.id) ?? '',
      kind: mark.shape,
      tone: mark.tone,
      dashed: mark.dashed,
      title: titleOf(mark),
      subtitle: subtitleOf(mark),
      lane: lanes.findLast(({ y }) => y <= mark.y)?.key,
    })),
    links: scene.wires.flatMap((wire) => {
      const from = keys.get(wire.from);
      const to = keys.get(wire.to);
      return from && to ? [{ from, to, tone: wire.tone, label: labelOf(wire) }] : [];
    }),
    lanes: lanes.map(({ key, heading }) => ({ key, heading })),
  };
}

function reachesInto(mark: Mark, box: SceneBox | undefined): boolean {
  return box === undefined || (mark.y < box.bottom && mark.y + mark.height > box.top);
}

/** A closed stack says how many it stands for; what is not as it was says so. */
function titleOf(mark: Mark): string {
  const stack = mark.fold && mark.shape === 'card' ? ` ×${mark.count ?? mark.nodes.length}` : '';
  const change = mark.change ? ` (${CHANGE_WORDS[mark.change]})` : '';
  return mark.title.full + stack + change;
}

const CHANGE_WORDS: Readonly<Record<Change, string>> = {
  added: 'added',
  removed: 'removed',
  changed: 'changed',
  unknown: 'cannot tell whether changed',
};

/** Of what is missing the few words of the picture: the whole reason would make the widest box of all. */
function subtitleOf({ dashed, subtitle }: Mark): string {
  return dashed && !subtitle.text.includes('…') ? subtitle.text : subtitle.full;
}

const TONE_LABELS: Readonly<Record<Wire['tone'], string>> = {
  confirmed: '',
  broken: 'broken',
  changing: 'changing',
  unknown: 'cannot tell',
};

function labelOf(wire: Wire): string {
  const words = [
    wire.bounds ? 'boundary' : '',
    wire.tag ?? TONE_LABELS[wire.tone],
    wire.change ? CHANGE_WORDS[wire.change] : '',
  ];
  return words.filter((word) => word !== '').join(', ');
}
