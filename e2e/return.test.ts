import { beforeAll, describe, expect, it } from 'vitest';
import { oneClick, press, send } from './browser.ts';
import type { Endpoints } from './endpoints.ts';
import { graphql, mayContact } from './graphql.ts';
import { idsOfMails, newMailTo, oneClickUrl } from './mailbox.ts';
import { ownBook } from './own-book.ts';
import { sharedProduct } from './shared-product.ts';

let endpoints: Endpoints;
beforeAll(async () => {
  endpoints = await sharedProduct();
});

interface Proof {
  readonly declaration: string;
  readonly requestedAt: string;
  readonly confirmedAt: string;
  readonly requestedOrigin: string | null;
  readonly confirmedOrigin: string | null;
}

describe('the way back', () => {
  it('is a double opt-in: page, mail without advertising, page, POST, proof (D-2, D-4, D-5)', async () => {
    const book = await ownBook(endpoints, 'Return', ['Ida']);
    await book.send('Return');
    const mail = await book.mail('Return', book.readers[0]!);
    const url = oneClickUrl(mail);
    await oneClick(url);
    expect((await mayContact(endpoints, mail.to, book.id)).allowed).toBe(false);

    const before = await idsOfMails(endpoints);
    const left = await send(url);
    await press(url, left.body, { name: 'intent', value: 'return' });
    const confirmation = await newMailTo(endpoints, mail.to, before);
    const link = /https:\/\/[^\s<>"]+\/o\/[\w-]+/.exec(confirmation.parsed.text ?? '')?.[0];
    expect(link).toBeDefined();
    const page = await send(link!);
    expect(page.status).toBe(200);
    expect(
      (await mayContact(endpoints, mail.to, book.id)).allowed,
      'opening the link confirms nothing',
    ).toBe(false);
    const confirmed = await press(link!, page.body, { name: 'intent', value: 'confirm' });
    expect(confirmed.status).toBe(200);
    expect((await mayContact(endpoints, mail.to, book.id)).allowed).toBe(true);

    const data = await graphql<{ recipient: { consentProofs: Proof[] } }>(
      endpoints,
      `
        query ($address: String!) {
          recipient(address: $address, channel: EMAIL) {
            consentProofs {
              declaration
              requestedAt
              confirmedAt
              requestedOrigin
              confirmedOrigin
            }
          }
        }
      `,
      { address: mail.to },
    );
    const [proof] = data.recipient.consentProofs;
    expect(proof!.declaration.length).toBeGreaterThan(20);
    expect(Date.parse(proof!.confirmedAt)).toBeGreaterThanOrEqual(Date.parse(proof!.requestedAt));
    expect(proof).toMatchObject({
      requestedOrigin: expect.stringMatching(/[\d.:]+/),
      confirmedOrigin: expect.stringMatching(/[\d.:]+/),
    });
  });
});
