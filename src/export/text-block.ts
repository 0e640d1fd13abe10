/** A piece of a line: a name or value as it is, or words. */
export type Inline = { readonly code: string } | { readonly text: string };

/** What a text for people is made of; Markdown, plain text and HTML are three ways to write it. */
export type TextBlock =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'sentence'; readonly lead?: string | undefined; readonly parts: readonly Inline[] }
  | {
      readonly kind: 'list';
      readonly lead?: string | undefined;
      readonly items: readonly { readonly name?: string | undefined; readonly parts: readonly Inline[] }[];
    }
  | {
      readonly kind: 'evidence';
      readonly rows: readonly { readonly field: string; readonly value: string; readonly source: string }[];
    }
  | {
      readonly kind: 'code';
      readonly lead?: string | undefined;
      readonly language: 'sh' | 'hcl' | 'yaml';
      readonly text: string;
    }
  | { readonly kind: 'rule'; readonly rule: string; readonly docs: string };

/** A sentence that marks names with backticks, in pieces. */
export function inlineOf(sentence: string): readonly Inline[] {
  return sentence
    .split(/(`[^`]+`)/)
    .filter((part) => part !== '')
    .map((part) => (/^`[^`]+`$/.test(part) ? { code: part.slice(1, -1) } : { text: part }));
}

/** Rules write their own links; anything else than a web address is left out all the same. */
export function safeLink(link: string): string {
  return /^https:\/\/[^\s<>"]+$/.test(link) ? link : '';
}
