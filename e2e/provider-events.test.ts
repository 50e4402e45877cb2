import { until } from '@adieu/testkit/until';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Endpoints } from './endpoints.ts';
import { latestRequest, mayContact } from './graphql.ts';
import { metadataOf, tell } from './mail-provider.ts';
import { type OwnBook, ownBook } from './own-book.ts';
import { sharedProduct } from './shared-product.ts';

let endpoints: Endpoints;
let book: OwnBook;

beforeAll(async () => {
  endpoints = await sharedProduct();
  book = await ownBook(endpoints, 'Provided', ['Anna', 'Bo', 'Cilla']);
  await book.send('By a provider');
});

describe('what a provider tells of a mail, by the id that the mail gave it', () => {
  it('that somebody complained leaves all marketing within a second, said twice once (P8, M-9)', async () => {
    const mail = await book.mail('By a provider', book.readers[0]!);
    const event = { RecordType: 'SpamComplaint', ID: 1, Metadata: metadataOf(mail) };
    expect(await tell(endpoints, event, 'guessed-by-somebody')).toBe(401);
    expect((await mayContact(endpoints, mail.to, book.id)).allowed).toBe(true);
    for (let i = 0; i < 2; i += 1) expect(await tell(endpoints, event)).toBe(200);
    await until(async () => !(await mayContact(endpoints, mail.to, book.id)).allowed, 1_000);
    expect(await latestRequest(endpoints, mail.to)).toMatchObject({
      state: 'CONFIRMED',
      method: 'SPAM_REPORT',
    });
  });

  it('that it came back for good stops what would go next, and is no wish (P7)', async () => {
    const mail = await book.mail('By a provider', book.readers[1]!);
    const event = {
      RecordType: 'Bounce',
      ID: 2,
      Type: 'HardBounce',
      Details: 'smtp;550 5.1.1 there is nobody of that name',
      Metadata: metadataOf(mail),
    };
    expect(await tell(endpoints, event)).toBe(200);
    expect(await mayContact(endpoints, mail.to, book.id)).toMatchObject({
      allowed: false,
      because: 'UNDELIVERABLE',
    });
    expect(await latestRequest(endpoints, mail.to)).toBeNull();
  });

  it('that somebody left there is their wish here (F7)', async () => {
    const mail = await book.mail('By a provider', book.readers[2]!);
    const event = {
      RecordType: 'SubscriptionChange',
      ChangedAt: new Date().toISOString(),
      Origin: 'Recipient',
      SuppressSending: true,
      SuppressionReason: 'ManualSuppression',
      Metadata: metadataOf(mail),
    };
    expect(await tell(endpoints, event)).toBe(200);
    expect((await mayContact(endpoints, mail.to, book.id)).allowed).toBe(false);
    expect(await latestRequest(endpoints, mail.to)).toMatchObject({ method: 'PROVIDER' });
  });
});
