/** What a person has chosen to see. Empty lists mean "no limit". Lives in the address. */
export interface ChainFilter {
  /** Matches name, id, ARN, IP address and tag, in any letter case. */
  readonly search: string;
  readonly accounts: readonly string[];
  readonly regions: readonly string[];
  readonly states: readonly string[];
  readonly onlyBroken: boolean;
  readonly onlyNamesDiffer: boolean;
  readonly onlyUnused: boolean;
  /** Where two reads are compared: only what was added, removed or changed. */
  readonly onlyChanges?: boolean | undefined;
  /** Terminated and shutting-down instances are left out unless asked for. */
  readonly withTerminated: boolean;
}

/** Everything that is alive. */
export const NO_FILTER: ChainFilter = {
  search: '',
  accounts: [],
  regions: [],
  states: [],
  onlyBroken: false,
  onlyNamesDiffer: false,
  onlyUnused: false,
  withTerminated: false,
};
