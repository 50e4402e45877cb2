import { toId } from '../../src/graphql/shared/ids.ts';
import { describe, expect, it } from 'vitest';
import { testBadInput } from './test-bad-input.ts';
import {
  open,
  review,
  ourAccount,
  quarantine,
  confirmed,
  member,
  bookWithPolicy,
  person,
} from './make.ts';
import { house, fresh, next, book, ask } from './world.ts';

testBadInput('requests', {
  addOptOuts: {
    input: async () => ({
      addresses: [fresh(), fresh()],
      channel: 'EMAIL',
      scope: book(house.org.newsletterId),
      note: 'By hand',
    }),
  },
  decideOptOutRequests: {
    input: async () => ({ ids: [await open()], decision: 'DECLINE', reason: 'You are on call.' }),
  },
  extendOptOutRequest: {
    input: async () => ({
      id: await open(),
      deadline: new Date(house.now.getTime() + 20 * 86_400_000).toISOString(),
      reason: 'Holidays',
    }),
  },
  extendOptOutRequests: {
    input: async () => ({
      ids: [await open(), await open()],
      deadline: new Date(house.now.getTime() + 20 * 86_400_000).toISOString(),
      reason: 'Holidays',
    }),
  },
  requestOptOut: {
    input: async () => ({ address: fresh(), scope: book(house.org.staffId), note: 'On the phone' }),
  },
  setOptOutPolicy: {
    input: async () => ({
      addressBookId: toId('book', house.org.staffId),
      mode: 'REVIEW',
      reviewPeriod: `PT${next() + 3_600}S`,
      onTimeout: 'REVERT',
      remindBefore: ['PT1H'],
    }),
    instead: {
      accountId: async () => ({ ...ourAccount(), purpose: 'SERVICE', ...review() }),
      tell: async () => ({
        addressBookId: toId('book', house.org.staffId),
        ...review(),
        tell: [await member()],
      }),
    },
  },
  dropOptOutPolicy: {
    input: async () => ({ addressBookId: await bookWithPolicy(), reason: 'As the others.' }),
    instead: {
      accountId: async () => {
        const target = { ...ourAccount(), purpose: 'SERVICE' };
        await ask('setOptOutPolicy', { ...target, ...review() });
        return target;
      },
    },
  },
  eraseRecipient: {
    input: async () => ({ id: await person(), reason: 'By letter.' }),
  },
  exportRecipient: {
    input: async () => ({ id: await person(), reason: 'By letter.' }),
  },
  reactivateRecipient: {
    input: async () => ({ requestId: await confirmed(), reason: 'He asked for it by phone.' }),
  },
  decideQuarantine: {
    input: async () => ({ id: await quarantine(), decision: 'DECLINE', reason: 'A robot.' }),
  },
});

it('markup in a reason or note is kept as the text that it is', async () => {
  const markup = '<img src=x onerror=alert(1)> & "quotes"';
  const id = await open();
  await ask('decideOptOutRequests', { ids: [id], decision: 'DECLINE', reason: markup });
  const { data } = await house.ask(
    `query ($id: ID!) { optOutRequest(id: $id) { decisionReason } }`,
    { id },
  );
  expect(data).toEqual({ optOutRequest: { decisionReason: markup } });
});

describe('what is closed', () => {
  it('is neither decided nor extended again', async () => {
    const id = await open();
    await ask('decideOptOutRequests', { ids: [id], decision: 'CONFIRM' });
    const extended = await ask('extendOptOutRequest', {
      id,
      deadline: new Date(house.now.getTime() + 20 * 86_400_000),
    });
    expect(extended.data['extendOptOutRequest']).toMatchObject({ code: 'ALREADY_CLOSED' });
    const decided = await ask('decideOptOutRequests', {
      ids: [id],
      decision: 'DECLINE',
      reason: 'No.',
    });
    expect(decided.data['decideOptOutRequests']).toMatchObject({
      items: [{ problem: { code: 'ALREADY_CLOSED' }, request: { state: 'CONFIRMED' } }],
    });
  });

  it('is not declined for an empty reason either', async () => {
    for (const reason of ['', ' \n', null]) {
      const { data } = await ask('decideOptOutRequests', {
        ids: [await open()],
        decision: 'DECLINE',
        reason,
      });
      expect(data['decideOptOutRequests']).toMatchObject({
        items: [{ problem: { code: 'REASON_REQUIRED' }, request: { state: 'PENDING' } }],
      });
    }
  });
});
