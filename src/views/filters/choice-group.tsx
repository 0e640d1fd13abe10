import { type ReactElement, type ReactNode, useState } from 'react';
import type { FacetCount } from '../../scene/filter-chains.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';

const FIRST = 8;

export interface ChoiceGroupProps {
  readonly heading: string;
  readonly choices: readonly FacetCount[];
  readonly chosen: readonly string[];
  readonly label?: (value: string) => ReactNode;
  readonly onChange: (chosen: readonly string[]) => void;
  /** What cannot be chosen, and why. */
  readonly children?: ReactNode;
}

/** Choices of which any may be on; none on means no limit. Long lists show their first eight and what is chosen. */
export function ChoiceGroup(props: ChoiceGroupProps): ReactElement | null {
  const { heading, choices, chosen, label, onChange } = props;
  const [all, setAll] = useState(false);
  if (choices.length === 0) return null;
  const shown = all ? choices : choices.filter(({ value }, index) => index < FIRST || chosen.includes(value));
  const hidden = choices.length - shown.length;
  return (
    <fieldset>
      <legend className="heading-caps mb-1">{heading}</legend>
      {shown.map(({ value, count }) => (
        <Checkbox
          key={value}
          checked={chosen.includes(value)}
          trailing={count}
          onChange={(on) => onChange(on ? [...chosen, value] : chosen.filter((each) => each !== value))}
        >
          {label ? label(value) : value}
        </Checkbox>
      ))}
      {(hidden > 0 || all) && (
        <Button kind="bare" size="small" className="-ml-2" onClick={() => setAll(!all)}>
          {all ? 'Show fewer' : `${hidden} more`}
        </Button>
      )}
      {props.children}
    </fieldset>
  );
}
