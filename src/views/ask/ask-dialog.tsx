import { type ReactElement, useState } from 'react';
import { type AskForm, emptyAskForm } from '../../ask/ask-form.ts';
import { type AskOpening, closeAsk } from '../../state/ask-opening.ts';
import { useWorkspace } from '../../state/workspace-context.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { CheckView } from './check-view.tsx';
import { QuestionView } from './question-view.tsx';

export interface AskDialogProps {
  readonly opening: AskOpening;
}

/** Questions about what a role can do, one by one or as a checklist; both share what was entered. */
export function AskDialog({ opening }: AskDialogProps): ReactElement {
  const [form, setForm] = useState<AskForm>(() => emptyAskForm(opening.about));
  const { redaction } = useWorkspace();
  const [hidden, setHidden] = useState(redaction.on);
  const [seen, setSeen] = useState(opening.times);
  // What was typed under real names has no place on a page that hides them, nor the other way round.
  if (redaction.on !== hidden) {
    setHidden(redaction.on);
    setForm(emptyAskForm());
  }
  if (opening.times !== seen) {
    setSeen(opening.times);
    if (opening.about !== undefined) setForm((before) => ({ ...before, about: opening.about }));
  }
  const change = (part: Partial<AskForm>): void => setForm((before) => ({ ...before, ...part }));
  return (
    <Dialog title="Ask: can it …?" open={opening.open} onClose={closeAsk} width="wide">
      <Tabs
        label="Ways to ask"
        className="lg:h-full"
        tabs={[
          { id: 'question', label: 'Question', content: <QuestionView form={form} onChange={change} /> },
          { id: 'checks', label: 'Checklists', content: <CheckView form={form} onChange={change} /> },
        ]}
      />
    </Dialog>
  );
}
