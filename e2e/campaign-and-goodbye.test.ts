import { beforeAll, describe, expect, it } from 'vitest';
import { oneClick, send } from './browser.ts';
import type { Endpoints } from './endpoints.ts';
import { campaign, type GateAnswer, latestRequest, mayContact } from './graphql.ts';
import { header, linksOf, listMails, type Mail, oneClickUrl } from './mailbox.ts';
import { type OwnBook, ownBook } from './own-book.ts';
import { sharedProduct } from './shared-product.ts';
import { until } from '@adieu/testkit/until';

let endpoints: Endpoints;
let book: OwnBook;
/** The first reader's. */
let mail: Mail;
beforeAll(async () => {
  endpoints = await sharedProduct();
  book = await ownBook(endpoints, 'Goodbye', ['Anna', 'Bo', 'Cilla']);
  await book.send('First');
  mail = await book.mail('First', book.readers[0]!);
});

describe('one campaign, one goodbye', () => {
  it('a mail carries the way out in header, HTML and text (H-1, H-2, H-3, H-8, H-16)', async () => {
    expect(header(mail, 'List-Unsubscribe')).toMatch(/^<https:\/\/[^>\s]+>, <mailto:[^>\s]+>$/);
    expect(mail.raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m);
    expect(header(mail, 'List-Id')).toMatch(/<[^<>\s]+>$/);
    const link = oneClickUrl(mail);
    const token = link.split('/').at(-1)!;
    expect(mail.parsed.html).toContain(token);
    expect(mail.parsed.text).toContain(token);
    expect(link).not.toContain('@');
  });

  it('opening every link of a mail, by GET and HEAD, changes nothing (O-5, N4)', async () => {
    for (const link of linksOf(mail)) {
      for (const method of ['HEAD', 'GET', 'GET'] as const) {
        const answer = await send(link, method);
        expect(answer.status, `${method} of a link`).toBeLessThan(400);
      }
    }
    expect(await latestRequest(endpoints, mail.to)).toBeNull();
    expect((await mayContact(endpoints, mail.to, book.id)).allowed).toBe(true);
  });

  it('one click is in force at once and explains itself (O-1, N9)', async () => {
    const answer = await oneClick(oneClickUrl(mail));
    expect(answer.status).toBe(200);
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(await latestRequest(endpoints, mail.to)).toMatchObject({
      state: 'CONFIRMED',
      method: 'ONE_CLICK',
    });
    const gate: GateAnswer = await mayContact(endpoints, mail.to, book.id);
    expect(gate).toMatchObject({
      allowed: false,
      because: 'OPTED_OUT',
      request: { method: 'ONE_CLICK' },
    });
    expect(gate.explanation).toContain(gate.request!.id);
  });

  it('a second campaign skips them and shows them as stopped by the gate (N3, W-2)', async () => {
    const id = await book.send('Second');
    const done = await until(async () => {
      const view = await campaign(endpoints, id);
      return view.state === 'SENT' && view;
    }, 60_000);
    expect(done.progress).toMatchObject({ queued: 0, failed: 0, unknown: 0 });
    expect(done.progress).toMatchObject({ sent: 2, stopped: 1 });
    expect(done.progress.stoppedBecause).toEqual([{ reason: 'OPTED_OUT', count: 1 }]);
    const arrived = async () =>
      (await listMails(endpoints)).filter(({ subject }) => subject.startsWith('Second'));
    await expect.poll(arrived).toHaveLength(2);
    const second = (await arrived()).map(({ to }) => to[0]!.address);
    expect(second.toSorted()).toEqual(book.readers.slice(1));
  });
});
