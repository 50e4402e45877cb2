import { fromId, toId } from '../src/graphql/shared/ids.ts';
import { addMember, armDigestLink, giveReason, judgeCampaign, recordOptOut } from '@adieu/db';
import { hashSecretToken, reviewToken } from '@adieu/keys';
import { seed } from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse, seedMails } from './house.ts';

let house: House;
let token: string;
let foreign: string;

async function linkOf(organisationId: string): Promise<string> {
  const added = await addMember(house.test.db.sql, {
    organisationId,
    email: `${organisationId}@example.test`,
    name: 'Eva Lind',
    language: 'en',
    digestSeconds: 600,
  });
  if ('refused' in added) throw new Error(added.refused);
  const digestId = crypto.randomUUID();
  const secret = reviewToken(house.org.ring, digestId);
  const tokenHash = hashSecretToken(secret);
  const { memberId } = added;
  await armDigestLink(house.test.db.sql, { digestId, memberId, tokenHash, now: house.now });
  return secret;
}

interface Node {
  readonly id: string;
  readonly name: string;
  readonly sent: number;
  readonly optOuts: number;
  readonly countedAt: string | null;
}
interface View {
  readonly campaigns: { nodes: Node[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
  readonly accounts: { name: string; trend: { periods: { sent: number }[] } }[];
}

async function list(of: string, first = 10, after: string | null = null): Promise<View> {
  const { data, errors } = await house.ask<{ review: View }>(
    `query ($token: String!, $first: Int!, $after: String) { review(token: $token) {
      campaigns(first: $first, after: $after) { nodes { id name sent optOuts countedAt } pageInfo { hasNextPage endCursor } }
      accounts { name trend { periods { sent } } } } }`,
    { token: of, first, after },
    null,
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data.review;
}

async function report(of: string, id: string): Promise<unknown> {
  const { data, errors } = await house.ask<{ review: { campaign: unknown } }>(
    `query ($token: String!, $id: ID!) { review(token: $token) { campaign(id: $id) { state
      report { audience sent optOuts optOutsByMethod { method count } overTime(step: HOUR) { sent } }
      freeTexts { nodes { text } } } } }`,
    { token: of, id },
    null,
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data.review.campaign;
}

beforeAll(async () => {
  house = await openHouse();
  const { db } = house.test;
  for (let i = 0; i < 2; i += 1) {
    const mails = await seedMails(house, { count: 3 });
    const ids = mails.map(({ messageId }) => messageId);
    const [row] = await db.sql.rows<{ campaign_id: string }>(
      `UPDATE message SET state = 'SENT', changed_at = $1 WHERE id = ANY ($2::uuid[]) RETURNING campaign_id`,
      [house.now, ids],
    );
    const left = await recordOptOut(db.sql, {
      // Another person each time: who has left already leaves no second one.
      target: { messageId: ids[i]!, scope: 'LINK' },
      signal: 'CLEAR',
      method: 'LINK',
      actor: { kind: 'RECIPIENT', name: null },
      evidence: {},
      now: house.now,
    });
    if ('refused' in left) throw new Error(left.refused);
    const { requestId } = left;
    const words = { reason: null, text: 'Too <many>', language: 'en', givenAt: house.now } as const;
    await giveReason(db.sql, { requestId, ...words });
    await judgeCampaign(db, row!.campaign_id, house.now);
  }
  token = await linkOf(house.org.organisationId);
  foreign = await linkOf((await seed(db)).organisationId);
});
afterAll(() => house?.close());

describe('the reports behind an admin’s link (F5)', () => {
  it('list released campaigns, the newest first, a page at a time', async () => {
    const first = await list(token, 1);
    expect(first.campaigns.pageInfo.hasNextPage).toBe(true);
    const second = await list(token, 1, first.campaigns.pageInfo.endCursor);
    expect(second.campaigns.pageInfo.hasNextPage).toBe(false);
    const [newest, older] = [first.campaigns.nodes[0]!, second.campaigns.nodes[0]!];
    expect(newest.id > older.id).toBe(true);
    expect(newest).toMatchObject({ sent: 3, optOuts: 1, countedAt: house.now.toISOString() });
    expect(first.accounts).toMatchObject([{ trend: { periods: [{ sent: 6 }] } }]);
  });

  it('tell a campaign that was not counted yet from one without figures', async () => {
    const { sql } = house.test.db;
    const { id } = (await list(token)).campaigns.nodes[0]!;
    const kept = await sql.rows<{ row: object }>(
      'DELETE FROM campaign_figures f WHERE campaign_id = $1 RETURNING to_jsonb(f) AS row',
      [fromId('campaign', id)],
    );
    expect((await list(token)).campaigns.nodes[0]).toMatchObject({ id, countedAt: null });
    await sql.rows(
      'INSERT INTO campaign_figures SELECT * FROM jsonb_populate_record(NULL::campaign_figures, $1::jsonb)',
      [JSON.stringify(kept[0]!.row)],
    );
  });

  it('show what became of one, with free words', async () => {
    const { campaigns } = await list(token);
    expect(await report(token, campaigns.nodes[0]!.id)).toEqual({
      state: 'SENDING',
      report: {
        audience: 3,
        sent: 3,
        optOuts: 1,
        optOutsByMethod: [{ method: 'LINK', count: 1 }],
        overTime: [{ sent: 3 }],
      },
      freeTexts: { nodes: [{ text: 'Too <many>' }] },
    });
  });

  it('show another organisation nothing of it', async () => {
    const { campaigns } = await list(token);
    expect(await list(foreign)).toMatchObject({ campaigns: { nodes: [] }, accounts: [] });
    expect(await report(foreign, campaigns.nodes[0]!.id)).toBeNull();
    expect(await report(token, toId('campaign', crypto.randomUUID()))).toBeNull();
    await expect(report(token, 'garbage')).rejects.toThrow('BAD_USER_INPUT');
  });
});
