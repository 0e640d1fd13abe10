import type { ReactElement } from 'react';
import { KNOWN_REGIONS } from '../../base/partitions.ts';
import { TextField } from '../../ui/text-field.tsx';
import { SECRET_INPUT } from './secret-input.ts';

export interface RegionFieldProps {
  readonly startRegion: string;
  readonly error: string | undefined;
}

/** Where to sign in, with the regions of all partitions to choose from. */
export function RegionField({ startRegion, error }: RegionFieldProps): ReactElement {
  return (
    <>
      <TextField
        {...SECRET_INPUT}
        name="region"
        label="Region"
        mono
        list="known-regions"
        placeholder={startRegion}
        error={error}
      />
      <datalist id="known-regions">
        {KNOWN_REGIONS.map((known) => (
          <option key={known}>{known}</option>
        ))}
      </datalist>
    </>
  );
}
