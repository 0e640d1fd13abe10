import type { ReactElement } from 'react';
import { displayText } from '../../base/display-text.ts';
import type { Tag } from '../../inventory/records.ts';
import { PanelSection } from './panel-section.tsx';

export interface TagListProps {
  /** `undefined` when they were not read, which is not the same as none. */
  readonly tags: readonly Tag[] | undefined;
  /** What to say when they were not read; without it the section is left out. */
  readonly notRead?: string | undefined;
}

/** Tags as AWS gave them. */
export function TagList({ tags, notRead }: TagListProps): ReactElement | null {
  if (tags === undefined && notRead === undefined) return null;
  return (
    <PanelSection heading="Tags" count={tags?.length}>
      {tags === undefined || tags.length === 0 ? (
        <p className="text-sm text-muted">{tags === undefined ? notRead : 'None.'}</p>
      ) : (
        <dl className="flex flex-col text-sm">
          {tags.map((tag) => (
            <div key={tag.Key} className="grid grid-cols-[92px_minmax(0,1fr)] gap-x-2 py-[3px]">
              <dt className="break-words text-muted">
                <bdi>{displayText(tag.Key)}</bdi>
              </dt>
              <dd className="break-words">
                <bdi>{displayText(tag.Value)}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </PanelSection>
  );
}
