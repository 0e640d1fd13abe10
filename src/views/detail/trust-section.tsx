import type { ReactElement } from 'react';
import { assertNever } from '../../base/assert-never.ts';
import type { RoleNode } from '../../graph/graph.ts';
import { decodeDocument } from '../../policy/decode-document.ts';
import { describeTrust, type TrustSentence } from '../../policy/describe-trust.ts';
import type { TrustNote, TrustVerdict } from '../../policy/trust-verdict.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { PanelSection } from './panel-section.tsx';
import { RawJson } from './raw-json.tsx';

/** Who may assume a role: the verdict for EC2, each statement in words, and the document itself. */
export function TrustSection({ role }: { readonly role: RoleNode }): ReactElement | null {
  const document = role.record?.AssumeRolePolicyDocument;
  if (!role.trust && document === undefined) return null;
  const raw = decodeDocument(document);
  return (
    <PanelSection heading="Trust policy">
      {role.trust && <Verdict verdict={role.trust} partition={role.partition} />}
      {document !== undefined && (
        <ol className="mt-2 flex flex-col gap-1.5">
          {describeTrust(document).map((said) => (
            <Statement
              key={said.statement ?? said.sentence}
              said={said}
              deciding={said.statement !== undefined && role.trust?.statement === said.statement}
            />
          ))}
        </ol>
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
  readonly said: TrustSentence;
  /** The verdict rests on it. */
  readonly deciding: boolean;
}

function Statement({ said, deciding }: StatementProps): ReactElement {
  return (
    <li className={`border-l-2 pl-2.5 text-sm ${deciding ? 'border-accent' : 'border-line-strong'}`}>
      <p className="break-words">
        {said.statement !== undefined && (
          <span
            className={`mr-1.5 text-xs ${said.effect === 'Deny' ? 'font-semibold text-danger' : 'text-muted'}`}
          >
            {said.effect} {said.statement + 1}
          </span>
        )}
        <bdi>{said.sentence}</bdi>
      </p>
    </li>
  );
}
