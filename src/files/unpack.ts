import { Gunzip, Unzip, type UnzipFile, UnzipInflate } from 'fflate';
import { fail, ok, type Result } from '../base/result.ts';
import type { FileError } from './file-error.ts';
import type { Allowance } from './limits.ts';

/** A file out of an archive, or why it could not be had. */
export interface ArchiveEntry {
  readonly name: string;
  readonly content: Result<Uint8Array, FileError>;
}

/** Bytes pushed at once: no push can bring more than a thousand times as much before the bounds are looked at. */
const PIECE = 16_384;
/** Below it no ratio is suspicious. */
const SMALL = 1_048_576;

/** What a file's first bytes say it is packed as. */
export function packingOf(bytes: Uint8Array): 'gzip' | 'zip' | 'tar' | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0x1f && b === 0x8b) return 'gzip';
  // "PK", then a local file or, in an empty archive, the end of the directory.
  if (a === 0x50 && b === 0x4b && ((c === 3 && d === 4) || (c === 5 && d === 6))) return 'zip';
  const mark = String.fromCharCode(...bytes.subarray(257, 262));
  return mark === 'ustar' ? 'tar' : undefined;
}

/** The content of a gzip file, within what the load may still unpack. Never throws. */
export function gunzip(packed: Uint8Array, allowance: Allowance): Result<Uint8Array, FileError> {
  const parts = new Parts(allowance);
  const stream = new Gunzip((chunk) => parts.add(chunk));
  try {
    for (let at = 0; at < packed.length; at += PIECE) {
      const end = Math.min(at + PIECE, packed.length);
      stream.push(packed.subarray(at, end), end === packed.length);
      parts.look(end);
      if (parts.over) return fail(tooMuch(parts.over));
    }
  } catch {
    return fail(DAMAGED);
  }
  return ok(parts.join());
}

/** The files in a zip, one after another, so that one at a time is in memory. Folders and what macOS adds are left out. */
export function* unzip(packed: Uint8Array, allowance: Allowance): Generator<ArchiveEntry> {
  const ready: ArchiveEntry[] = [];
  const open = new Map<string, Parts>();
  const state: { pushed: number; stop?: FileError } = { pushed: 0 };
  const stream = new Unzip((file) => {
    if (state.stop !== undefined || isClutter(file.name)) return;
    allowance.entries -= 1;
    if (allowance.entries < 0) state.stop = tooMuch('entries');
    else take(file);
  });
  const take = (file: UnzipFile): void => {
    const name = shownName(file.name);
    if (file.compression !== 0 && file.compression !== 8) {
      ready.push({ name, content: fail(UNKNOWN_PACKING) });
      return;
    }
    const parts = new Parts(allowance);
    open.set(name, parts);
    file.ondata = (error, chunk, final) => {
      if (!open.has(name)) return;
      if (!error) parts.add(chunk);
      parts.look(state.pushed);
      if (parts.over) {
        state.stop = tooMuch(parts.over);
        open.delete(name);
      } else if (error) {
        open.delete(name);
        ready.push({ name, content: fail(DAMAGED_ENTRY) });
      } else if (final) {
        open.delete(name);
        ready.push({ name, content: ok(parts.join()) });
      }
    };
    file.start();
  };
  stream.register(UnzipInflate);
  try {
    while (state.pushed < packed.length && state.stop === undefined) {
      const end = Math.min(state.pushed + PIECE, packed.length);
      const piece = packed.subarray(state.pushed, end);
      state.pushed = end;
      stream.push(piece, end === packed.length);
      yield* ready.splice(0);
    }
  } catch {
    state.stop ??= DAMAGED;
  }
  yield* ready.splice(0);
  for (const name of open.keys()) yield { name, content: fail(state.stop ?? DAMAGED_ENTRY) };
  if (state.stop !== undefined && open.size === 0) yield { name: '', content: fail(state.stop) };
}

/** The unpacked bytes of one file, counted against the allowance as they come. */
class Parts {
  over: 'bytes' | 'ratio' | undefined;
  private readonly chunks: Uint8Array[] = [];
  private size = 0;

  constructor(private readonly allowance: Allowance) {}

  add(chunk: Uint8Array): void {
    if (this.over) return;
    this.size += chunk.length;
    this.allowance.bytes -= chunk.length;
    if (this.allowance.bytes < 0) this.over = 'bytes';
    else this.chunks.push(chunk);
  }

  /** Holds what came against what was put in so far. */
  look(packedSize: number): void {
    if (this.size > SMALL && this.size > packedSize * this.allowance.ratio) this.over ??= 'ratio';
  }

  join(): Uint8Array {
    const [only] = this.chunks;
    if (only !== undefined && this.chunks.length === 1) return only;
    const whole = new Uint8Array(this.size);
    let at = 0;
    for (const chunk of this.chunks) {
      whole.set(chunk, at);
      at += chunk.length;
    }
    return whole;
  }
}

function isClutter(name: string): boolean {
  return name.endsWith('/') || /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|\._|Thumbs\.db$)/.test(name);
}

/** Names in archives are whatever somebody put there. */
function shownName(name: string): string {
  const plain = name.replace(/\p{C}/gu, '').slice(0, 300);
  return plain === '' ? 'a file without name' : plain;
}

const DAMAGED: FileError = {
  kind: 'archive',
  message: 'The archive is damaged, or a part of it is missing.',
  remedy: 'Send it once more, or send the files in it unpacked.',
};

const DAMAGED_ENTRY: FileError = {
  kind: 'archive',
  message: 'This file can’t be unpacked: the archive is damaged, cut off or protected by a password.',
  remedy: 'Unpack it first, and open what is in it.',
};

const UNKNOWN_PACKING: FileError = {
  kind: 'archive',
  message: 'This file is packed in a way that a browser can’t undo.',
  remedy: 'Unpack it first, and open what is in it.',
};

function tooMuch(over: 'bytes' | 'ratio' | 'entries'): FileError {
  const what = {
    bytes: 'Unpacked, the archives are larger than a browser can hold',
    ratio: 'Unpacked, the archive is hundreds of times larger, as no output of AWS is',
    entries: 'The archives hold more files than the output of any account',
  }[over];
  return {
    kind: 'too-large',
    message: `${what}, so unpacking was stopped.`,
    remedy: 'If the archive is yours, unpack it and open the files that you need.',
  };
}
