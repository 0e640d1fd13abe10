/** A file to hand to a person, as text. */
export interface TextFile {
  readonly name: string;
  readonly mediaType:
    | 'text/csv'
    | 'text/markdown'
    | 'application/json'
    | 'text/plain'
    | 'text/vnd.graphviz'
    | 'image/svg+xml';
  readonly text: string;
}
