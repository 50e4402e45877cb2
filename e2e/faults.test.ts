import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oneClick } from './browser.ts';
import { campaign, mayContact, sendCampaign } from './graphql.ts';
import { listMails, mailTo, oneClickUrl } from './mailbox.ts';
import { type Product, startProduct } from './product.ts';
import { settledAt } from './record.ts';
import { until } from '@adieu/testkit/until';

const POOL_SIZE = 4;
let product: Product;
beforeAll(async () => {
  product = await startProduct({ SMTP_POOL_SIZE: String(POOL_SIZE) });
});
afterAll(() => product?.stop());

describe('when processes die', () => {
  it('Temporal killed: one click still answers 2xx and is in force; back again, its workflow runs to its end (O-11)', async () => {
    const { endpoints } = product;
    const { newsletter } = endpoints.demo.books;
    await sendCampaign(endpoints, newsletter, 'Storm');
    const first = await until(async () =>
      (await listMails(endpoints)).find(({ subject }) => subject.startsWith('Storm')),
    );
    const mail = await mailTo(endpoints, first.to[0]!.address, /^Storm/);
    product.kill('temporal');
    expect((await oneClick(oneClickUrl(mail))).status).toBe(200);
    const gate = await mayContact(endpoints, mail.to, newsletter);
    expect(gate).toMatchObject({ allowed: false, because: 'OPTED_OUT' });
    await until(() => settledAt(endpoints, mail.to), 90_000);
  });

  it('the worker killed in mid-campaign: everybody gets exactly one mail or is shown as unknown, at most the pool size (W-8)', async () => {
    const { endpoints } = product;
    const id = await sendCampaign(endpoints, endpoints.demo.books.newsletter, 'Kill');
    await until(async () =>
      (await listMails(endpoints)).some(({ subject }) => subject.startsWith('Kill')),
    );
    product.kill('worker');
    const done = await until(async () => {
      const view = await campaign(endpoints, id);
      return view.state === 'SENT' && view;
    }, 110_000);
    const { sent, unknown, queued, failed } = done.progress;
    expect({ queued, failed }).toEqual({ queued: 0, failed: 0 });
    expect(unknown).toBeLessThanOrEqual(POOL_SIZE);
    const arrived = async () =>
      (await listMails(endpoints))
        .filter(({ subject }) => subject.startsWith('Kill'))
        .map(({ to }) => to[0]!.address);
    await expect.poll(async () => (await arrived()).length).toBeGreaterThanOrEqual(sent);
    const received = await arrived();
    expect(new Set(received).size).toBe(received.length);
    expect(received.length).toBeLessThanOrEqual(sent + unknown);
  });
});
