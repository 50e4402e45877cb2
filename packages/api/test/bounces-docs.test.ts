import { recordDelivery } from '@adieu/db';
import { expect } from 'vitest';
import { toId } from '../src/graphql/shared/ids.ts';
import { seedMails } from './house.ts';
import { testExamples } from './test-examples.ts';

testExamples(
  'bounces.md',
  async ({ house, words }) => {
    const [mail] = await seedMails(house, { count: 1 });
    words['account'] = toId('account', house.org.accountId);
    const told = { kind: 'HARD', status: '5.1.1', source: 'PROVIDER' } as const;
    const { messageId } = mail!;
    await house.test.db.transaction((tx) =>
      recordDelivery(tx, { ...told, messageId, now: house.now }),
    );
  },
  {
    SaySoonerOrLater: (data: object) =>
      expect(data).toEqual({
        changeAccount: {
          account: { thresholds: { hardBounces: 2, softBounces: 8, bounceHalfLifeDays: 30 } },
        },
      }),
    WhoIsUndeliverable: (
      data: { undeliverableAddresses: { nodes: { status: string; recipient: { id: string } }[] } },
      { words },
    ) => {
      const [first, ...more] = data.undeliverableAddresses.nodes;
      expect(more).toEqual([]);
      expect(first).toMatchObject({ kind: 'HARD', status: '5.1.1', source: 'PROVIDER' });
      words['recipient'] = first!.recipient.id;
    },
    LiftUndeliverable: (data: object) =>
      expect(data).toEqual({ liftUndeliverable: { lifted: 1, notUndeliverable: 0, unknown: 0 } }),
  },
  '(P7)',
);
