import type { Scratch } from './scratch.ts';

export interface Leaver {
  readonly address: string;
  /** Whether their message had not yet begun to be handed over when their wish was acknowledged: then it never may. */
  readonly wasQueued: boolean;
}

interface Message {
  readonly address: string;
  readonly state: string;
}

/** How many of each state's messages may have arrived: sent once, stopped never, unknown once at most. */
const MAY_ARRIVE: Readonly<Record<string, readonly number[]>> = {
  SENT: [1],
  STOPPED: [0],
  UNKNOWN: [0, 1],
};

/** Holds what the mail server took against the record, says what it finds, and gives whether all of it is right. */
export async function judgeStorm(
  { db }: Scratch,
  storm: {
    campaignId: string;
    received: ReadonlyMap<string, number>;
    left: readonly Leaver[];
    /** Mails after which the mail server broke off: each of them is unknown, if its worker lived to see it. */
    dropped: number;
    mostCutOff: number;
  },
): Promise<boolean> {
  const { campaignId, received, left, dropped, mostCutOff } = storm;
  const messages = await db.sql.rows<Message>(
    `SELECT r.address, m.state FROM message m JOIN recipient r ON r.id = m.recipient_id WHERE m.campaign_id = $1`,
    [campaignId],
  );
  const of = (address: string): number => received.get(address) ?? 0;
  const wrong = messages.filter(
    ({ address, state }) => !(MAY_ARRIVE[state] ?? []).includes(of(address)),
  );
  const counts = Map.groupBy(messages, ({ state }) => state);
  const inState = [...counts].map(([state, { length }]) => `${state} ${length}`).toSorted();
  console.log(
    `${messages.length} messages: ${inState.join(', ')}; ${wrong.length} not as the record says`,
  );
  const unknown = counts.get('UNKNOWN')?.length ?? 0;
  console.log(
    `unknown ${unknown} (${dropped} dropped by the mail server, and at most ${mostCutOff} under way at each kill)`,
  );
  const isExplained = unknown >= dropped && unknown <= dropped + mostCutOff;
  const queued = left.filter(({ wasQueued }) => wasQueued);
  const betrayed = queued.filter(({ address }) => of(address) > 0);
  console.log(
    `${left.length} left by one click, ${queued.length} of them before their hand-over began; written to all the same: ${betrayed.length}`,
  );
  return wrong.length === 0 && isExplained && queued.length > 0 && betrayed.length === 0;
}
