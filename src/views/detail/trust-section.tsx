import type { ReactElement } from 'react';
import { assertNever } from '../../base/assert-never.ts';
import type { RoleNode } from '../../graph/graph.ts';
import { decodeDocument } from '../../policy/decode-document.ts';
import { type PolicyStatement, readStatements } from '../../policy/statement.ts';
import type { TrustNote, TrustVerdict } from '../../policy/trust-verdict.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { PanelSection } from './panel-section.tsx';
import { RawJson } from './raw-json.tsx';
import { statementLines } from './statement-words.ts';

/** Who may assume a role: the verdict for EC2, each statement in words, and the document itself. */
export function TrustSection({ role }: { readonly role: RoleNode }): ReactElement | null {
  const document = role.record?.AssumeRolePolicyDocument;
  if (!role.trust && document === undefined) return null;
  const statements = readStatements(document);
  const raw = decodeDocument(document);
  return (
    <PanelSection heading="Trust policy">
      {role.trust && <Verdict verdict={role.trust} partition={role.partition} />}
      {statements.ok ? (
        <ol className="mt-2 flex flex-col gap-1.5">
          {statements.value.map((statement) => (
            <Statement
              key={statement.index}
              statement={statement}
              many={statements.value.length > 1}
              deciding={role.trust?.statement === statement.index}
            />
          ))}
        </ol>
      ) : (
        document !== undefined && <p className="text-sm text-danger">Not readable: {statements.error}.</p>
      )}
      {raw.ok && <RawJson what="trust policy" text={JSON.stringify(raw.value, undefined, 2)} />}
    </PanelSection>
  );
}

interface VerdictLook {
  readonly icon: IconName;
  readonly className: string;
  readonly headline: string;
  readonly detail: string | undefined;
}

function Verdict(props: {
  readonly verdict: TrustVerdict;
  readonly partition: string | undefined;
}): ReactElement {
  const look = verdictLook(props.verdict, props.partition);
  return (
    <div className="flex items-start gap-2 text-sm">
      <Icon name={look.icon} className={`mt-px ${look.className}`} />
      <div className="min-w-0">
        <p className="font-medium">{look.headline}</p>
        {look.detail && <p className="break-words text-muted first-letter:uppercase">{look.detail}</p>}
      </div>
    </div>
  );
}

function verdictLook(verdict: TrustVerdict, partition: string | undefined): VerdictLook {
  switch (verdict.answer) {
    case 'yes':
      return {
        icon: 'check',
        className: 'text-ok',
        headline: 'EC2 may assume it',
        detail: verdict.note ? NOTES[verdict.note] : `statement ${verdict.statement + 1} allows it`,
      };
    case 'no':
      return {
        icon: 'critical',
        className: 'text-danger',
        headline: `EC2${partition && partition !== 'aws' ? ` of ${partition}` : ''} may not assume it`,
        detail: verdict.detail,
      };
    case 'cannot-confirm':
      return {
        icon: 'unknown',
        className: 'text-doubt',
        headline: 'Cannot tell whether EC2 may assume it',
        detail: verdict.detail,
      };
    default:
      return assertNever(verdict);
  }
}

const NOTES: Readonly<Record<TrustNote, string>> = {
  'china-one-spelling': 'only one of the two service names that EC2 uses in China is listed',
  'legacy-spelling': 'it is listed under an older service name',
};

interface StatementProps {
  readonly statement: PolicyStatement;
  readonly many: boolean;
  /** The verdict rests on it. */
  readonly deciding: boolean;
}

function Statement({ statement, many, deciding }: StatementProps): ReactElement {
  return (
    <li
      className={`rounded-md border px-2.5 py-1.5 text-sm ${deciding ? 'border-line-strong' : 'border-line'}`}
    >
      <p className="flex items-center gap-2">
        <span className={`font-semibold ${statement.effect === 'Deny' ? 'text-danger' : ''}`}>
          {statement.effect}
        </span>
        {statement.sid && <bdi className="truncate text-muted">{statement.sid}</bdi>}
        {many && <span className="ml-auto text-xs text-muted">statement {statement.index + 1}</span>}
      </p>
      <dl>
        {statementLines(statement).map((line) => (
          <div
            key={`${line.label} ${line.values.join()}`}
            className="grid grid-cols-[76px_minmax(0,1fr)] gap-x-2"
          >
            <dt className="text-muted">{line.label}</dt>
            <dd className="break-words font-mono text-xs leading-[18px]">
              {line.values.map((value) => (
                <bdi key={value} className="block">
                  {value}
                </bdi>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
