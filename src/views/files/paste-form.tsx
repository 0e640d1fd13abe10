import { type ReactElement, useState } from 'react';
import { openPasted, showFilesPanel } from '../../state/loaded-store.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/text-field.tsx';

/** Takes text by keyboard as well as from the clipboard; what is pasted is read at once and never has to be drawn. */
export function PasteForm({ adds }: { readonly adds: boolean }): ReactElement {
  const [text, setText] = useState('');
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') read(text);
      }}
    >
      <TextArea
        label="Output of AWS CLI commands"
        mono
        rows={8}
        spellCheck={false}
        autoComplete="off"
        placeholder="Paste here"
        value={text}
        description="JSON, YAML, JSON Lines, several outputs one after another, or a whole terminal session with prompts and errors. It stays in this page."
        onChange={(event) => setText(event.currentTarget.value)}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text');
          if (text !== '' || pasted.trim() === '') return;
          event.preventDefault();
          read(pasted);
        }}
      />
      <div className="flex flex-wrap items-center gap-3 text-sm text-muted">
        <p className="min-w-0 flex-1">{adds ? 'It is added to the picture.' : ''}</p>
        <Button type="submit" kind="primary" aria-disabled={text.trim() === ''}>
          Read
        </Button>
      </div>
    </form>
  );
}

function read(text: string): void {
  showFilesPanel('closed');
  void openPasted(text);
}
