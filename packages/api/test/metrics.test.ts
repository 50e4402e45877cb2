import { ledgerCounts } from '@adieu/testkit';
import { claimMessages, recordOptOut } from '@adieu/db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toId } from '../src/graphql/shared/ids.ts';
import { type House, openHouse, seedMails } from './house.ts';
import { oneClick } from './leave.ts';

const TOKEN = 'metrics-token-of-the-test';
const HOUR = 3_600_000;
let house: House;
beforeAll(async () => {
  house = await openHouse({ metricsToken: TOKEN });
});
afterAll(() => house?.close());

async function scrape(of = house): Promise<string> {
  const answer = await fetch(`${of.url}/metrics`, {
    headers: { authorization: `Bearer ${TOKEN}` },
  });
  expect(answer.status).toBe(200);
  return answer.text();
}

/** The value of a metric with exactly these labels, in the order they are written. */
function valueOf(text: string, metric: string): number | null {
  const line = text.split('\n').find((each) => each.startsWith(`${metric} `));
  return line === undefined ? null : Number(line.slice(metric.length + 1));
}

describe('/metrics', () => {
  it('opens to its token alone, and is not there where none was set', async () => {
    for (const authorization of ['', 'Bearer wrong', TOKEN, `Bearer ${house.org.adminKey}`])
      expect((await fetch(`${house.url}/metrics`, { headers: { authorization } })).status).toBe(
        401,
      );
    const closed = await openHouse();
    expect((await fetch(`${closed.url}/metrics`)).status).toBe(404);
    await closed.close();
  });

  it('counts wishes by how they came and what the gate stopped (N3), and knows what waits (I-8)', async () => {
    const mails = await seedMails(house, { count: 3 });
    const staff = await seedMails(house, { count: 1, addressBookId: house.org.staffId });
    const left = await oneClick(house, mails[0]!.token);
    expect(left.status).toBe(200);
    const [row] = await house.test.db.sql.rows<{ campaignId: string; recipientId: string }>(
      'SELECT campaign_id AS "campaignId", recipient_id AS "recipientId" FROM message WHERE id = $1',
      [mails[1]!.messageId],
    );
    const { organisationId, newsletterId } = house.org;
    for (const target of [
      { organisationId, recipientId: row!.recipientId, scope: { kind: 'BOOK', id: newsletterId } },
      { messageId: staff[0]!.messageId, scope: 'LINK' },
    ] as const)
      await recordOptOut(house.test.db.sql, {
        target,
        signal: 'UNCLEAR',
        method: 'MANUAL',
        actor: { kind: 'KEY', name: 'test' },
        evidence: {},
        now: new Date(house.now.getTime() - 25 * HOUR),
      });
    const leaseUntil = new Date(house.now.getTime() + 30_000);
    await claimMessages(house.test.db.sql, {
      campaignId: row!.campaignId,
      limit: 10,
      now: house.now,
      leaseUntil,
    });
    house.now = new Date(house.now.getTime() + HOUR);
    await ledgerCounts(house.test.db.sql);
    const text = await scrape();
    const values = {
      'adieu_opt_outs_total{method="ONE_CLICK",signal="CLEAR",effect="opened"}': 1,
      'adieu_opt_outs_total{method="MANUAL",signal="UNCLEAR",effect="opened"}': 2,
      'adieu_gate_stops_total{where="hand-over",reason="OPTED_OUT"}': 1,
      'adieu_gate_stops_total{where="hand-over",reason="PAUSED"}': 1,
      'adieu_open_requests{purpose="MARKETING"}': 1,
      'adieu_open_requests{purpose="SERVICE"}': 1,
      'adieu_open_requests{purpose="TRANSACTIONAL"}': 0,
      'adieu_oldest_open_request_seconds{purpose="MARKETING"}': 26 * 3_600,
      adieu_database_up: 1,
      'adieu_http_request_seconds_count{method="POST",route="/u/:token",status="200"}': 1,
    };
    for (const [metric, value] of Object.entries(values))
      expect([metric, valueOf(text, metric)]).toEqual([metric, value]);
    expect(valueOf(text, 'adieu_outbox_waiting')).toBeGreaterThanOrEqual(3);
    // Asked again, nothing is counted twice, also by many at once.
    const again = await Promise.all([scrape(), scrape(), scrape()]);
    for (const each of again)
      expect(
        valueOf(each, 'adieu_opt_outs_total{method="MANUAL",signal="UNCLEAR",effect="opened"}'),
      ).toBe(2);
  });

  it('holds no address, token or key, and routes by their template only', async () => {
    const [mail] = await seedMails(house, { count: 1 });
    const book = toId('book', house.org.newsletterId);
    for (const path of [`/u/${mail!.token}`, `/audience/${book}?use=EMAIL`, '/p/secret-page'])
      await (
        await fetch(`${house.url}${path}`, {
          headers: { authorization: `Bearer ${house.org.adminKey}` },
        })
      ).text();
    const text = await scrape();
    for (const secret of [mail!.token, mail!.address, 'example.test', book, 'secret-page', TOKEN])
      expect(text).not.toContain(secret);
    expect(text).toContain('route="/audience/:bookId"');
  });

  it('says that the database is away, and still answers', async () => {
    const lost = await openHouse({ metricsToken: TOKEN });
    await lost.loseDatabase();
    expect(valueOf(await scrape(lost), 'adieu_database_up')).toBe(0);
    await lost.close();
  });
});
