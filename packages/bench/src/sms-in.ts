import { createSender, storeInbound } from '@adieu/db';
import { type SmsInDeps, type SmsIngress, takeSms } from '@adieu/intake';
import { addressKey } from '@adieu/keys';
import { inTurns } from './in-turns.ts';
import { describeFigure, describeRatio } from './report.ts';
import { openScratch, type Scratch } from './scratch.ts';

const CONNECTIONS = 32;
const TURNS = 5;
const NUMBER = '+46700000001';
const WISH = 'STOPP';
const THANKS = ['Tack!', 'ok thanks', 'When do you open?', 'Hej, kommer på lördag', '👍'];

/** SMS that gateways bring, of which a part asks to stop, stored and acted on; beside the bare insert of the same. */
export async function benchSmsIn(options: { count: number; wishes: number }): Promise<boolean> {
  const scratch = await openScratch();
  try {
    const { count, wishes } = options;
    await prepare(scratch);
    console.log(
      `${count} SMS each, ${wishes} in a hundred ask to stop, ${CONNECTIONS} at once, ${TURNS} turns, no HTTP`,
    );
    const items = Array.from({ length: Math.ceil(count / TURNS) }, (_, i) =>
      i % 100 < wishes ? WISH : THANKS[i % THANKS.length]!,
    );
    const { reference, figure, ratio } = await inTurns(items, {
      reference: (text) => store(scratch, text),
      work: (text) => take(scratch, text),
      atOnce: CONNECTIONS,
      turns: TURNS,
      // Each connection plans what is done for a wish six times before it keeps a plan; those of a server are long-lived.
      warm: Array.from({ length: 800 }, (_, i) => (i % 2 === 0 ? WISH : THANKS[0]!)),
    });
    console.log(describeFigure('reference: the bare insert, pool of 16', reference));
    console.log(describeFigure('taken: proven, stored, understood, in force', figure));
    console.log(describeRatio(ratio, 0.5));
    return ratio >= 0.5;
  } finally {
    await scratch.close();
  }
}

async function prepare({ db, seeded }: Scratch): Promise<void> {
  const { organisationId, accountId } = seeded;
  const form = { kind: 'NUMBER', name: '', address: NUMBER, keyword: '' } as const;
  const made = await createSender(db.sql, { organisationId, accountId, form, isDefault: true });
  if ('refused' in made) throw new Error(made.refused);
}

let next = 0;
const numberOf = (i: number): string => `+4670${String(2_000_000 + i).padStart(7, '0')}`;

async function store({ db, seeded }: Scratch, text: string): Promise<void> {
  const i = next++;
  const now = new Date();
  const from = { address: numberOf(i), addressKey: addressKey(seeded.ring, 'SMS', numberOf(i)) };
  const inbound = {
    channel: 'SMS',
    source: 'bare',
    providerId: String(i),
    isGuess: false,
    raw: Buffer.from(text),
  } as const;
  const rest = { from, to: NUMBER, text, hint: null, part: null, sentAt: now };
  await storeInbound(db.sql, { ...inbound, ...rest }, { state: 'UNDERSTOOD' }, now);
}

/** A fault ends the run by its status. */
const log = { warn() {}, error() {} } as unknown as SmsInDeps['log'];

async function take({ db, seeded }: Scratch, text: string): Promise<void> {
  const i = next++;
  const event = { from: numberOf(i), to: NUMBER, text, at: null, part: null, hint: null };
  const ingress: SmsIngress = {
    name: 'bench',
    mayBeFrom: () => true,
    verify: () => true,
    read: () => ({ events: [{ kind: 'received', gatewayId: String(i), ...event }] }),
    answer: (outcome) => ({
      status: outcome === 'taken' ? 204 : 500,
      contentType: null,
      body: '',
      retryAfterSeconds: null,
    }),
  };
  const deps = {
    db,
    ring: seeded.ring,
    log,
    clock: () => new Date(),
    shortCodes: new Set<string>(),
  };
  const request = {
    method: 'POST',
    publicUrl: '',
    headers: {},
    rawBody: Buffer.from(text),
    remoteAddress: '',
  };
  const { status } = await takeSms(deps, ingress, request);
  if (status !== 204) throw new Error(`an SMS was answered ${status}`);
}
