/** Why a file can't be read, and what its owner can do. */
export interface FileError {
  readonly kind:
    | 'empty'
    | 'not-text'
    | 'not-json'
    | 'cut-off'
    | 'other-output'
    | 'error-text'
    | 'too-large'
    | 'too-deep'
    | 'unknown-shape'
    | 'wrong-version'
    | 'damaged-snapshot'
    | 'archive'
    | 'credentials'
    | 'unreadable';
  /** What is wrong, in a sentence. */
  readonly message: string;
  /** What to do next, in a sentence. */
  readonly remedy: string;
  /** The command whose output to open instead, where it is known. */
  readonly command?: string | undefined;
}
