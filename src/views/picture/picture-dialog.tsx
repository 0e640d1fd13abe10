import { type ReactElement, useCallback, useState } from 'react';
import { exportName } from '../../actions/export-name.ts';
import { displayText } from '../../base/display-text.ts';
import { shownPart } from '../../state/shown-part.ts';
import type { Workspace } from '../../state/workspace.ts';
import { useWorkspace } from '../../state/workspace-context.ts';
import { Dialog } from '../../ui/dialog.tsx';
import type { MadePicture } from './make-picture.ts';
import { PictureButtons } from './picture-buttons.tsx';
import type { PictureChoice } from './picture-choice.ts';
import { PictureOptions } from './picture-options.tsx';
import { PicturePreview } from './picture-preview.tsx';
import type { PictureOf, PictureSource } from './picture-source.ts';
import { pagesOf } from './print-pages.ts';
import { PrintSheet } from './print-sheet.tsx';
import { TicketPart } from './ticket-part.tsx';
import { useMadePicture } from './use-made-picture.ts';

export interface PictureDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Makes a picture of the graph to hand out: as a file, on the clipboard, or on paper. */
export function PictureDialog({ open, onClose }: PictureDialogProps): ReactElement {
  const workspace = useWorkspace();
  const [part] = useState(shownPart);
  const choices = choicesOf(workspace, part !== undefined);
  const [choice, setChoice] = useState<PictureChoice>({
    of: choices[0] ?? 'all',
    format: 'png',
    scale: 2,
    colours: 'screen',
  });
  const { source, made } = useMadePicture(workspace, choice, part);
  const [printed, setPrinted] = useState<readonly MadePicture[]>();
  const onPrinted = useCallback(() => setPrinted(undefined), []);
  return (
    <Dialog
      title="Picture"
      open={open}
      onClose={onClose}
      width="wide"
      footer={
        <PictureButtons
          key={`${choice.of} ${choice.format}`}
          made={made}
          format={choice.format}
          nameFor={(extension) => exportName(workspace, FILE_WORDS[choice.of], extension)}
          onPrint={() => setPrinted(pagesOf(workspace, source))}
        />
      }
    >
      <div className="grid gap-x-8 gap-y-6 lg:h-full lg:grid-cols-[17rem_minmax(0,1fr)] lg:grid-rows-[minmax(0,1fr)]">
        <div className="flex flex-col gap-5 lg:overflow-auto lg:p-0.5">
          <PictureOptions
            choice={choice}
            onChange={(change) => setChoice((before) => ({ ...before, ...change }))}
            choices={choices}
            note={noteOf(workspace, choice.of, source)}
          />
          <TicketPart workspace={workspace} />
        </div>
        <PicturePreview made={made} />
      </div>
      {printed && <PrintSheet pages={printed} onPrinted={onPrinted} />}
    </Dialog>
  );
}

const FILE_WORDS: Readonly<Record<PictureOf, string>> = { view: 'view', chain: 'chain', all: 'chains' };

/** What is likeliest wanted first. */
function choicesOf({ view, graph, scene }: Workspace, graphIsShown: boolean): readonly PictureOf[] {
  const hasChain = view.selected !== undefined && graph.nodes.has(view.selected);
  return [
    ...(graphIsShown && scene.marks.size > 0 ? (['view'] as const) : []),
    ...(hasChain ? (['chain'] as const) : []),
    'all',
  ];
}

function noteOf({ view, graph, chains }: Workspace, of: PictureOf, source: PictureSource): string {
  const all = `${chains.length.toLocaleString('en')} ${chains.length === 1 ? 'chain' : 'chains'}`;
  const count =
    source.chains.length === chains.length ? all : `${source.chains.length.toLocaleString('en')} of ${all}`;
  switch (of) {
    case 'view':
      return `What the graph shows now, at full detail: ${count}.`;
    case 'chain': {
      const node = view.selected && graph.nodes.get(view.selected);
      return `${node ? displayText(node.label) : 'The selection'} and all it is linked with: ${count}.`;
    }
    case 'all':
      return `Every chain that search and filters let through: ${count}.`;
  }
}
