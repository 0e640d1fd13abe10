import { toJsonSchema } from '@valibot/to-json-schema';
import { SNAPSHOT_SCHEMA, SNAPSHOT_VERSION } from '../../src/files/snapshot.ts';

/** The form of a snapshot as JSON Schema, made from the schema that the app itself reads with. */
export function snapshotJsonSchema(): string {
  const { $schema, ...schema } = toJsonSchema(SNAPSHOT_SCHEMA, {
    target: 'draft-2020-12',
    typeMode: 'input',
    // What a policy document or a message of AWS holds is any JSON.
    overrideSchema: ({ valibotSchema }) => (valibotSchema.type === 'custom' ? {} : undefined),
  });
  const document = {
    $schema,
    $id: `urn:rolewire:snapshot:${SNAPSHOT_VERSION}`,
    title: `Rolewire snapshot, version ${SNAPSHOT_VERSION}`,
    description:
      'All that Rolewire had loaded when somebody saved it: what AWS said, how far each call got, the findings that were ' +
      'put aside, and what was on screen. It never holds credentials. Fields that are not named here may stand beside the ' +
      'others, and mean nothing to this version. What is absent was not read, which is not to say that it is empty.',
    ...schema,
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}
