import { partitionOfRegion } from '../base/partitions.ts';
import { fail, ok, type Result } from '../base/result.ts';

/** A script for a customer to run, checked: what it collects and where. */
export interface CollectorRequest {
  /** Also every permissions policy and boundary. */
  readonly policies: boolean;
  /** To read these regions only; empty for all that are enabled. Names of regions alone: they go into a script. */
  readonly regions: readonly string[];
}

/** What a person has entered so far, as it stands in the fields. */
export interface CollectorForm {
  readonly policies: boolean;
  /** Regions with commas or spaces between them; empty for all. */
  readonly regions: string;
}

export const EMPTY_COLLECTOR_FORM: CollectorForm = { policies: false, regions: '' };

/** The request that the fields make, or what is wrong with the regions, in a sentence. */
export function readCollectorForm(form: CollectorForm): Result<CollectorRequest, string> {
  const regions = [...new Set(form.regions.split(/[\s,]+/).filter(Boolean))];
  const [first] = regions;
  const partition = first === undefined ? undefined : partitionOfRegion(first);
  for (const region of regions) {
    const own = partitionOfRegion(region);
    if (own === undefined) return fail(`"${region}" is no region. Regions look like eu-west-1.`);
    if (own !== partition) {
      return fail(`${first} lies in ${partition?.id}, ${region} in ${own.id}: no account has both.`);
    }
  }
  return ok({ policies: form.policies, regions });
}
