import { fail, ok, type Result } from '../base/result.ts';
import type { FileError } from './file-error.ts';

/**
 * The text of a file's bytes: UTF-8, UTF-16 as Windows PowerShell writes it (with or without a byte-order mark), else the
 * Windows code page. JSON's own signs are ASCII, so a wrong guess can spoil a tag's letters but never a record.
 */
export function decodeBytes(bytes: Uint8Array): Result<string, FileError> {
  const encoding = encodingOf(bytes);
  if (encoding === undefined) return fail(NOT_TEXT);
  if (encoding !== 'utf-8') return ok(new TextDecoder(encoding).decode(bytes));
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return ok(new TextDecoder('windows-1252').decode(bytes));
  }
}

const NOT_TEXT: FileError = {
  kind: 'not-text',
  message: 'The file is not text: it looks like an archive, an image or a program.',
  remedy: 'Unpack it first, or save the output of the AWS CLI as a plain .json file.',
};

const SAMPLE_SIZE = 512;

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, SAMPLE_SIZE);
  const zeros = [0, 0];
  for (const [i, byte] of sample.entries()) if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (even + odd === 0) return 'utf-8';
  // JSON is almost all ASCII: in UTF-16 nearly every other byte is zero.
  const half = sample.length / 2;
  if (even === 0 && odd > half * 0.7) return 'utf-16le';
  if (odd === 0 && even > half * 0.7) return 'utf-16be';
  return undefined;
}
