import * as v from 'valibot';
import type { AccessLevel, ServiceActions } from '../policy/service-actions.ts';

/** Beside the page: one file a service, and the list of all. */
export const SERVICE_FOLDER = 'iam-actions/';
export const SERVICES_FILE = `${SERVICE_FOLDER}services.json`;

const LEVELS = {
  L: 'List',
  R: 'Read',
  W: 'Write',
  P: 'Permissions management',
  T: 'Tagging',
} as const satisfies Readonly<Record<string, AccessLevel>>;

const Position = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What a service's file holds; actions name their resource types and condition keys by position. */
const ServiceFileSchema = v.object({
  resources: v.array(v.tuple([v.string(), v.string()])),
  conditions: v.array(v.tuple([v.string(), v.string(), v.string()])),
  actions: v.array(
    v.tuple([
      v.string(),
      v.picklist(['L', 'R', 'W', 'P', 'T']),
      v.string(),
      v.array(Position),
      v.array(Position),
    ]),
  ),
});

const ServicesFileSchema = v.array(v.tuple([v.string(), v.string()]));

type DeepReadonly<Value> = { readonly [Key in keyof Value]: DeepReadonly<Value[Key]> };
export type ServiceFile = DeepReadonly<v.InferOutput<typeof ServiceFileSchema>>;

/** The services of the list; throws for anything that is not the list, such as a server's "not found" page. */
export function readServicesFile(content: unknown): ReadonlyMap<string, string> {
  return new Map(v.parse(ServicesFileSchema, content));
}

/** A service out of its file; throws for anything else. */
export function readServiceFile(prefix: string, name: string, content: unknown): ServiceActions {
  const file = v.parse(ServiceFileSchema, content);
  const resourceTypes = file.resources.map(([typeName, arn]) => ({ name: typeName, arn }));
  const conditionKeys = file.conditions.map(([key, type, description]) => ({ key, type, description }));
  return {
    prefix,
    name,
    resourceTypes,
    conditionKeys,
    actions: file.actions.map(([action, level, description, types, keys]) => ({
      name: action,
      level: LEVELS[level],
      description,
      resourceTypes: types.flatMap((at) => resourceTypes[at]?.name ?? []),
      conditionKeys: keys.flatMap((at) => conditionKeys[at]?.key ?? []),
    })),
  };
}
