import { storeInbound } from '@adieu/db';
import { expect } from 'vitest';
import { toId } from '../src/graphql/shared/ids.ts';
import { testExamples } from './test-examples.ts';

testExamples(
  'mail-in.md',
  async ({ house, words }) => {
    const { test, org, now } = house;
    const stored = await storeInbound(
      test.db.sql,
      {
        channel: 'EMAIL',
        source: 'smtp',
        providerId: 'an answer',
        isGuess: false,
        raw: Buffer.from('Subject: Re: Hello\r\n\r\n'),
        from: { address: 'anna@example.test', addressKey: null },
        to: `reply+${'a'.repeat(56)}@leave.example.test`,
        text: null,
        hint: null,
        part: null,
        sentAt: now,
      },
      { state: 'PARKED', because: 'TOO_LONG' },
      now,
    );
    await test.db.sql.rows('UPDATE inbound_message SET organisation_id = $2 WHERE id = $1', [
      stored!.id,
      org.organisationId,
    ]);
    words['waiting mail'] = toId('inbound', stored!.id);
    words['account'] = toId('account', org.accountId);
  },
  {
    WaitingMails: (data, { words }) =>
      expect(data).toMatchObject({
        inboundMessages: {
          nodes: [
            {
              id: words['waiting mail'],
              to: 'reply@leave.example.test',
              parkedBecause: 'TOO_LONG',
              explanation: expect.stringContaining('longer than one mail may'),
            },
          ],
        },
      }),
    PassAnswersOn: (data) =>
      expect(data).toEqual({
        changeAccount: {
          account: { replyAddress: 'hej@nordlys.example.test', readsReplies: false },
        },
      }),
    Answers: (data) =>
      expect(data).toMatchObject({ inboundMessages: { nodes: [{ outcome: null }] } }),
    ReadMailAgain: (data) =>
      expect(data).toEqual({
        readInboundMessageAgain: { inboundMessage: { state: 'RECEIVED' } },
      }),
  },
  '(M-11)',
);
