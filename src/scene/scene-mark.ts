import type { ColumnKind, FittedText, Mark, MarkId, MarkShape, MarkTone } from './scene.ts';

/** What a mark says. */
export type MarkWords = Pick<Mark, 'title' | 'subtitle' | 'subtitleIsId' | 'spoken'>;

/** A mark that has no place yet. */
export interface MarkDraft extends Omit<Mark, keyof MarkWords | keyof MarkPlace> {
  readonly words: () => MarkWords;
}

export interface MarkPlace {
  readonly column: ColumnKind;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * A mark whose words are made when they are first read: of 10,000 marks a hundred are on screen, and
 * measuring and shortening texts takes time. Read its fields; a spread would leave the words behind.
 */
export class SceneMark implements Mark {
  readonly id: MarkId;
  readonly column: ColumnKind;
  readonly shape: MarkShape;
  readonly tone: MarkTone;
  readonly dashed: boolean;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly nodes: Mark['nodes'];
  readonly count: Mark['count'];
  readonly fold: Mark['fold'];
  readonly state: Mark['state'];
  readonly severity: Mark['severity'];
  readonly change: Mark['change'];
  readonly #makeWords: () => MarkWords;
  #made: MarkWords | undefined;

  constructor(draft: MarkDraft, place: MarkPlace) {
    this.id = draft.id;
    this.column = place.column;
    this.shape = draft.shape;
    this.tone = draft.tone;
    this.dashed = draft.dashed;
    this.x = place.x;
    this.y = place.y;
    this.width = place.width;
    this.height = place.height;
    this.nodes = draft.nodes;
    this.count = draft.count;
    this.fold = draft.fold;
    this.state = draft.state;
    this.severity = draft.severity;
    this.change = draft.change;
    this.#makeWords = draft.words;
  }

  get title(): FittedText {
    return this.#words().title;
  }

  get subtitle(): FittedText {
    return this.#words().subtitle;
  }

  get subtitleIsId(): boolean {
    return this.#words().subtitleIsId;
  }

  get spoken(): string {
    return this.#words().spoken;
  }

  #words(): MarkWords {
    this.#made ??= this.#makeWords();
    return this.#made;
  }
}
