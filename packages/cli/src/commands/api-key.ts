import { createApiKey, organisationExists, type Sql } from '@adieu/db';
import { type Role, ROLES } from '@adieu/domain';
import { createSecretToken } from '@adieu/keys';
import { TypeID } from 'typeid-js';
import { Failure } from '../failure.ts';
import { findInstallation, withDatabase } from './connection.ts';

/** Makes an API key of a role and shows it this once; the database keeps its hash. */
export async function runApiKey(options: {
  role: string;
  organisation: string;
  name: string;
  data: string;
}): Promise<void> {
  const role = ROLES.find((known) => known === options.role.toUpperCase());
  if (role === undefined) throw new Failure(`${options.role} is no role: ${ROLES.join(', ')}`);
  const organisationId = uuidOf(options.organisation);
  const { databaseUrl } = await findInstallation(options.data);
  const secret = await withDatabase(databaseUrl, async ({ sql }) => {
    if (!(await organisationExists(sql, organisationId)))
      throw new Failure(`there is no organisation ${options.organisation}`);
    return makeApiKey(sql, { organisationId, role, name: options.name });
  });
  console.log(secret);
}

/** Makes a key; gives the secret, of which the database keeps the hash. */
export async function makeApiKey(
  sql: Sql,
  key: { organisationId: string; role: Role; name: string },
): Promise<string> {
  const { secret, hash } = createSecretToken(`adieu_${key.role.toLowerCase()}_`);
  await createApiKey(sql, {
    ...key,
    keyHash: hash,
    createdBy: { kind: 'SYSTEM', name: 'adieu' },
  });
  return secret;
}

/** The row's id of an organisation's public id; fails where it is none. */
export function uuidOf(organisation: string): string {
  try {
    return TypeID.fromString(organisation, 'org').toUUID();
  } catch (cause) {
    throw new Failure(`${organisation} is no id of an organisation: it begins with org_`, {
      cause,
    });
  }
}
