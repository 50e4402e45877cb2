import { type Channel, CHANNELS, type NamedActor } from '@adieu/domain';
import { addressKey, type KeyRing } from '@adieu/keys';
import { addOptOuts } from '../opt-out/add-opt-outs.ts';
import type { Transaction } from '../sql.ts';
import type { OptOutRow } from './contact-row.ts';

/** What the evidence of each opt-out says that a list brought. */
const NOTE = 'import unsubscribe';

export const OPT_OUT_ROW_REFUSALS = {
  'no-opt-out': 'messages through this book have no opt-out',
  exempt: 'this book is exempt from opt-out',
} as const;
type Refusal = keyof typeof OPT_OUT_ROW_REFUSALS;
type Became = Refusal | 'optedOut' | 'outBefore';

/** Opts the people of such rows out of a book, each by all addresses of their row; gives what became of each row, in their order. */
export async function optOutRows(
  tx: Transaction,
  rows: readonly OptOutRow[],
  by: {
    readonly organisationId: string;
    readonly addressBookId: string;
    readonly actor: NamedActor;
    readonly ring: KeyRing;
    readonly now: Date;
  },
): Promise<Became[]> {
  const became: Became[] = rows.map(() => 'outBefore');
  for (const channel of CHANNELS) {
    const all = rows.flatMap((row, n) =>
      addressesOf(row, channel).map((address) => ({ n, address })),
    );
    const added = await addOptOuts(tx, {
      organisationId: by.organisationId,
      channel,
      addresses: all.map(({ address }) => ({
        address,
        addressKey: addressKey(by.ring, channel, address),
      })),
      scope: { kind: 'BOOK', id: by.addressBookId },
      method: 'IMPORT',
      note: NOTE,
      actor: by.actor,
      now: by.now,
    });
    for (const [i, { refused, stood }] of added.entries()) {
      const { n } = all[i]!;
      if (refused === null) {
        if (!stood && became[n] === 'outBefore') became[n] = 'optedOut';
      } else if (isRowRefusal(refused)) became[n] = refused;
      else throw new Error(`an opt-out of a list was refused: ${refused}`);
    }
  }
  return became;
}

function addressesOf(row: OptOutRow, channel: Channel): string[] {
  return row.addresses.filter((each) => each.channel === channel).map(({ address }) => address);
}

function isRowRefusal(refused: string): refused is Refusal {
  return Object.hasOwn(OPT_OUT_ROW_REFUSALS, refused);
}
