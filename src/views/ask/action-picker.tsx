import { type ReactElement, useEffect, useState } from 'react';
import { iamActions } from '../../state/iam-actions.ts';
import { ComboBox, type ComboItem } from '../../ui/combo-box.tsx';
import { Chip } from '../../ui/tag.tsx';

export interface ActionPickerProps {
  /** Chosen actions, separated by spaces. */
  readonly text: string;
  readonly error: string | undefined;
  readonly onText: (text: string) => void;
}

const MOST = 60;

/** Actions to ask about, completed from AWS's own list: first the service, then its actions. */
export function ActionPicker({ text, error, onText }: ActionPickerProps): ReactElement {
  const [typed, setTyped] = useState('');
  const items = useSuggestions(typed);
  const chosen = text.split(' ').filter((action) => action !== '');
  const add = (action: string): void => {
    onText([...new Set([...chosen, action])].join(' '));
    setTyped('');
  };
  return (
    <div className="flex flex-col gap-1.5">
      <ComboBox
        label="Action"
        placeholder="s3:GetObject"
        mono
        text={typed}
        onText={(next) => {
          // The field takes over what was chosen from its list, and that has become a chip.
          if (chosen.includes(next)) return setTyped('');
          // Pasted lists and a space behind a name choose at once.
          const names = next.split(/[\s,]+/).filter(Boolean);
          if (
            /[\s,]/.test(next) &&
            names.every((name) => /^[a-z0-9-]+:\w+$/.test(name)) &&
            names.length > 0
          ) {
            onText([...new Set([...chosen, ...names])].join(' '));
            setTyped('');
          } else setTyped(next);
          return undefined;
        }}
        items={items}
        onChoose={({ id }) => (id.endsWith(':') ? setTyped(id) : add(id))}
        description={chosen.length === 0 ? 'One or several.' : undefined}
        error={error}
      />
      {chosen.length > 0 && (
        <div className="flex flex-wrap gap-1">
          {chosen.map((action) => (
            <Chip
              key={action}
              name={action}
              onRemove={() => onText(chosen.filter((each) => each !== action).join(' '))}
            >
              {action}
            </Chip>
          ))}
        </div>
      )}
    </div>
  );
}

function useSuggestions(typed: string): readonly ComboItem[] {
  const [items, setItems] = useState<readonly ComboItem[]>([]);
  useEffect(() => {
    let current = true;
    void suggest(typed).then((found) => {
      if (current) setItems(found);
    });
    return () => {
      current = false;
    };
  }, [typed]);
  return items;
}

/** Without the list there is nothing to suggest, and any name may still be typed. */
async function suggest(typed: string): Promise<readonly ComboItem[]> {
  const [prefix = '', name] = typed.trim().split(':');
  try {
    if (name === undefined) {
      const services = await iamActions.services();
      return services
        .filter((service) => service.prefix.startsWith(prefix.toLowerCase()))
        .slice(0, MOST)
        .map((service) => ({ id: `${service.prefix}:`, label: `${service.prefix}:`, detail: service.name }));
    }
    const service = await iamActions.service(prefix);
    return (service?.actions ?? [])
      .filter((action) => action.name.toLowerCase().includes(name.toLowerCase()))
      .slice(0, MOST)
      .map((action) => ({
        id: `${service?.prefix ?? prefix}:${action.name}`,
        label: `${service?.prefix ?? prefix}:${action.name}`,
        detail: action.description,
      }));
  } catch {
    return [];
  }
}
