/** What an action does, in the five words of the Service Authorization Reference. */
export const ACCESS_LEVELS = ['List', 'Read', 'Write', 'Permissions management', 'Tagging'] as const;
export type AccessLevel = (typeof ACCESS_LEVELS)[number];

/** One action of a service, as the Service Authorization Reference has it. */
export interface ActionFacts {
  /** Without the service: `GetObject`. */
  readonly name: string;
  readonly level: AccessLevel;
  /** "Retrieve objects from Amazon S3". */
  readonly description: string;
  /** Names of {@link ResourceTypeFacts}; none for an action that takes only `*`. */
  readonly resourceTypes: readonly string[];
  /** Condition keys that the request may carry, beside the global ones. */
  readonly conditionKeys: readonly string[];
}

/** What an action can be held to. */
export interface ResourceTypeFacts {
  readonly name: string;
  /** `arn:${Partition}:s3:::${BucketName}/${ObjectName}`. */
  readonly arn: string;
}

export interface ConditionKeyFacts {
  /** `s3:prefix`. */
  readonly key: string;
  /** `String`, `Bool`, `ArrayOfString` … */
  readonly type: string;
  readonly description: string;
}

/** All that is known of one service. */
export interface ServiceActions {
  /** `s3`. */
  readonly prefix: string;
  /** "Amazon S3". */
  readonly name: string;
  /** In order of name. */
  readonly actions: readonly ActionFacts[];
  readonly resourceTypes: readonly ResourceTypeFacts[];
  readonly conditionKeys: readonly ConditionKeyFacts[];
}

/** One service in a list to choose from. */
export interface ServiceName {
  readonly prefix: string;
  readonly name: string;
}
