import type { ReactElement, ReactNode } from 'react';
import { Segmented } from '../../ui/segmented.tsx';
import { isImage, type PictureChoice } from './picture-choice.ts';
import type { PictureOf } from './picture-source.ts';

export interface PictureOptionsProps {
  readonly choice: PictureChoice;
  readonly onChange: (change: Partial<PictureChoice>) => void;
  /** What can be drawn now. */
  readonly choices: readonly PictureOf[];
  /** What the choice draws, in a sentence. */
  readonly note: string;
}

const OF_LABELS: Readonly<Record<PictureOf, string>> = {
  view: 'In view',
  chain: 'Selected chain',
  all: 'Everything',
};

/** What, in which form, how large, in which colours. */
export function PictureOptions({ choice, onChange, choices, note }: PictureOptionsProps): ReactElement {
  const image = isImage(choice.format);
  return (
    <div className="flex flex-col gap-4">
      <Option heading="What" note={note}>
        {choices.length > 1 && (
          <Segmented
            label="What"
            value={choice.of}
            onChange={(of) => onChange({ of })}
            options={choices.map((of) => ({ value: of, label: OF_LABELS[of] }))}
          />
        )}
      </Option>
      <Option heading="Format" note={FORMAT_NOTES[choice.format]}>
        <Segmented
          label="Format"
          value={choice.format}
          onChange={(format) => onChange({ format })}
          options={[
            { value: 'png', label: 'PNG' },
            { value: 'svg', label: 'SVG' },
            { value: 'mermaid', label: 'Mermaid' },
            { value: 'dot', label: 'DOT' },
          ]}
        />
      </Option>
      {choice.format === 'png' && (
        <Option heading="Scale">
          <Segmented
            label="Scale"
            value={String(choice.scale)}
            onChange={(scale) => onChange({ scale: SCALES.find((each) => String(each) === scale) ?? 2 })}
            options={SCALES.map((scale) => ({ value: String(scale), label: `${scale}×` }))}
          />
        </Option>
      )}
      {image && (
        <Option heading="Colours">
          <Segmented
            label="Colours"
            value={choice.colours}
            onChange={(colours) => onChange({ colours })}
            options={[
              { value: 'screen', label: 'As on screen' },
              { value: 'light', label: 'Light' },
              { value: 'dark', label: 'Dark' },
            ]}
          />
        </Option>
      )}
    </div>
  );
}

const SCALES = [1, 2, 3, 4] as const;

const FORMAT_NOTES: Readonly<Record<PictureChoice['format'], string>> = {
  png: 'For chats, tickets and slides.',
  svg: 'One file with real text: sharp at every size, and can be searched.',
  mermaid: 'Flowchart text that GitHub, GitLab and wikis draw.',
  dot: 'Text for Graphviz.',
};

function Option(props: {
  readonly heading: string;
  readonly note?: string;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <div className="flex flex-col items-start gap-1">
      {/* The group inside says the same to a screen reader. */}
      <p aria-hidden="true" className="text-sm font-medium">
        {props.heading}
      </p>
      {props.children}
      {props.note && <p className="text-sm text-muted">{props.note}</p>}
    </div>
  );
}
