import { claimMessages, finishMessages, type HandOverResult, recordSmsStatus } from '@adieu/db';
import { releasedSms } from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toId } from '../../src/graphql/shared/ids.ts';
import { type House, openHouse, seedMails } from '../house.ts';

let house: House;
let bySms: string;

beforeAll(async () => {
  house = await openHouse();
  const { sql } = house.test.db;
  const { now } = house;
  const { campaignId, messages } = await releasedSms(house.test, house.org, { count: 7, now });
  bySms = toId('campaign', campaignId);
  const leaseUntil = new Date(now.getTime() + 30_000);
  await claimMessages(sql, { campaignId, limit: messages.length, now, leaseUntil });
  const refusals = ['number: 21211', 'not rendered: the contact has no "Anna’s secret"'];
  const results = messages.map(({ id: messageId }, i): HandOverResult => {
    const outcome = refusals[i - 5];
    if (outcome !== undefined) return { messageId, state: 'FAILED', outcome, dueAt: null };
    const taken = { gateway: 'acme', gatewayId: `g-${i}`, parts: i + 1 };
    return { messageId, state: 'SENT', outcome: null, dueAt: null, taken };
  });
  await finishMessages(sql, results, now);
  const told = [
    { state: 'DELIVERED', code: null, optedOut: false },
    { state: 'FAILED', code: '30005', optedOut: false },
    { state: 'FAILED', code: '30005', optedOut: false },
    { state: 'FAILED', code: '21610', optedOut: true },
  ] as const;
  for (const [i, status] of told.entries()) {
    const { id: messageId } = messages[i]!;
    const of = { gateway: 'acme', gatewayId: `g-${i}`, messageId };
    await recordSmsStatus(house.test.db, { ...of, ...status, at: now, now });
  }
});
afterAll(() => house?.close());

const REPORT = `query ($id: ID!) { campaign(id: $id) { report {
  sent failed optOuts optOutsByMethod { method count }
  sms { delivered undelivered unheard optedOut parts failures { code count } }
} } }`;

describe('what became of a campaign by SMS (F5)', () => {
  it('is what its gateways say: come, not come and why, opted out there, nothing yet', async () => {
    const { data } = await house.ask<{ campaign: { report: unknown } }>(REPORT, { id: bySms });
    expect(data.campaign.report).toEqual({
      sent: 5,
      failed: 2,
      optOuts: 1,
      optOutsByMethod: [{ method: 'PROVIDER', count: 1 }],
      sms: {
        delivered: 1,
        undelivered: 3,
        unheard: 1,
        optedOut: 1,
        parts: 15,
        failures: [
          { code: '30005', count: 2 },
          { code: '21610', count: 1 },
          { code: 'not rendered', count: 1 },
          { code: 'number: 21211', count: 1 },
        ],
      },
    });
  });

  it('stands in its CSV, and in none of a campaign by mail, which has none', async () => {
    expect(await csv(bySms)).toEqual([
      'sms,delivered,1,',
      'sms,undelivered,3,',
      'sms,unheard,1,',
      'sms,optedOut,1,',
      'sms,parts,15,',
      'smsFailure,30005,2,',
      'smsFailure,21610,1,',
      'smsFailure,not rendered,1,',
      'smsFailure,number: 21211,1,',
    ]);
    await seedMails(house, { count: 1 });
    const [row] = await house.test.db.sql.rows<{ id: string }>(
      `SELECT id FROM campaign WHERE channel = 'EMAIL'`,
    );
    const id = toId('campaign', row!.id);
    const { data } = await house.ask<{ campaign: { report: object } }>(REPORT, { id });
    expect(data.campaign.report).toMatchObject({ sms: null });
    expect(await csv(id)).toEqual([]);
  });
});

async function csv(id: string): Promise<string[]> {
  const response = await fetch(`${house.url}/reports/campaigns/${id}`, {
    headers: { authorization: `Bearer ${house.org.adminKey}` },
  });
  return (await response.text()).split('\r\n').filter((line) => line.startsWith('sms'));
}
