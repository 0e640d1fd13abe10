import type { ReactElement } from 'react';
import { policyText } from '../../ask/add-statements.ts';
import type { Fix, FixSide } from '../../ask/fixes.ts';
import { Button } from '../../ui/button.tsx';
import { CodeBlock } from '../findings/code-block.tsx';

export interface FixListProps {
  readonly fixes: readonly Fix[];
  /** Adds the statements to what is entered, to see what they would change. */
  readonly onApply?: ((fix: Fix) => void) | undefined;
}

/** What each side would have to allow, ready to copy and to try. */
export function FixList({ fixes, onApply }: FixListProps): ReactElement {
  return (
    <section aria-label="What would fix it" className="flex flex-col gap-3">
      <h3 className="heading-caps">What would fix it</h3>
      {fixes.map((fix) => (
        <div key={fix.side} className="flex flex-col gap-0.5">
          <div className="flex flex-wrap items-center justify-between gap-2 text-sm">
            <p className="font-medium">
              {NAMES[fix.side]} {fix.need === 'lacks' ? 'lacks' : 'may have to allow'}{' '}
              {fix.actions.join(', ')}
            </p>
            {onApply && APPLY[fix.side] && (
              <Button size="small" icon="plus" onClick={() => onApply(fix)}>
                {APPLY[fix.side]}
              </Button>
            )}
          </div>
          <CodeBlock what={WHAT[fix.side]} text={policyText(fix.statements)} />
        </div>
      ))}
    </section>
  );
}

const NAMES: Record<FixSide, string> = {
  identity: 'The role',
  boundary: 'Its permissions boundary',
  bucket: 'The bucket policy',
  key: 'The key policy',
  other: "The resource's own policy",
};

const WHAT: Record<FixSide, string> = {
  identity: 'policy for the role',
  boundary: 'statement for the permissions boundary',
  bucket: 'statement for the bucket policy',
  key: 'statement for the key policy',
  other: "statement for the resource's policy",
};

const APPLY: Partial<Record<FixSide, string>> = {
  identity: 'Try it',
  bucket: 'Add to the bucket policy',
  key: 'Add to the key policy',
};
