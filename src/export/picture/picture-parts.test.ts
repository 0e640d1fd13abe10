import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildScene } from '../../scene/build-scene.ts';
import { example } from '../../scene/example.test-data.ts';
import { textWidth } from '../../scene/text-width.ts';
import { hostileText } from '../hostile.test-data.ts';
import { pngScale } from './canvas-limit.ts';
import { cutIntoPages } from './cut-into-pages.ts';
import { wrapText } from './wrap-text.ts';

describe('The size of a PNG', () => {
  test('is as wanted while a canvas can hold it', () => {
    expect(pngScale(900, 1200, 4)).toEqual({ fits: true, scale: 4, reduced: false });
  });

  test('is less, and said to be, where a canvas cannot', () => {
    expect(pngScale(900, 8000, 4)).toEqual({ fits: true, scale: 2, reduced: true });
  });

  test('is none at all where not even full size fits', () => {
    expect(pngScale(900, 40_000, 1)).toEqual({ fits: false });
  });
});

test('a caption breaks into lines that fit, whatever it holds, and loses no short word', () => {
  const font = { family: 'sans', size: 11 } as const;
  fc.assert(
    fc.property(fc.array(hostileText, { maxLength: 6 }), (parts) => {
      for (const line of wrapText(parts, 300, font)) expect(textWidth(line, font)).toBeLessThanOrEqual(300);
    }),
  );
  const words = ['account 1111-2222-3333 (acme)', 'read 2026-11-25 09:47 UTC', 'eu-west-1, us-east-1'];
  expect(wrapText(words, 200, font)).toEqual(words);
  expect(wrapText(words, 2000, font)).toEqual([words.join(' · ')]);
});

test('pages are cut between rows, follow each other without a gap, and hold all', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), (count) => {
      const { graph, chains } = example({
        instances: Array.from({ length: count }, (_, n) => ({ name: `host${n}x`, profile: `p${n}` })),
        profiles: Object.fromEntries(Array.from({ length: count }, (_, n) => [`p${n}`, `r${n}`])),
      });
      const scene = buildScene(graph, chains, [], { openFolds: [] });
      const pages = cutIntoPages(scene);
      expect(pages[0]?.top).toBe(0);
      expect(pages.at(-1)?.bottom).toBe(scene.height);
      pages.slice(1).forEach((page, index) => expect(page.top).toBe(pages[index]?.bottom));
      for (const mark of scene.marks.values()) {
        expect(pages.filter(({ top, bottom }) => mark.y < bottom && mark.y + mark.height > top)).toHaveLength(
          1,
        );
      }
    }),
    { numRuns: 8 },
  );
});
