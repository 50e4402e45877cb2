import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { press, send } from './browser.ts';
import { graphql, latestRequest, mayContact, sendCampaign } from './graphql.ts';
import { lastingPort } from './lasting-port.ts';
import { idsOfMails, listMails, type Mail, mailTo, newMailTo, oneClickUrl } from './mailbox.ts';
import { type Product, startProduct } from './product.ts';
import { until } from '@adieu/testkit/until';

let product: Product;
beforeAll(async () => {
  product = await startProduct({ API_PORT: await lastingPort() });
});
afterAll(() => product?.stop());

async function mailFrom(bookId: string, name: string): Promise<Mail> {
  const { endpoints } = product;
  await sendCampaign(endpoints, bookId, name);
  const first = await until(
    async () => (await listMails(endpoints)).find(({ subject }) => subject.startsWith(name)),
    60_000,
  );
  return mailTo(endpoints, first.to[0]!.address, new RegExp(`^${name}`));
}

/** Leaves by the page that the mail's link opens: one page, one button. */
async function leaveByPage(mail: Mail): Promise<string> {
  const url = oneClickUrl(mail);
  const page = await send(url);
  expect(page.status).toBe(200);
  expect(page.body).not.toContain(mail.to);
  const done = await press(url, page.body, { name: 'choice', value: 'THIS_SCOPE' });
  expect(done.status).toBe(200);
  return done.body;
}

describe('a staff member leaves by the page', () => {
  it('is paused at once, declined by an admin, active again and told why (B1, B5)', async () => {
    const { endpoints } = product;
    const { staff } = endpoints.demo.books;
    const mail = await mailFrom(staff, 'Rota');
    await leaveByPage(mail);
    const request = await latestRequest(endpoints, mail.to);
    expect(request).toMatchObject({ state: 'PENDING', method: 'LINK' });
    expect(await mayContact(endpoints, mail.to, staff)).toMatchObject({
      allowed: false,
      because: 'PAUSED',
    });
    const before = await idsOfMails(endpoints);
    const decided = await graphql<{
      decideOptOutRequests: { items: { problem: unknown; request: { state: string } }[] };
    }>(
      endpoints,
      `
        mutation ($input: DecideOptOutRequestsInput!) {
          decideOptOutRequests(input: $input) {
            ... on Decided {
              items {
                request {
                  state
                }
                problem {
                  message
                }
              }
            }
          }
        }
      `,
      {
        input: {
          ids: [request!.id],
          decision: 'DECLINE',
          reason: 'You are on call this month.',
          idempotencyKey: 'rota-1',
        },
      },
    );
    expect(decided.decideOptOutRequests.items).toMatchObject([
      { problem: null, request: { state: 'DECLINED' } },
    ]);
    expect(await mayContact(endpoints, mail.to, staff)).toMatchObject({ allowed: true });
    const told = await newMailTo(endpoints, mail.to, before);
    expect(told.parsed.text).toContain('You are on call this month.');
  });

  it('and where nobody decides the timer reverts at its deadline, through a restart of everything (W-7, done when 3)', async () => {
    const { quickReview } = product.endpoints.demo.books;
    const mail = await mailFrom(quickReview, 'Shift');
    await leaveByPage(mail);
    const before = await latestRequest(product.endpoints, mail.to);
    expect(before).toMatchObject({ state: 'PENDING' });
    const known = await idsOfMails(product.endpoints);
    await product.restart();
    const again = await latestRequest(product.endpoints, mail.to);
    expect(again).toMatchObject({ id: before!.id, state: 'PENDING', deadline: before!.deadline });
    const reverted = await until(async () => {
      const request = await latestRequest(product.endpoints, mail.to);
      return request?.state === 'REVERTED' && request;
    }, 110_000);
    expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(before!.deadline!));
    expect(reverted.history.map(({ type }) => type)).toEqual(['REQUESTED', 'REVERTED']);
    expect(await mayContact(product.endpoints, mail.to, quickReview)).toMatchObject({
      allowed: true,
    });
    await newMailTo(product.endpoints, mail.to, known);
  }, 240_000);
});
