import { type ReactElement, useMemo, useState } from 'react';
import { comparePasted } from '../../state/compare-pasted.ts';
import { useWorkspace } from '../../state/workspace-context.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { ComparisonCard } from './comparison-card.tsx';

const INFO_COMMAND =
  'TOKEN=$(curl -sX PUT -H "X-aws-ec2-metadata-token-ttl-seconds: 60" http://169.254.169.254/latest/api/token)\n' +
  'curl -sH "X-aws-ec2-metadata-token: $TOKEN" http://169.254.169.254/latest/meta-data/iam/info';
const IDENTITY_COMMAND = 'aws sts get-caller-identity';

export interface StatementBoxProps {
  /** After a chain was chosen here, so that the frame around can get out of the way. */
  readonly onSelected?: (() => void) | undefined;
}

/** Takes what a host or an error says, and sets it against what AWS lists: agrees, disagrees, or not in this account. */
export function StatementBox({ onSelected }: StatementBoxProps): ReactElement {
  const { graph, commands, redaction } = useWorkspace();
  const [text, setText] = useState('');
  const outcome = useMemo(
    () => (text.trim() === '' ? undefined : comparePasted(graph, redaction.text(text))),
    [graph, text, redaction],
  );
  return (
    <div className="flex flex-col gap-3 text-sm">
      <TextArea
        label="What the instance says"
        mono
        rows={6}
        spellCheck={false}
        autoComplete="off"
        value={text}
        placeholder="Paste here"
        description="The output of iam/info or get-caller-identity on the host, an AccessDenied message, a decoded authorization message, or the error of a launch. It stays in this page."
        error={outcome && !outcome.ok ? `${outcome.error.message} ${outcome.error.remedy}` : undefined}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {text === '' ? (
        <div className="flex flex-wrap items-center gap-2">
          <span className="text-muted">To run on the instance:</span>
          <CopyButton text={INFO_COMMAND} what="command for iam/info" label="iam/info" />
          <CopyButton text={IDENTITY_COMMAND} what={IDENTITY_COMMAND} label="get-caller-identity" />
        </div>
      ) : (
        <Button size="small" icon="close" className="self-start" onClick={() => setText('')}>
          Clear
        </Button>
      )}
      <div aria-live="polite" className="flex flex-col gap-2">
        {outcome?.ok &&
          outcome.value.map((comparison) => (
            <ComparisonCard
              key={comparison.sentence}
              comparison={comparison}
              onSelect={(node) => {
                commands.select(node);
                onSelected?.();
              }}
            />
          ))}
      </div>
    </div>
  );
}
