import { addMember } from '@adieu/db';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toId } from '../src/graphql/shared/ids.ts';
import { countOf, type House, openHouse, seedMails } from './house.ts';
import { leaveByPage, oneClick } from './leave.ts';

let house: House;
let staff: string;
let newsletter: string;
let account: string;

beforeAll(async () => {
  house = await openHouse();
  staff = toId('book', house.org.staffId);
  newsletter = toId('book', house.org.newsletterId);
  account = toId('account', house.org.accountId);
});
afterAll(() => house?.close());

const PROBLEM = '__typename ... on Problem { code field message }';

interface Result {
  readonly __typename: string;
  readonly code?: string;
  readonly field?: string;
  readonly version?: number;
}

async function setPolicy(input: object): Promise<Result> {
  const { data, errors } = await house.ask<{ setOptOutPolicy: Result }>(
    `mutation ($input: SetOptOutPolicyInput!) { setOptOutPolicy(input: $input) { ${PROBLEM} ... on DefaultOptOutPolicySet { purpose version } } }`,
    { input: { mode: 'REVIEW', reviewPeriod: 'P7D', onTimeout: 'REVERT', ...input } },
  );
  expect(errors).toBeUndefined();
  return data.setOptOutPolicy;
}

interface Policy {
  readonly origin: string;
  readonly version: number;
  readonly reviewPeriod: string;
}
interface Book {
  readonly id: string;
  readonly exemptSince: string | null;
  readonly optOutPolicy: Policy & { remindBefore: string[]; tell: string[]; reactivation: string };
  readonly policyHistory: Policy[];
  readonly exemptions: { exempt: boolean; at: string; actor: string; reason: string }[];
}

async function bookOf(id: string): Promise<Book> {
  const { data, errors } = await house.ask<{ addressBooks: { nodes: Book[] } }>(
    `{ addressBooks { nodes { id exemptSince exemptions { exempt at actor reason }
       optOutPolicy { origin version reviewPeriod remindBefore tell reactivation reason }
       policyHistory { origin version reviewPeriod } } } }`,
  );
  expect(errors).toBeUndefined();
  return data.addressBooks.nodes.find((book) => book.id === id)!;
}

describe('policies', () => {
  it('are set for a book, an account and the organisation, and show where they come from', async () => {
    expect(
      await setPolicy({
        purpose: 'MARKETING',
        mode: 'AT_ONCE',
        reviewPeriod: 'P1D',
        onTimeout: 'OPT_OUT',
        remindBefore: ['PT2H'],
      }),
    ).toEqual({ __typename: 'DefaultOptOutPolicySet', purpose: 'MARKETING', version: 1 });
    expect((await bookOf(newsletter)).optOutPolicy).toMatchObject({
      origin: 'ORGANISATION',
      reviewPeriod: 'P1D',
      remindBefore: ['PT2H'],
    });
    expect(
      await setPolicy({
        accountId: account,
        purpose: 'MARKETING',
        mode: 'AT_ONCE',
        reviewPeriod: 'PT6H',
        onTimeout: 'OPT_OUT',
      }),
    ).toMatchObject({ version: 1 });
    const added = await addMember(house.test.db.sql, {
      organisationId: house.org.organisationId,
      name: 'Eva',
      email: 'eva@nordlys.example.test',
      language: 'sv',
      digestSeconds: 86_400,
    });
    if ('refused' in added) throw new Error(added.refused);
    const person = toId('member', added.memberId);
    expect(
      await setPolicy({
        addressBookId: staff,
        remindBefore: ['P3D', 'P1D'],
        tell: [person],
        reason: 'The board wants a say',
        reactivation: 'CONTROLLER',
      }),
    ).toMatchObject({ __typename: 'OptOutPolicySet' });
    expect((await bookOf(staff)).optOutPolicy).toEqual({
      origin: 'BOOK',
      version: 2,
      reviewPeriod: 'P7D',
      remindBefore: ['P3D', 'P1D'],
      tell: [person],
      reactivation: 'CONTROLLER',
      reason: 'The board wants a say',
    });
    expect(
      (await bookOf(newsletter)).policyHistory.map(({ origin, version }) => `${origin} ${version}`),
    ).toEqual(['ACCOUNT 1', 'ORGANISATION 1', 'INSTALLATION 1']);
  });

  const marketing = { mode: 'AT_ONCE', reviewPeriod: 'P1D', onTimeout: 'OPT_OUT' };
  it.each([
    [{ purpose: 'MARKETING', mode: 'AT_ONCE' }, 'MARKETING_CANNOT_REVERT', 'onTimeout'],
    [{ purpose: 'MARKETING', onTimeout: 'OPT_OUT' }, 'MARKETING_CANNOT_REVIEW', 'mode'],
    [
      { purpose: 'MARKETING', ...marketing, reactivation: 'CONTROLLER' },
      'MARKETING_RETURNS_BY_RECIPIENT',
      'reactivation',
    ],
    [
      { purpose: 'MARKETING', ...marketing, reviewPeriod: 'PT49H' },
      'REVIEW_PERIOD_OUT_OF_RANGE',
      'reviewPeriod',
    ],
    [{ purpose: 'SERVICE', reviewPeriod: 'P91D' }, 'REVIEW_PERIOD_OUT_OF_RANGE', 'reviewPeriod'],
    [{ purpose: 'SERVICE', reviewPeriod: 'PT0S' }, 'REVIEW_PERIOD_OUT_OF_RANGE', 'reviewPeriod'],
    [{ purpose: 'SERVICE', remindBefore: ['P1D', 'P2D'] }, 'REMINDERS_UNSORTED', 'remindBefore'],
    [{ purpose: 'SERVICE', remindBefore: ['P7D'] }, 'REMINDER_OUTSIDE_THE_REVIEW', 'remindBefore'],
    [
      { purpose: 'SERVICE', remindBefore: ['P6D', 'P5D', 'P4D', 'P3D', 'P2D', 'P1D'] },
      'TOO_MANY_REMINDERS',
      'remindBefore',
    ],
    [{ purpose: 'TRANSACTIONAL' }, 'TRANSACTIONAL_HAS_NO_OPT_OUT', 'addressBookId'],
    [{}, 'INVALID_INPUT', 'purpose'],
    [{ purpose: 'SERVICE', remindBefore: ['P1M'] }, 'INVALID_INPUT', 'remindBefore'],
    [{ purpose: 'SERVICE', accountId: 'account_x' }, 'INVALID_INPUT', 'accountId'],
    [{ purpose: 'SERVICE', accountId: toId('account', randomUUID()) }, 'NOT_FOUND', 'accountId'],
    [{ purpose: 'SERVICE', tell: ['somebody'] }, 'INVALID_INPUT', 'tell'],
    [{ purpose: 'SERVICE', tell: [toId('member', randomUUID())] }, 'NOT_FOUND', 'tell'],
    [{ purpose: 'SERVICE', reason: 'x'.repeat(2001) }, 'REASON_TOO_LONG', 'reason'],
  ])('%o is refused as %s (W-5)', async (input, code, field) => {
    const before = await countOf(house, 'opt_out_policy');
    expect(await setPolicy(input)).toMatchObject({ code, field });
    expect(await countOf(house, 'opt_out_policy')).toBe(before);
  });

  it.each(['addressBookId', 'accountId'] as const)(
    'refuses marketing that reverts for a %s as well (W-5)',
    async (field) => {
      const owner =
        field === 'accountId'
          ? { accountId: account, purpose: 'MARKETING' }
          : { addressBookId: newsletter };
      expect(await setPolicy({ ...owner, mode: 'AT_ONCE', reviewPeriod: 'P1D' })).toMatchObject({
        __typename: 'PolicyRefused',
        code: 'MARKETING_CANNOT_REVERT',
      });
    },
  );

  it('do not mix a book with an account or a purpose', async () => {
    expect(await setPolicy({ addressBookId: staff, purpose: 'SERVICE' })).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'purpose',
    });
    expect(await setPolicy({ addressBookId: staff, accountId: account })).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'accountId',
    });
  });
});

describe('an exemption (A1)', () => {
  const change = async (
    name: 'exemptAddressBook' | 'endExemption',
    input: object,
    key = house.org.operatorKey,
  ): Promise<Result> => {
    const type = name === 'endExemption' ? 'EndExemptionInput' : 'ExemptAddressBookInput';
    const { data } = await house.ask<Record<string, Result>>(
      `mutation ($input: ${type}!) { ${name}(input: $input) { ${PROBLEM} } }`,
      { input: { addressBookId: staff, reason: 'Fire drills', ...input } },
      key,
    );
    return data[name]!;
  };

  it('is an operator’s act alone, and they may do nothing else (Q-8)', async () => {
    for (const key of [house.org.adminKey, house.org.campaignerKey])
      expect(await change('exemptAddressBook', {}, key)).toMatchObject({ code: 'FORBIDDEN' });
    const { data } = await house.ask<{ decideOptOutRequests: Result }>(
      'mutation { decideOptOutRequests(input: { ids: [], decision: CONFIRM }) { __typename } }',
      {},
      house.org.operatorKey,
    );
    expect(data.decideOptOutRequests.__typename).toBe('Forbidden');
  });

  it.each([
    [{ reason: ' ' }, 'REASON_REQUIRED', 'reason'],
    [{ reason: 'x'.repeat(2001) }, 'REASON_TOO_LONG', 'reason'],
  ])('with %o is refused as %s', async (input, code, field) => {
    expect(await change('exemptAddressBook', input)).toMatchObject({ code, field });
  });

  it('is refused for marketing, typed', async () => {
    expect(await change('exemptAddressBook', { addressBookId: newsletter })).toMatchObject({
      __typename: 'PolicyRefused',
      code: 'ONLY_SERVICE_CAN_BE_EXEMPT',
    });
  });

  it('is told to recipients plainly, and leaves them the way out of all marketing', async () => {
    const [mail] = await seedMails(house, { count: 1, addressBookId: house.org.staffId });
    expect(await change('endExemption', {})).toMatchObject({ code: 'NOT_EXEMPT' });
    const input = { idempotencyKey: 'drill' };
    expect(await change('exemptAddressBook', input)).toEqual({ __typename: 'ExemptionChanged' });
    expect(await change('exemptAddressBook', input)).toEqual({ __typename: 'ExemptionChanged' });
    expect(await change('exemptAddressBook', {})).toMatchObject({ code: 'ALREADY_EXEMPT' });
    expect(await bookOf(staff)).toMatchObject({
      exemptSince: house.now.toISOString(),
      exemptions: [{ exempt: true, actor: 'operator of the test', reason: 'Fire drills' }],
    });

    const before = await countOf(house, 'opt_out_request');
    const answer = await oneClick(house, mail!.token);
    expect(answer.status).toBe(403);
    expect(await answer.text()).toMatch(/exempt.*nothing was changed/);
    expect(await leaveByPage(house, { token: mail!.token, choice: 'THIS_SCOPE' })).toMatchObject({
      __typename: 'OptOutExempt',
      code: 'EXEMPT',
    });
    const { data: asked } = await house.ask<{ requestOptOut: Result }>(
      `mutation ($id: ID!) { requestOptOut(input: { address: "x@example.test", scope: { kind: BOOK, id: $id } }) { ${PROBLEM} } }`,
      { id: staff },
    );
    expect(asked.requestOptOut).toMatchObject({ __typename: 'OptOutExempt', code: 'EXEMPT' });
    expect(await countOf(house, 'opt_out_request')).toBe(before);

    const { data } = await house.ask<{ preferences: { exempt: boolean } }>(
      'query ($token: String!) { preferences(token: $token) { ... on PreferenceView { exempt } } }',
      { token: mail!.token },
      null,
    );
    expect(data.preferences.exempt).toBe(true);
    expect(await leaveByPage(house, { token: mail!.token, choice: 'ALL_MARKETING' })).toEqual({
      __typename: 'Left',
    });

    expect(await change('endExemption', { reason: 'Over' })).toEqual({
      __typename: 'ExemptionChanged',
    });
    expect(await leaveByPage(house, { token: mail!.token, choice: 'THIS_SCOPE' })).toEqual({
      __typename: 'Left',
    });
  });
});

describe('bringing somebody back by hand (B1)', () => {
  const reactivate = async (input: object): Promise<Result & { request?: object }> => {
    const { data } = await house.ask<{ reactivateRecipient: Result & { request?: object } }>(
      `mutation ($input: ReactivateRecipientInput!) { reactivateRecipient(input: $input) {
         ${PROBLEM} ... on RecipientReactivated { mayContact { allowed } request { state policy { origin version reactivation } history { type reason } } } } }`,
      { input: { reason: 'On call again', ...input } },
    );
    return data.reactivateRecipient;
  };

  async function requestAfterClick(addressBookId: string): Promise<string> {
    const [mail] = await seedMails(house, { count: 1, addressBookId });
    await oneClick(house, mail!.token);
    const [row] = await house.test.db.sql.rows<{ id: string }>(
      "SELECT id FROM opt_out_request WHERE scope_id = $1 AND state IN ('CONFIRMED', 'PENDING') ORDER BY id DESC LIMIT 1",
      [addressBookId],
    );
    return toId('optout', row!.id);
  }

  it('is for confirmed opt-outs of service books whose policy says so, once', async () => {
    await setPolicy({ addressBookId: staff, mode: 'AT_ONCE', reactivation: 'CONTROLLER' });
    // The earlier test left a request that its own policy judged: end it, so that this one is judged anew.
    await house.test.db.sql.rows(
      "UPDATE opt_out_request SET state = 'WITHDRAWN' WHERE state = 'PENDING' AND scope_id = $1",
      [house.org.staffId],
    );
    const requestId = await requestAfterClick(house.org.staffId);
    expect(await reactivate({ requestId, reason: '' })).toMatchObject({ code: 'REASON_REQUIRED' });
    const input = { requestId, idempotencyKey: 'back' };
    const expected = {
      __typename: 'RecipientReactivated',
      mayContact: { allowed: true },
      request: {
        state: 'LIFTED',
        policy: { origin: 'BOOK', reactivation: 'CONTROLLER' },
        history: [{ type: 'REQUESTED' }, { type: 'LIFTED', reason: 'On call again' }],
      },
    };
    expect(await reactivate(input)).toMatchObject(expected);
    expect(await reactivate(input)).toMatchObject(expected);
    expect(await reactivate({ requestId })).toMatchObject({
      __typename: 'Conflict',
      code: 'NOT_IN_FORCE',
    });
  });

  it('is impossible for marketing, typed', async () => {
    const requestId = await requestAfterClick(house.org.newsletterId);
    expect(await reactivate({ requestId })).toMatchObject({
      __typename: 'PolicyRefused',
      code: 'MARKETING_RETURNS_BY_RECIPIENT',
    });
    expect(await reactivate({ requestId: toId('optout', randomUUID()) })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
