import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROBLEM_CODES } from '../src/graphql/shared/problems.ts';
import { type House, openHouse } from './house.ts';

let house: House;

beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());

describe('GraphQL over HTTP', () => {
  it('passes every audit that is a MUST; what else it departs in is this list (Q-1)', async () => {
    const audits = serverAudits({ url: `${house.url}/graphql` });
    const results = await Promise.all(audits.map((audit) => audit.fn()));
    const not = (status: string): string[] =>
      results
        .filter((result) => result.status === status)
        .map(({ id }) => id)
        .toSorted();
    expect(results.length).toBeGreaterThanOrEqual(60);
    expect(not('error')).toEqual([]);
    // Apollo answers 400 where these would have 200: without an operation there is nothing to be partly right about.
    expect(not('warn')).toEqual(['572B', '7B9B', 'FDE2']);
    expect(not('notice')).toHaveLength(3);
  });

  it('runs no mutation by GET: 405 with Allow (Q-3)', async () => {
    const query = encodeURIComponent(
      'mutation { confirmDoubleOptIn(input: { token: "x" }) { __typename } }',
    );
    const answer = await fetch(`${house.url}/graphql?query=${query}`, {
      headers: { 'apollo-require-preflight': '1' },
    });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toContain('POST');
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded'])(
    'takes no %s, which a foreign page could send (Q-3)',
    async (type) => {
      const answer = await fetch(`${house.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': type },
        body: JSON.stringify({ query: '{ __typename }' }),
      });
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
    },
  );

  it('names the field and what it allows where an input is wrong', async () => {
    const { status, errors } = await house.ask(
      'query ($first: Int) { addressBooks(first: $first) { nodes { id } } }',
      {
        first: 'many',
      },
    );
    expect(status).toBe(400);
    expect(errors![0]!.message).toContain('$first');
    const tooMany = await house.ask('{ addressBooks(first: 101) { nodes { id } } }');
    expect(tooMany.errors![0]).toMatchObject({
      message: 'Argument "first" must be between 1 and 100.',
      extensions: { code: 'BAD_USER_INPUT', field: 'first' },
    });
  });

  it('refuses queries made to hurt: too deep, too many aliases (Q-7)', async () => {
    const deep = `{ optOutRequests { nodes { ${'recipient { requests { '.repeat(8)} id ${'} }'.repeat(8)} } } }`;
    expect((await house.ask(deep)).errors?.[0]?.message).toMatch(/depth/i);
    const wide = `{ ${Array.from({ length: 40 }, (_, i) => `a${i}: viewer { name }`).join(' ')} }`;
    expect((await house.ask(wide)).errors?.[0]?.message).toMatch(/alias/i);
    const long = `{ ${'viewer { name } '.repeat(1_000)} }`;
    expect((await house.ask(long)).errors?.[0]?.message).toMatch(/token/i);
  });

  it('says what failed under a number, and nothing of the fault itself', async () => {
    const other = await openHouse();
    try {
      await other.loseDatabase();
      const answer = await other.ask('query { viewer { name } }');
      expect(answer.status).toBeGreaterThanOrEqual(500);
      expect(JSON.stringify(answer.errors)).not.toMatch(/postgres|pool|database/i);
    } finally {
      await other.close();
    }
  });

  it('keeps its problem codes: clients rely on them (Q-6)', () => {
    expect(PROBLEM_CODES.toSorted()).toMatchInlineSnapshot(`
      [
        "ADDRESS_TAKEN",
        "ALREADY_ACCEPTED",
        "ALREADY_BEGUN",
        "ALREADY_CARRIED_OUT",
        "ALREADY_CLOSED",
        "ALREADY_EXEMPT",
        "ALREADY_RELEASED",
        "ALREADY_REPLACED",
        "ARCHIVED",
        "BEYOND_THE_LONGEST_REVIEW",
        "BEYOND_THE_LONGEST_SNOOZE",
        "BEYOND_THE_LONGEST_WAIT",
        "BODY_ERASED",
        "CAMPAIGN_CHECK",
        "CAMPAIGN_STATE",
        "CAMPAIGN_TEXT",
        "CHANGED_MEANWHILE",
        "CLEAR_MARKETING_CANNOT_BE_DECLINED",
        "CONTRAST_TOO_LOW",
        "DOMAIN_NOT_PROVEN",
        "DOMAIN_TAKEN",
        "EMAIL_TAKEN",
        "EVIDENCE_PERIOD_OUT_OF_RANGE",
        "EXEMPT",
        "EXPIRED",
        "FIELD_NOT_COMPARABLE",
        "FIELD_UNKNOWN",
        "FINDING_IS_ERROR",
        "FORBIDDEN",
        "FOREIGN_DOMAIN",
        "FOREIGN_SENDER",
        "GUILT_TRIPPING",
        "HAS_ANOTHER_ADDRESS",
        "IDEMPOTENCY_KEY_REUSED",
        "IMPORT_STATE",
        "INVALID_INPUT",
        "IN_USE",
        "IS_DEFAULT",
        "KEY_ENDED",
        "LAST_ADMIN",
        "LEAVING_COLUMN",
        "LIMIT_REACHED",
        "MACHINE_SIGNAL",
        "MARKETING_CANNOT_REVERT",
        "MARKETING_CANNOT_REVIEW",
        "MARKETING_RETURNS_BY_RECIPIENT",
        "MARKETING_STAYS_FILTERED",
        "METHOD_NOT_CLAIMABLE",
        "NAME_TAKEN",
        "NONE_OF_ITS_OWN",
        "NOTHING_SINCE",
        "NOT_A_PERIOD",
        "NOT_CHOSEN",
        "NOT_EXEMPT",
        "NOT_FOUND",
        "NOT_IN_FORCE",
        "NOT_LATER",
        "NOT_PARKED",
        "NOT_YOURS_TO_GIVE",
        "ONLY_SERVICE_CAN_BE_EXEMPT",
        "ORIGINS_PERIOD_OUT_OF_RANGE",
        "OUTLIVES_ITS_MAKER",
        "OVERLAP_TOO_LONG",
        "PAGE_OUTDATED",
        "PROOF_DAYS_OUT_OF_RANGE",
        "PURPOSE_TOO_MILD",
        "REASON_REQUIRED",
        "REASON_TOO_LONG",
        "RECIPIENT_ALONE_MAY_RETURN",
        "REMINDERS_UNSORTED",
        "REMINDER_OUTSIDE_THE_REVIEW",
        "REVIEW_PERIOD_OUT_OF_RANGE",
        "ROLE_OR_USES",
        "SCOPE_NEEDED",
        "SENDER_TAKEN",
        "STILL_WAITING",
        "SUPERSEDED",
        "TOO_MANY_COUNTRIES",
        "TOO_MANY_REMINDERS",
        "TOO_MANY_TOLD",
        "TRANSACTIONAL_HAS_NO_OPT_OUT",
        "UNTIL_OUT_OF_RANGE",
        "UNUSABLE_IMAGE",
      ]
    `);
  });

  it('tells where a subscription is served, and does not call it a fault of ours', async () => {
    const { status, errors } = await house.ask('subscription { optOutRequestChanged { cursor } }');
    expect(status).toBe(400);
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining('POST /graphql/stream'),
      extensions: { code: 'BAD_REQUEST' },
    });
  });
});

describe('with GraphiQL off', () => {
  it('serves neither GraphiQL nor introspection (Q-7)', async () => {
    const production = await openHouse({ graphiql: false });
    try {
      const asked = await production.ask('{ __schema { queryType { name } } }');
      expect(asked.errors?.[0]?.message).toMatch(/introspection/i);
      const page = await fetch(`${production.url}/graphiql`);
      // It is a page like any other, and there is no preference center behind this house.
      expect(page.status).toBe(503);
    } finally {
      await production.close();
    }
  });
});
