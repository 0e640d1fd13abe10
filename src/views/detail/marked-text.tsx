import type { ReactElement } from 'react';
import { displayText } from '../../base/display-text.ts';

/** A sentence in which backticks mark names, as the findings write them: names stand out, and stay text whatever they hold. */
export function MarkedText({ text }: { readonly text: string }): ReactElement {
  const parts = splitMarked(text);
  return (
    <>
      {parts.map((part, index) =>
        part.isName ? (
          // oxlint-disable-next-line react/no-array-index-key -- parts of one sentence have no other name
          <bdi
            key={index}
            className={`font-semibold ${RESOURCE_ID.test(part.text) ? 'whitespace-nowrap' : 'break-words'}`}
          >
            {displayText(part.text)}
          </bdi>
        ) : (
          part.text
        ),
      )}
    </>
  );
}

/** `i-0123456789abcdef0`: short enough for any line, and unreadable when broken at its hyphen. */
const RESOURCE_ID = /^[a-z]{1,4}-[0-9a-f]{8,17}$/;

/** A sentence in parts: names without their backticks, and the words between. A lone backtick stays as it is. */
export function splitMarked(text: string): readonly { readonly text: string; readonly isName: boolean }[] {
  return text
    .split(/(`[^`]+`)/)
    .filter((part) => part !== '')
    .map((part) =>
      /^`[^`]+`$/.test(part) ? { text: part.slice(1, -1), isName: true } : { text: part, isName: false },
    );
}
