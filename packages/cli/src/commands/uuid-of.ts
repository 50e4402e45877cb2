import { TypeID } from 'typeid-js';
import { Failure } from '../failure.ts';

/** The row's id of a public one, `org_…`; fails with what such an id begins with. */
export function uuidOf(prefix: string, what: string, id: string): string {
  try {
    return TypeID.fromString(id, prefix).toUUID();
  } catch (cause) {
    throw new Failure(`${id} is no id of ${what}: it begins with ${prefix}_`, { cause });
  }
}
