import { hashSecretToken } from '@adieu/keys';
import type { Database, DoubleOptInStart } from '../src/index.ts';
import { armDoubleOptIn, confirmDoubleOptIn, startDoubleOptIn } from '../src/index.ts';

/** Comes back by a double opt-in that is confirmed. */
export async function comesBack(
  db: Database,
  start: Pick<DoubleOptInStart, 'organisationId' | 'recipientId' | 'scope' | 'accountId' | 'now'>,
): Promise<void> {
  const started = await db.transaction((tx) =>
    startDoubleOptIn(tx, {
      ...start,
      language: 'sv',
      declaration: (name) => `Jag vill ha ${name}`,
      declarationVersion: '1',
      formUrl: null,
      origin: null,
      userAgent: null,
    }),
  );
  if ('refused' in started) throw new Error(started.refused);
  const { now } = start;
  const tokenHash = hashSecretToken(started.id);
  await armDoubleOptIn(db.sql, { id: started.id, tokenHash, messageId: '<1@test>', now });
  const done = await db.transaction((tx) =>
    confirmDoubleOptIn(tx, { tokenHash, origin: null, userAgent: null, now }),
  );
  if ('refused' in done) throw new Error(done.refused);
}
