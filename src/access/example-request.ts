import { type AccessForm, emptyAccessForm, readAccessForm } from './access-form.ts';
import type { AccessRequest } from './access-request.ts';

/** Fields as a person fills them, for tests. */
export function exampleForm(change: Partial<AccessForm> = {}): AccessForm {
  return {
    ...emptyAccessForm('rolewire-07enw3ahrz6dmv29gqy5ckt18fpx4bjs07enw3ah'),
    principal: '111122223333',
    ...change,
  };
}

/** The request of {@link exampleForm}. Throws when the fields are wrong. */
export function exampleRequest(change: Partial<AccessForm> = {}): AccessRequest {
  const read = readAccessForm(exampleForm(change));
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}
