import type { ReactElement } from 'react';
import { displayText } from '../../base/display-text.ts';
import type { Evidence } from '../../findings/finding.ts';
import { MarkedText } from '../detail/marked-text.tsx';

/** The fields that something rests on, with their values and where they were read. */
export function EvidenceTable({ evidence }: { readonly evidence: readonly Evidence[] }): ReactElement {
  return (
    <table className="w-full border-collapse text-left">
      <thead className="sr-only">
        <tr>
          <th>Field</th>
          <th>Value</th>
          <th>Source</th>
        </tr>
      </thead>
      <tbody>
        {evidence.map((item) => (
          <tr
            key={`${item.field} ${item.value} ${item.source}`}
            className="flex flex-col border-b border-line py-1 first:pt-0 last:border-0 last:pb-0 @lg:grid @lg:grid-cols-[minmax(0,3fr)_minmax(0,4fr)_minmax(0,3fr)] @lg:gap-x-4"
          >
            <td className="break-words text-muted">
              <MarkedText text={item.field} />
            </td>
            <td className="break-words font-mono text-xs leading-[18px]">
              <bdi>{item.value === '' ? '(empty)' : displayText(item.value)}</bdi>
            </td>
            <td className="break-words text-muted @max-lg:text-xs">{item.source}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
