import { nodesOfChain } from '../../export/chain-rows.ts';
import type { SceneBox } from '../../export/picture/compose-picture.ts';
import { wholeMarks } from '../../export/picture/compose-picture.ts';
import { chainsOfNode } from '../../export/picture/picture-subject.ts';
import type { Chain } from '../../graph/chain.ts';
import type { SceneLight } from '../../scene/draw-scene.ts';
import { columnGeometry, pictureWidth, type SceneRoom } from '../../scene/geometry.ts';
import type { Scene } from '../../scene/scene.ts';
import type { ShownPart } from '../../state/shown-part.ts';
import type { Workspace } from '../../state/workspace.ts';

/** What a picture is of: what the graph shows now, the chains of the selected node alone, or all shown chains. */
export type PictureOf = 'view' | 'chain' | 'all';

export interface PictureSource {
  readonly scene: Scene;
  readonly box?: SceneBox | undefined;
  readonly light?: SceneLight | undefined;
  /** The chains in it. */
  readonly chains: readonly Chain[];
}

/** The drawing to hand out; `part` is what the graph shows. */
export function pictureSource(
  workspace: Workspace,
  of: PictureOf,
  part: ShownPart | undefined,
): PictureSource {
  const { view, chains, graph, shownChains } = workspace;
  if (of === 'view' && part) return partSource(workspace, part);
  if (of === 'chain' && view.selected) {
    const own = chainsOfNode(graph, chains, view.selected);
    return { scene: drawFew(workspace, own), chains: own };
  }
  return { scene: sceneOfAll(workspace), chains: shownChains };
}

function partSource({ scene, view, shownChains }: Workspace, { box, lit }: ShownPart): PictureSource {
  const selected = view.selected && scene.markOf.get(view.selected);
  const { top, bottom } = wholeMarks(scene, box);
  const inPart = (chain: Chain) =>
    nodesOfChain(chain).some((node) => {
      const id = scene.markOf.get(node);
      const mark = id && scene.marks.get(id);
      return mark && mark.y < bottom && mark.y + mark.height > top;
    });
  return {
    scene,
    box,
    light: lit && { ...lit, selected, dim: 'selection' },
    chains: shownChains.filter(inPart),
  };
}

/** More nodes than that stay in their folds. */
const MOST_UNFOLDED = 40;

/** A few chains by themselves: no wider than a ticket shows, unless names would be shortened. */
function drawFew(workspace: Workspace, chains: readonly Chain[]): Scene {
  const scene = drawUnfolded(workspace, chains, 'regular');
  const cut = [...scene.marks.values()].some(({ title }) => title.text !== title.full);
  return cut ? drawUnfolded(workspace, chains, 'wide') : scene;
}

/** As they are; only lines that stand for many unused things stay closed, unless there are few of them. */
function drawUnfolded({ draw, view }: Workspace, chains: readonly Chain[], room: SceneRoom): Scene {
  const folded = draw(chains, { openFolds: view.openFolds, room });
  const lines = [...folded.marks.values()].flatMap(({ shape, fold }) =>
    shape === 'fold-line' && fold && !fold.open ? fold.key : [],
  );
  if (lines.length === 0 || folded.markOf.size > MOST_UNFOLDED) return folded;
  return draw(chains, { openFolds: [...view.openFolds, ...lines], room });
}

/** As on screen; on a phone, whose columns are narrow, drawn anew for a page. */
function sceneOfAll({ scene, draw, shownChains, view }: Workspace): Scene {
  const regular = pictureWidth(columnGeometry('regular', { sources: false, policies: false }));
  if (scene.width >= regular) return scene;
  return draw(shownChains, { openFolds: view.openFolds, room: 'regular' });
}
