import { describeSchema, migrate, openDatabase } from '@adieu/db';
import { startPostgres } from './postgres.ts';

// What packages/db/schema.sql must say: an empty database is brought up to date and described.
const postgres = await startPostgres();
try {
  const url = await postgres.createDatabase('schema');
  await migrate(url);
  const db = await openDatabase({ url });
  process.stdout.write(await describeSchema(db.sql));
  await db.close();
} finally {
  await postgres.stop();
}
