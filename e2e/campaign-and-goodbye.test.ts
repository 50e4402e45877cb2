import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oneClick, send } from './browser.ts';
import { campaign, type GateAnswer, latestRequest, mayContact, sendCampaign } from './graphql.ts';
import { header, linksOf, listMails, type Mail, mailTo, oneClickUrl } from './mailbox.ts';
import { type Product, startProduct } from './product.ts';
import { until } from './until.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product?.stop());

/** The newsletter mail of the demo to its n-th reader. */
async function newsletterMail(n: number): Promise<Mail> {
  const { endpoints } = product;
  const mails = await until(async () => {
    const withWayOut = (await listMails(endpoints)).filter(({ to }) => to.length === 1);
    return withWayOut.length > n && withWayOut;
  });
  const { to, subject } = mails[n]!;
  return mailTo(
    endpoints,
    to[0]!.address,
    new RegExp(subject.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')),
  );
}

async function marketingMail(from: number): Promise<Mail> {
  for (let n = from; ; n++) {
    const mail = await newsletterMail(n);
    const answer = await mayContact(
      product.endpoints,
      mail.to,
      product.endpoints.demo.books.newsletter,
    );
    if (answer.allowed && header(mail, 'List-Id')?.includes('staff') === false) return mail;
  }
}

describe('one campaign, one goodbye', () => {
  it('every demo mail carries the way out in header, HTML and text (H-1, H-2, H-3, H-8, H-16)', async () => {
    const mail = await marketingMail(0);
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
    const mail = await marketingMail(0);
    for (const link of linksOf(mail)) {
      for (const method of ['HEAD', 'GET', 'GET'] as const) {
        const answer = await send(link, method);
        expect(answer.status, `${method} of a link`).toBeLessThan(400);
      }
    }
    expect(await latestRequest(product.endpoints, mail.to)).toBeNull();
    expect(
      (await mayContact(product.endpoints, mail.to, product.endpoints.demo.books.newsletter))
        .allowed,
    ).toBe(true);
  });

  it('one click is in force at once and explains itself (O-1, N9)', async () => {
    const mail = await marketingMail(0);
    const answer = await oneClick(oneClickUrl(mail));
    expect(answer.status).toBe(200);
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(await latestRequest(product.endpoints, mail.to)).toMatchObject({
      state: 'CONFIRMED',
      method: 'ONE_CLICK',
    });
    const gate: GateAnswer = await mayContact(
      product.endpoints,
      mail.to,
      product.endpoints.demo.books.newsletter,
    );
    expect(gate).toMatchObject({
      allowed: false,
      because: 'OPTED_OUT',
      request: { method: 'ONE_CLICK' },
    });
    expect(gate.explanation).toContain(gate.request!.id);
  });

  it('a second campaign skips them and shows them as stopped by the gate (N3, W-2)', async () => {
    const { endpoints } = product;
    const mail = await marketingMail(0);
    await oneClick(oneClickUrl(mail));
    const id = await sendCampaign(endpoints, endpoints.demo.books.newsletter, 'Second');
    const done = await until(async () => {
      const view = await campaign(endpoints, id);
      return view.state === 'SENT' && view;
    }, 60_000);
    expect(done.progress).toMatchObject({ queued: 0, failed: 0, unknown: 0 });
    expect(done.progress.stoppedBecause).toEqual([
      { reason: 'OPTED_OUT', count: done.progress.stopped },
    ]);
    expect(done.progress.stopped).toBeGreaterThanOrEqual(1);
    const arrived = async () =>
      (await listMails(endpoints)).filter(({ subject }) => subject.startsWith('Second'));
    await expect.poll(arrived).toHaveLength(done.progress.sent);
    const second = await arrived();
    expect(second.map(({ to }) => to[0]!.address)).not.toContain(mail.to);
    expect(new Set(second.map(({ to }) => to[0]!.address)).size).toBe(done.progress.sent);
  });
});
