import { chainTicket, type TicketText } from '../../export/chain-ticket.ts';
import { pngScale } from '../../export/picture/canvas-limit.ts';
import { chainsOfNode } from '../../export/picture/picture-subject.ts';
import type { Workspace } from '../../state/workspace.ts';
import { announce } from '../../ui/announcements.ts';
import { chainSentence } from '../detail/chain-sentence.ts';
import { copyForms, copyText } from './clipboard.ts';
import { type MadePicture, makePicture, tooHigh } from './make-picture.ts';
import { pictureSource } from './picture-source.ts';
import { rasterise } from './rasterise.ts';

/** The text about the chains of what is selected; `undefined` while nothing is. */
export function ticketOf(workspace: Workspace): TicketText | undefined {
  const { graph, chains, view, answers, findingsOf, dismissals, accountNames, redaction } = workspace;
  const node = view.selected && graph.nodes.get(view.selected);
  if (!node) return undefined;
  return chainTicket({
    graph,
    accountNames,
    redacted: redaction.on,
    subject: node.label,
    sentence: chainSentence(graph, node, answers),
    chains: chainsOfNode(graph, chains, node.id),
    findingsOn: (id) => (findingsOf.get(id) ?? []).filter((finding) => !dismissals.all.has(finding.id)),
  });
}

export type TicketCopy = 'with-picture' | 'text' | 'failed';

/** Copies that text together with the picture of the chains, in all forms that an editor may take. Says what came of it. */
export async function copyTicket(workspace: Workspace): Promise<TicketCopy> {
  const ticket = ticketOf(workspace);
  if (!ticket) return 'failed';
  const outcome = await copyWithPicture(workspace, ticket);
  announce(OUTCOME_WORDS[outcome]);
  return outcome;
}

const OUTCOME_WORDS: Readonly<Record<TicketCopy, string>> = {
  'with-picture': 'Copied the chain for a ticket, as text and picture',
  text: 'Copied the chain for a ticket as text alone: this browser does not copy the picture with it',
  failed: 'The browser did not allow copying the chain',
};

async function copyWithPicture(workspace: Workspace, ticket: TicketText): Promise<TicketCopy> {
  const source = pictureSource(workspace, 'chain', undefined);
  if (source.scene.marks.size > 0 && tooHigh(source) === undefined) {
    const picture = makePicture(workspace, source, 'light');
    const png = pngOf(picture);
    const html = png.then(async (blob) => htmlWith(ticket, picture, await dataUrl(blob)));
    const copied = await copyForms({
      'text/plain': new Blob([ticket.markdown], { type: 'text/plain' }),
      'text/html': html,
      'image/png': png,
    });
    if (copied) return 'with-picture';
  }
  return (await copyText(ticket.markdown)) ? 'text' : 'failed';
}

/** Sharp on screens of double density, and not larger than an editor shows. */
const SCALE = 2;

async function pngOf({ svg, width, height }: MadePicture): Promise<Blob> {
  const size = pngScale(width, height, SCALE);
  return rasterise(svg, width, height, size.fits ? size.scale : 1);
}

function htmlWith(ticket: TicketText, { title, width }: MadePicture, src: string): Blob {
  return new Blob([ticket.html({ src, alt: title, width })], { type: 'text/html' });
}

async function dataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result)));
    reader.addEventListener('error', () => reject(new Error('The picture could not be read back.')));
    reader.readAsDataURL(blob);
  });
}
