import { createOrganisation } from '@adieu/db';
import { TypeID } from 'typeid-js';
import { Failure } from '../failure.ts';
import { makeApiKey } from './api-key.ts';
import { findInstallation, withDatabase } from './connection.ts';

/** Makes an organisation and a key of the role ADMIN, with which its accounts and books are made by GraphQL. */
export async function runNewOrganisation(options: { name: string; data: string }): Promise<void> {
  const name = options.name.trim();
  if (name === '') throw new Failure('an organisation needs a name');
  const { databaseUrl } = await findInstallation(options.data);
  const made = await withDatabase(databaseUrl, (db) =>
    db.transaction(async (sql) => {
      const organisationId = await createOrganisation(sql, { name });
      const key = { organisationId, role: 'ADMIN', name: 'first admin' } as const;
      return { organisationId, secret: await makeApiKey(sql, key) };
    }),
  );
  console.log(`organisation  ${TypeID.fromUUID('org', made.organisationId).toString()}`);
  console.log(`admin key     ${made.secret}`);
}
