import { describe, expect, it } from 'vitest';
import { HOSTILE_NAME } from './example-graph.ts';
import { markdownBlock, markdownCell, markdownCode, markdownSentence, markdownText } from './markdown.ts';

describe('Markdown', () => {
  it('lets no markup, line or mention start from a name', () => {
    const text = markdownText(HOSTILE_NAME);
    expect(text).not.toMatch(/<|\n|(?<![\\&])[#*]|@you/);
    expect(text).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });

  it('spells out links and images', () => {
    expect(markdownText('![x](http://evil)')).toBe('!\\[x\\](http://evil)');
  });

  it('starts no list from a name', () => {
    expect(markdownText('- item')).toBe('\\- item');
    expect(markdownText('1. item')).toBe('1\\. item');
    expect(markdownText('=====')).toBe('\\=====');
  });

  it('keeps code that a sentence marks, and escapes the rest', () => {
    expect(markdownSentence('Profile `a_b` holds <b>.')).toBe('Profile `a_b` holds &lt;b&gt;.');
    expect(markdownSentence('one ` alone')).toBe('one \\` alone');
  });

  it('fences code longer than any run of backticks inside', () => {
    expect(markdownCode('plain')).toBe('`plain`');
    expect(markdownCode('a``b')).toBe('```a``b```');
    expect(markdownCode('`x')).toBe('`` `x ``');
    expect(markdownBlock('```\nrm', 'sh')).toBe('````sh\n```\nrm\n````');
  });

  it('never ends a table cell early', () => {
    expect(markdownCell(markdownCode('a|b'))).toBe('`a\\|b`');
    expect(markdownCell(markdownText('a|b'))).toBe('a\\|b');
  });
});
