import { type ReactElement, useEffect, useRef } from 'react';
import { REDACTED_KINDS, type RedactedKind } from '../../inventory/redacted-kinds.ts';
import type { Redaction } from '../../state/workspace.ts';
import { useWorkspace } from '../../state/workspace-context.ts';
import { announce } from '../../ui/announcements.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Popover } from '../../ui/popover.tsx';
import { Switch } from '../../ui/switch.tsx';

/** Says that what is on screen are pseudonyms; opens into the choice of what is hidden. Nothing while all is as AWS said it. */
export function RedactionChip(): ReactElement | null {
  const { redaction, inventory } = useWorkspace();
  useAnnounced(redaction.isOwn);
  if (!redaction.on && !redaction.isOwn) return null;
  const { kinds, isOwn } = redaction;
  const partly = isOwn && kinds.size < REDACTED_KINDS.length;
  return (
    <Popover
      label="What is hidden"
      className="w-80"
      trigger={
        <button
          type="button"
          className="flex h-7 shrink-0 items-center gap-1.5 rounded-md bg-info-tint px-2.5 text-sm font-semibold text-info transition-colors aria-expanded:bg-line"
        >
          <Icon name="eye-off" size={14} />
          {redaction.on ? 'Redacted' : 'Nothing hidden'}
          {partly && redaction.on && (
            <span className="font-normal max-md:sr-only">
              {kinds.size} of {REDACTED_KINDS.length}
            </span>
          )}
        </button>
      }
    >
      {(close) => (
        <div className="flex flex-col gap-3 text-sm">
          {isOwn ? (
            <Choice redaction={redaction} onDone={close} />
          ) : (
            <CameRedacted kinds={inventory.redacted ?? []} onHideMore={redaction.toggle} />
          )}
        </div>
      )}
    </Popover>
  );
}

function Choice(props: { readonly redaction: Redaction; readonly onDone: () => void }): ReactElement {
  const { kinds, setKind, toggle } = props.redaction;
  return (
    <>
      <p className="text-muted">
        Pseudonyms stand on screen, in the address and in everything that is copied or exported. They are the
        same everywhere, until this page is closed.
      </p>
      <div className="flex flex-col gap-1.5">
        {REDACTED_KINDS.map((kind) => (
          <Switch key={kind} checked={kinds.has(kind)} onChange={(hidden) => setKind(kind, hidden)}>
            {KIND_WORDS[kind]}
          </Switch>
        ))}
      </div>
      <Button
        size="small"
        className="self-start"
        onClick={() => {
          props.onDone();
          toggle();
        }}
      >
        Show the real values
      </Button>
    </>
  );
}

function CameRedacted(props: {
  readonly kinds: readonly RedactedKind[];
  readonly onHideMore: () => void;
}): ReactElement {
  const words = props.kinds.map((kind) => KIND_WORDS[kind].toLowerCase().replace(/\bip\b/, 'IP'));
  return (
    <>
      <p>
        This snapshot was saved with pseudonyms for {new Intl.ListFormat('en').format(words)}. The real values
        are not in it, so nobody can bring them back here.
      </p>
      {props.kinds.length < REDACTED_KINDS.length && (
        <Button size="small" className="self-start" onClick={props.onHideMore}>
          Hide the rest as well
        </Button>
      )}
    </>
  );
}

const KIND_WORDS: Readonly<Record<RedactedKind, string>> = {
  accounts: 'Account ids and aliases',
  names: 'Names and paths',
  ids: 'Unique and resource ids',
  ips: 'IP addresses',
  tags: 'Tags',
};

function useAnnounced(isOwn: boolean): void {
  const before = useRef(isOwn);
  useEffect(() => {
    if (before.current === isOwn) return;
    before.current = isOwn;
    announce(isOwn ? 'Redacted: pseudonyms are on screen' : 'Not redacted: the real values are on screen');
  }, [isOwn]);
}
