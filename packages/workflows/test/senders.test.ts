import { chooseSender, createSender, ensureRecipient, startDoubleOptIn } from '@adieu/db';
import { addressKey } from '@adieu/keys';
import { releaseDraft, seedContacts, type SmtpSink, startSmtpSink } from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningWorker, runWorker } from './worker.ts';

const KOB = { name: 'Nordlys "Køb", A/S', address: 'kob@nordlys.example.test' };
const SHOP = { name: 'Nordlys Shop', address: 'news@nordlys.example.test' };

let sink: SmtpSink;
let run: RunningWorker;

beforeAll(async () => {
  sink = await startSmtpSink();
  run = await runWorker({ smtpUrl: sink.url });
  const { organisationId, accountId, newsletterId: addressBookId } = run.org;
  await run.test.db.transaction(async (sql) => {
    const form = { kind: 'EMAIL', ...KOB, keyword: '' } as const;
    const made = await createSender(sql, { organisationId, accountId, form, isDefault: false });
    if ('refused' in made) throw new Error(made.refused);
    await chooseSender(sql, { organisationId, addressBookId, channel: 'EMAIL', senderId: made.id });
  });
});
afterAll(async () => {
  await run?.close();
  await sink?.close();
});

const BOOKS = [
  ['that chose a sender', 'newsletterId', KOB],
  ['that chose none', 'staffId', SHOP],
] as const;

describe.each(BOOKS)('of a book %s', (_which, book, from) => {
  it('a campaign’s mail is from it, in one From, and List-Owner names its address (H-9)', async () => {
    const { db } = run.test;
    const { organisationId } = run.org;
    const address = `campaign-${book.toLowerCase()}@example.test`;
    const campaignId = await seedContacts(db, run.org, {
      count: 1,
      addresses: [address],
      addressBookId: run.org[book],
    });
    await db.transaction((sql) =>
      releaseDraft(sql, { organisationId, campaignId, now: new Date() }),
    );
    const mail = await sink.waitForMail(({ to }) => to === address);
    expect((await mail.parsed()).from?.value).toEqual([from]);
    expect(mail.raw.toString().match(/^From:/gm)).toHaveLength(1);
    expect(mail.raw.toString()).toContain(`List-Owner: <mailto:${from.address}>`);
  });

  it('the mail of a double opt-in to it is from it too', async () => {
    const { organisationId } = run.org;
    const address = `double-${book.toLowerCase()}@example.test`;
    await run.test.db.transaction(async (sql) => {
      const key = addressKey(run.org.ring, 'EMAIL', address);
      const known = { organisationId, channel: 'EMAIL', addressKey: key, address } as const;
      await startDoubleOptIn(sql, {
        organisationId,
        recipientId: await ensureRecipient(sql, known),
        scope: { kind: 'BOOK', id: run.org[book] },
        accountId: null,
        language: 'en',
        declaration: (scope) => `I want ${scope}`,
        declarationVersion: '1',
        formUrl: null,
        origin: null,
        userAgent: null,
        now: new Date(),
      });
    });
    const mail = await sink.waitForMail(({ to }) => to === address);
    expect((await mail.parsed()).from?.value).toEqual([from]);
  });
});
