import { addMember, armDigestLink } from '@adieu/db';
import { hashSecretToken, reviewToken } from '@adieu/keys';
import { seed } from '@adieu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toId } from '../src/graphql/shared/ids.ts';
import { type House, openHouse, seedMails } from './house.ts';

const QUARANTINES =
  'query ($token: String!) { review(token: $token) { quarantines { id domain campaignName count deadline onTimeout } waiting { nodes { id suspicion } } } }';

interface View {
  readonly quarantines: { id: string; count: number }[];
  readonly waiting: { nodes: { id: string; suspicion: string | null }[] };
}

let house: House;
let token: string;

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

async function view(of = token): Promise<View> {
  const { data, errors } = await house.ask<{ review: View }>(QUARANTINES, { token: of }, null);
  if (errors) throw new Error(JSON.stringify(errors));
  return data.review;
}

async function idsIn(id: string, of = token, receivedBy = house.now): Promise<string[]> {
  const { data } = await house.ask<{ review: { quarantineIds: string[] } }>(
    'query ($token: String!, $id: ID!, $at: DateTime!) { review(token: $token) { quarantineIds(id: $id, receivedBy: $at) } }',
    { token: of, id, at: receivedBy.toISOString() },
    null,
  );
  return data.review.quarantineIds;
}

beforeAll(async () => {
  house = await openHouse();
  const mails = await seedMails(house, { count: 40 });
  await house.test.db.sql.rows("UPDATE message SET state = 'SENT', changed_at = $1", [house.now]);
  house.now = new Date(house.now.getTime() + 2_000);
  for (const { token: link } of mails)
    await fetch(`${house.url}/u/${link}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    });
  token = await linkOf(house.org.organisationId);
});
afterAll(() => house?.close());

describe('the quarantines of a review (N4)', () => {
  it('are shown with their masked domain, how many wait and what happens by itself; their requests say why', async () => {
    const { quarantines, waiting } = await view();
    expect(quarantines).toEqual([
      {
        id: expect.stringMatching(/^quarantine_/),
        domain: 'ex•••.test',
        campaignName: 'Spring',
        count: expect.any(Number),
        deadline: expect.any(String),
        onTimeout: 'OPT_OUT',
      },
    ]);
    expect(quarantines[0]!.count).toBeGreaterThan(10);
    expect(new Set(waiting.nodes.map(({ suspicion }) => suspicion))).toEqual(new Set(['BURST']));
    expect(await idsIn(quarantines[0]!.id)).toHaveLength(quarantines[0]!.count);
  });

  it('give nothing that came after the page was shown, nothing of a stranger, nothing for another organisation', async () => {
    const { quarantines } = await view();
    const { id } = quarantines[0]!;
    expect(await idsIn(id, token, new Date(house.now.getTime() - 10_000))).toEqual([]);
    expect(await idsIn(toId('quarantine', crypto.randomUUID()))).toEqual([]);
    const foreign = await linkOf((await seed(house.test.db)).organisationId);
    expect((await view(foreign)).quarantines).toEqual([]);
    expect(await idsIn(id, foreign)).toEqual([]);
  });

  it('are gone once they are decided as a whole, and there again when that is undone', async () => {
    const before = (await view()).quarantines;
    const ids = await idsIn(before[0]!.id);
    const { data } = await house.ask<{
      decideByReview: { planned: { id: string; total: number } };
    }>(
      'mutation ($input: DecideByReviewInput!) { decideByReview(input: $input) { ... on DecisionPlanned { planned { id total } } } }',
      { input: { token, ids, decision: 'DECLINE', reason: 'A link scanner.' } },
      null,
    );
    expect(data.decideByReview.planned.total).toBe(before[0]!.count);
    expect((await view()).quarantines).toEqual([]);
    await house.ask(
      'mutation ($input: UndoReviewInput!) { undoReview(input: $input) { __typename } }',
      { input: { token, plannedId: data.decideByReview.planned.id } },
      null,
    );
    expect((await view()).quarantines).toEqual(before);
  });
});
