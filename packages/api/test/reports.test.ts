import { fileOfBytes, lookAtList, readList } from '@adieu/intake';
import {
  claimMessages,
  createAccount,
  finishMessages,
  giveReason,
  judgeCampaign,
  recordOptOut,
} from '@adieu/db';
import { seed } from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toId } from '../src/graphql/shared/ids.ts';
import { type House, openHouse, seedMails } from './house.ts';

const COUNT = 100;
let house: House;
let campaignId: string;

beforeAll(async () => {
  house = await openHouse();
  const { sql } = house.test.db;
  const { now } = house;
  const mails = await seedMails(house, { count: COUNT });
  const [row] = await sql.rows<{ id: string }>('SELECT id FROM campaign');
  campaignId = row!.id;
  const leaseUntil = new Date(now.getTime() + 30_000);
  await claimMessages(sql, { campaignId, limit: COUNT, now, leaseUntil });
  const results = mails.map(({ messageId }) => {
    return { messageId, state: 'SENT', outcome: '250 ok', dueAt: null } as const;
  });
  await finishMessages(sql, results, now);
  for (const [i, method] of (
    ['MAIL_REPLY', 'LINK', 'SPAM_REPORT', 'SPAM_REPORT'] as const
  ).entries()) {
    const recorded = await recordOptOut(sql, {
      target: { messageId: mails[i]!.messageId, scope: 'LINK' },
      signal: 'CLEAR',
      method,
      actor: { kind: 'RECIPIENT', name: null },
      evidence: method === 'MAIL_REPLY' ? { note: 'Please stop, I asked twice.' } : {},
      now,
    });
    if ('refused' in recorded) throw new Error(recorded.refused);
    if (method !== 'LINK') continue;
    const given = { reason: 'TOO_MANY', text: '=SUM(1)', language: 'en', givenAt: now } as const;
    await giveReason(sql, { requestId: recorded.requestId, ...given });
  }
  await judgeCampaign(house.test.db, campaignId, now);
});
afterAll(() => house?.close());

const REPORT = `query ($id: ID!) { campaign(id: $id) {
  warnings { kind sent counted usual }
  report {
    audience sent stopped held stoppedBecause { reason count } failed bounced hardBounces softBounces optOuts complaints optOutRate complaintRate
    optOutsByMethod { method count } optOutsByScope { scopeKind count }
    optOutsByReason { reason texts { text } count }
    overTime(step: HOUR) { sent bounced optOuts complaints }
  }
} }`;
const FREE_TEXTS = `query ($id: ID!, $first: Int) { campaign(id: $id) { report {
  freeTexts(first: $first) { nodes { reason text } pageInfo { hasNextPage } }
} } }`;

describe('the report of a campaign (F5, P14)', () => {
  it('tells what became of it and what it warned of (F3)', async () => {
    const { data } = await house.ask<{ campaign: unknown }>(
      REPORT,
      { id: toId('campaign', campaignId) },
      house.org.campaignerKey,
    );
    expect(data.campaign).toEqual({
      warnings: [
        { kind: 'COMPLAINT_RATE', sent: COUNT, counted: 2, usual: null },
        { kind: 'OPT_OUT_RATE', sent: COUNT, counted: 4, usual: null },
      ],
      report: {
        audience: COUNT,
        sent: COUNT,
        stopped: 0,
        held: 0,
        stoppedBecause: [],
        failed: 0,
        bounced: 0,
        hardBounces: 0,
        softBounces: 0,
        optOuts: 4,
        complaints: 2,
        optOutRate: 0.04,
        complaintRate: 0.02,
        optOutsByMethod: [
          { method: 'SPAM_REPORT', count: 2 },
          { method: 'LINK', count: 1 },
          { method: 'MAIL_REPLY', count: 1 },
        ],
        optOutsByScope: [{ scopeKind: 'BOOK', count: 4 }],
        optOutsByReason: [{ reason: 'TOO_MANY', texts: [], count: 1 }],
        overTime: [{ sent: COUNT, bounced: 0, optOuts: 4, complaints: 2 }],
      },
    });
  });

  it('gives free texts to admins alone', async () => {
    const variables = { id: toId('campaign', campaignId) };
    const { data } = await house.ask<{ campaign: unknown }>(FREE_TEXTS, variables);
    expect(data.campaign).toEqual({
      report: {
        freeTexts: {
          nodes: [{ reason: 'TOO_MANY', text: '=SUM(1)' }],
          pageInfo: { hasNextPage: false },
        },
      },
    });
    const refused = await house.ask(FREE_TEXTS, variables, house.org.campaignerKey);
    expect(refused.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    const tooMany = await house.ask(FREE_TEXTS, { ...variables, first: 101 });
    expect(tooMany.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('of somebody else is not there', async () => {
    const other = await seed(house.test.db, { name: 'Other' });
    const id = toId('campaign', campaignId);
    const { data } = await house.ask<{ campaign: unknown }>(REPORT, { id }, other.adminKey);
    expect(data.campaign).toBeNull();
    expect((await csv(`campaigns/${id}`, other.adminKey)).status).toBe(404);
    const account = toId('account', house.org.accountId);
    expect((await csv(`accounts/${account}`, other.adminKey)).status).toBe(404);
  });
});

describe('the trend of an account', () => {
  const trend = `{ accounts { id trend(step: WEEK, last: 4) {
    periods { campaigns sent optOuts complaints optOutRate complaintRate countedAt } averageOptOutRate sigma
  } } }`;

  it('sums up its campaigns by their release; an average needs five', async () => {
    const { data } = await house.ask<{ accounts: { id: string; trend: unknown }[] }>(trend);
    const id = toId('account', house.org.accountId);
    expect(data.accounts.find((each) => each.id === id)?.trend).toEqual({
      periods: [
        {
          campaigns: 1,
          sent: COUNT,
          optOuts: 4,
          complaints: 2,
          optOutRate: 0.04,
          complaintRate: 0.02,
          countedAt: house.now.toISOString(),
        },
      ],
      averageOptOutRate: null,
      sigma: null,
    });
  });
});

it('keeps the trend from operators, who see accounts beside books', async () => {
  const query = '{ addressBooks(first: 1) { nodes { account { trend { sigma } } } } }';
  const { errors } = await house.ask(query, {}, house.org.operatorKey);
  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});

describe('reports as CSV', () => {
  it('of a campaign: every figure, free texts without formulas, and those for admins only', async () => {
    const path = `campaigns/${toId('campaign', campaignId)}`;
    const { status, type, text } = await csv(path, house.org.adminKey);
    expect([status, type]).toEqual([200, 'text/csv; charset=utf-8; header=present']);
    const lines = text.split('\r\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        'section,name,count,text',
        `total,sent,${COUNT},`,
        'total,optOuts,4,',
        'method,SPAM_REPORT,2,',
        'reason,TOO_MANY,1,',
        "freeText,TOO_MANY,1,'=SUM(1)",
      ]),
    );
    const campaigner = await csv(path, house.org.campaignerKey);
    expect(campaigner.text).toContain('total,optOuts,4,');
    expect(campaigner.text).not.toContain('SUM');
  });

  it('of an account: a line for each month', async () => {
    const accountId = toId('account', house.org.accountId);
    const { text } = await csv(`accounts/${accountId}`, house.org.campaignerKey);
    const month = house.now.toISOString().slice(0, 7);
    expect(text.split('\r\n')).toEqual([
      'from,campaigns,sent,bounced,hardBounces,softBounces,optOuts,complaints,optOutRate,complaintRate,countedAt',
      `${month}-01,1,${COUNT},0,0,0,4,2,0.040000,0.020000,${house.now.toISOString()}`,
      '',
    ]);
    const empty = await createAccount(house.test.db.sql, {
      organisationId: house.org.organisationId,
      name: 'Empty',
      sender: { name: 'Empty', address: 'empty@nordlys.example.test' },
      defaultLanguage: 'en',
    });
    const none = await csv(`accounts/${toId('account', empty)}?step=WEEK`, house.org.adminKey);
    expect(none.text.split('\r\n')).toHaveLength(2);
    expect((await csv(`accounts/${accountId}?step=YEAR`, house.org.adminKey)).status).toBe(400);
  });

  it('of those who left: each with way, campaign, reason and words, for admins only (F6)', async () => {
    const { status, text } = await csv('unsubscribed', house.org.adminKey);
    expect(status).toBe(200);
    const [header, ...lines] = text.trimEnd().split('\r\n');
    expect(header).toBe(
      'address,channel,state,since,scopeKind,scope,method,campaign,reason,text,undeliverableSince',
    );
    expect(lines).toHaveLength(4);
    const [address, ...cells] = lines.find((line) => line.includes(',LINK,'))!.split(',');
    expect(address).toMatch(/^[^@]+@[^@]+$/);
    expect(cells.slice(0, 4)).toEqual(['EMAIL', 'OPTED_OUT', house.now.toISOString(), 'BOOK']);
    expect([cells[5], ...cells.slice(7)]).toEqual(['LINK', 'TOO_MANY', "'=SUM(1)", '']);
    expect(lines.find((line) => line.includes(',MAIL_REPLY,'))).toContain(
      ',,"Please stop, I asked twice.",',
    );
    const book = toId('book', house.org.newsletterId);
    expect((await csv(`unsubscribed?book=${book}`, house.org.adminKey)).text).toBe(text);
    const staff = toId('book', house.org.staffId);
    const none = await csv(`unsubscribed?book=${staff}`, house.org.adminKey);
    expect(none.text.trimEnd()).toBe(header);
    expect((await csv('unsubscribed', house.org.campaignerKey)).status).toBe(403);
  });

  it('of those who left comes as a workbook and as NDJSON too, and says the same in each (F6)', async () => {
    const wanted = await rowsOf(await bytesOf('unsubscribed'));
    expect(wanted).toHaveLength(4);
    expect(wanted.flat()).toContain('=SUM(1)');
    const marked = await bytesOf('unsubscribed?bom=1');
    expect([marked.subarray(0, 3).toString('hex'), await rowsOf(marked)]).toEqual([
      'efbbbf',
      wanted,
    ]);
    for (const format of ['xlsx', 'ndjson'])
      expect(await rowsOf(await bytesOf(`unsubscribed?format=${format}`))).toEqual(wanted);
  });

  it('of those who left refuses what it does not know: a slip would give more than was asked for', async () => {
    const slips = ['boook=x', 'book=x', `book=${toId('topic', house.org.newsTopicId)}`];
    for (const query of [...slips, 'book=a&book=b']) {
      const { status, text } = await csv(`unsubscribed?${query}`, house.org.adminKey);
      expect([status, JSON.parse(text).code]).toEqual([400, 'INVALID_INPUT']);
    }
  });

  it('needs a key of somebody who reports', async () => {
    const path = `campaigns/${toId('campaign', campaignId)}`;
    expect((await csv(path, 'adieu_admin_nobody')).status).toBe(401);
    expect((await csv(path, house.org.operatorKey)).status).toBe(403);
  });
});

describe('a link to a list', () => {
  const ask = async (path: string, key = house.org.adminKey) =>
    (
      await house.ask<{ listLink: { url: string; expiresAt: string } | null }>(
        'query ($path: String!) { listLink(path: $path) { url expiresAt } }',
        { path },
        key,
      )
    ).data.listLink;
  const follow = async (url: string) => {
    const { pathname, search } = new URL(url);
    const { status, headers } = await fetch(`${house.url}${pathname}${search}`);
    return [status, headers.get('content-disposition')];
  };

  it('opens it without a header for ten minutes, and then to nobody', async () => {
    const link = (await ask('/reports/unsubscribed?format=xlsx'))!;
    const end = new Date(house.now.getTime() + 600_000);
    expect(link.expiresAt).toBe(end.toISOString());
    expect(await follow(link.url)).toEqual([200, 'attachment; filename="unsubscribed.xlsx"']);
    expect((await follow(link.url.replace('xlsx', 'csv')))[0]).toBe(401);
    expect((await follow(link.url.replace('unsubscribed', 'campaigns/x')))[0]).toBe(401);
    const before = house.now;
    house.now = end;
    expect((await follow(link.url))[0]).toBe(401);
    house.now = before;
  });

  it('opens no more than whoever asked may see, and nothing once their key is revoked', async () => {
    const theirs = (await ask('/reports/unsubscribed', house.org.campaignerKey))!;
    expect((await follow(theirs.url))[0]).toBe(403);
    const book = toId('book', house.org.newsletterId);
    const audience = (await ask(`/audience/${book}?use=EMAIL`, house.org.campaignerKey))!;
    expect((await follow(audience.url))[0]).toBe(200);
    const revoke = (at: Date | null) =>
      house.test.db.sql.rows("UPDATE api_key SET revoked_at = $1 WHERE role = 'CAMPAIGNER'", [at]);
    await revoke(house.now);
    expect((await follow(audience.url))[0]).toBe(401);
  });

  it('is made for lists alone', async () => {
    for (const path of [
      '/graphql',
      '//evil.example.test',
      '/reports/unsubscribed#x',
      '/reports/unsubscribed?link=x',
      '',
    ])
      expect(await ask(path)).toBeNull();
  });
});

async function bytesOf(path: string): Promise<Buffer> {
  const response = await fetch(`${house.url}/reports/${path}`, {
    headers: { authorization: `Bearer ${house.org.adminKey}` },
  });
  const format = /format=(\w+)/.exec(path)?.[1] ?? 'csv';
  const name = response.headers.get('content-disposition');
  expect(name).toBe(`attachment; filename="unsubscribed.${format}"`);
  return Buffer.from(await response.arrayBuffer());
}

/** As a list is read here. */
async function rowsOf(bytes: Buffer): Promise<readonly (readonly string[])[]> {
  const file = fileOfBytes(bytes, 'test');
  const shape = await lookAtList(file);
  if ('refused' in shape) throw new Error(shape.refused);
  const rows: (readonly string[])[] = [];
  for await (const record of readList(file, shape))
    if ('cells' in record) rows.push(shape.columns.map((_, i) => record.cells[i] ?? ''));
  return rows;
}

async function csv(path: string, key: string) {
  const response = await fetch(`${house.url}/reports/${path}`, {
    headers: { authorization: `Bearer ${key}` },
  });
  const type = response.headers.get('content-type');
  return { status: response.status, type, text: await response.text() };
}
