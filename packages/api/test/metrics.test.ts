import { ledgerCounts, releasedSms, sentSms, smsSender } from '@adieu/testkit';
import { claimMessages, noteLimitMet, noteListsCompared, recordOptOut } from '@adieu/db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toId } from '../src/graphql/shared/ids.ts';
import { type House, openHouse, seedMails } from './house.ts';
import { oneClick } from './leave.ts';
import { brings, says, stopp, testGateway } from './sms/test-gateway.ts';

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

  it('counts SMS that came in by what they became, what waits and what was refused, and tells of the nightly comparison (SM-12)', async () => {
    const sms = await openHouse({
      metricsToken: TOKEN,
      smsIngresses: { ingressOf: () => testGateway },
    });
    const { db } = sms.test;
    const person = '+46701740960';
    const senderId = await smsSender(db, sms.org, { kind: 'NUMBER', address: '+46700000001' });
    const addressBookId = sms.org.newsletterId;
    const { messageId } = await sentSms(db, sms.org, {
      senderId,
      addressBookId,
      to: person,
      at: sms.now,
    });
    await scrape(sms);
    await says(sms.url, { from: person, to: '+46700000001', text: 'STOPP' });
    await says(sms.url, { from: person, to: '+46700000001', text: 'Tack!' });
    await says(sms.url, { from: person, to: '+46700009997', text: 'STOPP' });
    await brings(sms.url, 'no JSON');
    await brings(sms.url, stopp(), 'wrong');
    await db.sql.rows(
      `UPDATE message SET state = 'FAILED', outcome = 'number: 422', changed_at = $2 WHERE id = $1`,
      [messageId, sms.now],
    );
    const { campaignId } = await releasedSms(sms.test, sms.org, { count: 3, now: sms.now });
    await db.sql.rows(
      `UPDATE message SET attempts = 1 WHERE id = (SELECT id FROM message WHERE campaign_id = $1 LIMIT 1)`,
      [campaignId],
    );
    await db.sql.rows(`UPDATE campaign SET state = 'SENDING' WHERE id = $1`, [campaignId]);
    await noteListsCompared(db.sql, 'road', { taken: 2, given: 1 }, sms.now);
    await noteListsCompared(db.sql, 'road', null, new Date(sms.now.getTime() + HOUR));
    sms.now = new Date(sms.now.getTime() + HOUR);
    const text = await scrape(sms);
    const values = {
      'adieu_sms_inbound_total{gateway="test",became="OPT_OUT"}': 1,
      'adieu_sms_inbound_total{gateway="test",became="NOTHING"}': 1,
      'adieu_sms_inbound_total{gateway="test",became="PARKED"}': 2,
      'adieu_sms_parked{because="NO_SENDER"}': 1,
      'adieu_sms_parked{because="UNREADABLE"}': 1,
      'adieu_sms_parked{because="FAULT"}': 0,
      'adieu_sms_failures_total{state="FAILED",because="number"}': 1,
      'adieu_sms_waiting{put_off="no"}': 2,
      'adieu_sms_waiting{put_off="yes"}': 1,
      adieu_sms_oldest_waiting_seconds: 3_600,
      'adieu_sms_list_compared_seconds{gateway="road"}': 3_600,
      'adieu_sms_list_differences{gateway="road",missing="here"}': 2,
      'adieu_sms_list_differences{gateway="road",missing="there"}': 1,
      'adieu_http_request_seconds_count{method="POST",route="/sms/:gateway",status="401"}': 1,
    };
    for (const [metric, value] of Object.entries(values))
      expect([metric, valueOf(text, metric)]).toEqual([metric, value]);
    expect(text).not.toContain('46701740960');
    await sms.close();
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

  it('tells how often clients met a limit where mails come in, and of mails that were not kept, in all', async () => {
    const before = valueOf(await scrape(), 'adieu_mail_limits_met_total{limit="STRAYS"}');
    await noteLimitMet(house.test.db.sql, 'STRAYS', 3);
    const text = await scrape();
    expect([before, valueOf(text, 'adieu_mail_limits_met_total{limit="STRAYS"}')]).toEqual([0, 3]);
    expect(valueOf(text, 'adieu_mail_limits_met_total{limit="MAILS"}')).toBe(0);
    // Not added once more.
    expect(valueOf(await scrape(), 'adieu_mail_limits_met_total{limit="STRAYS"}')).toBe(3);
  });

  it('tells how the reading of mailboxes stands, by the operator’s names for them', async () => {
    const { sql } = house.test.db;
    const minute = (n: number): Date => new Date(house.now.getTime() - n * 60_000);
    await sql.rows(
      `INSERT INTO imap_mailbox (name, tried_at, read_at, waiting, oldest_waiting_at, problem) VALUES ('box', $1, $2, 7, $3, 'LOGIN')`,
      [house.now, minute(20), minute(10)],
    );
    const text = await scrape();
    for (const [metric, value] of [
      ['adieu_imap_read_seconds{mailbox="box"}', 1_200],
      ['adieu_imap_waiting{mailbox="box"}', 7],
      ['adieu_imap_lag_seconds{mailbox="box"}', 600],
      ['adieu_imap_problem{mailbox="box",because="LOGIN"}', 1],
      ['adieu_imap_problem{mailbox="box",because="FOLDER"}', 0],
    ] as const)
      expect([metric, valueOf(text, metric)]).toEqual([metric, value]);
  });
});
