import { type ReactElement, useState } from 'react';
import { listSubjects } from '../../ask/list-subjects.ts';
import { type Subject, subjectWords } from '../../ask/subject.ts';
import type { NodeId } from '../../graph/graph.ts';
import { useWorkspace } from '../../state/workspace-context.ts';
import { ComboBox } from '../../ui/combo-box.tsx';

export interface SubjectPickerProps {
  /** "Can", "For". */
  readonly label: string;
  readonly subject: Subject | undefined;
  readonly onChoose: (id: NodeId) => void;
}

/** Whom the question is about: a role, or what leads to one. */
export function SubjectPicker({ label, subject, onChoose }: SubjectPickerProps): ReactElement {
  const { graph } = useWorkspace();
  /** What was typed since this subject was chosen; until then the field shows who it is. */
  const [typed, setTyped] = useState<{ readonly over: NodeId | undefined; readonly text: string }>();
  const id = subject?.node.id;
  const name = subject?.node.label ?? '';
  const text = typed !== undefined && typed.over === id ? typed.text : undefined;
  return (
    <ComboBox
      label={label}
      placeholder="Instance, instance profile or role"
      text={text ?? name}
      onText={(next) => setTyped({ over: id, text: next })}
      items={listSubjects(graph, text === name ? '' : (text ?? ''))}
      onChoose={(choice) => {
        setTyped(undefined);
        onChoose(choice.id);
      }}
      description={subject && noteOf(subject)}
    />
  );
}

function noteOf(subject: Subject): string {
  const words = subjectWords(subject);
  const whole = words.slice(0, 1).toUpperCase() + words.slice(1);
  if (subject.role === undefined) return `${whole}: there is no role to ask about.`;
  const { accountId } = subject.role;
  return accountId === undefined ? `${whole}.` : `${whole}, account ${accountId}.`;
}
