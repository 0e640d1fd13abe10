import type { ReactElement } from 'react';
import type { JsonValue } from '../../base/json.ts';
import { decodeDocument } from '../../policy/decode-document.ts';
import { describeStatement } from '../../policy/describe-statement.ts';
import { readStatements } from '../../policy/statement.ts';
import { RawJson } from '../detail/raw-json.tsx';
import { StatementView } from './statement-view.tsx';

export interface PolicyDocumentProps {
  readonly document: JsonValue;
  /** What it is, for the name of its copy button: "policy AppAccess". */
  readonly what: string;
}

/** A permissions policy: each statement in words, and the document as it stands. */
export function PolicyDocument({ document, what }: PolicyDocumentProps): ReactElement {
  const statements = readStatements(document);
  const raw = decodeDocument(document);
  return (
    <div>
      {!statements.ok && <p className="text-sm text-doubt">It cannot be read: {statements.error}.</p>}
      {statements.ok && statements.value.length === 0 && (
        <p className="text-sm text-muted">It has no statement, so it allows nothing.</p>
      )}
      {statements.ok && statements.value.length > 0 && (
        <ol className="flex flex-col gap-3">
          {statements.value.map((statement) => (
            <StatementView key={statement.index} said={describeStatement(statement)} />
          ))}
        </ol>
      )}
      {raw.ok && <RawJson what={what} text={JSON.stringify(raw.value, undefined, 2)} />}
    </div>
  );
}
