import { setTimeout as wait } from 'node:timers/promises';
import type { Wish } from '../facts.ts';
import { acknowledge, later, type World } from '../person.ts';
import { type SimulatedGateway, startGateway, type TakenSms } from './gateway.ts';
import type { SmsKind, SmsPerson } from './people.ts';

type SmsWorld = Pick<World, 'db' | 'secondsPerDay' | 'stop'>;

interface SmsLife {
  readonly person: SmsPerson;
  wish: Wish | null;
  trouble: string | null;
  isReached: boolean;
  /** Called with the next SMS, if somebody waits for one. */
  next: ((sms: TakenSms) => void) | null;
}

/** Those who get SMS, with their gateway: who gets one does what they do. */
export interface Phones {
  readonly people: readonly SmsPerson[];
  readonly gateway: SimulatedGateway;
  wakeUp(world: SmsWorld, graphql: string): void;
  untilAllActed(): Promise<void>;
  facts(): readonly Pick<SmsLife, 'person' | 'wish' | 'trouble'>[];
}

/** Nobody agrees to what they have not read; in real time, as the product is as fast as it is. */
const READS_MS = 2_000;
/** How long the question after START may take. */
const QUESTION_WITHIN_MS = 30_000;

export async function openPhones(people: readonly SmsPerson[]): Promise<Phones> {
  const lives = new Map(
    people.map((person): [string, SmsLife] => [
      person.address,
      { person, wish: null, trouble: null, isReached: false, next: null },
    ]),
  );
  const acting = new Set<Promise<void>>();
  let world: SmsWorld | null = null;
  const gateway = await startGateway({
    hasSignal: (number) => lives.get(number)?.person.kind !== 'noSignal',
    deliver(sms) {
      const life = lives.get(sms.to);
      if (life === undefined || world === null) return;
      life.next?.(sms);
      if (life.isReached) return;
      life.isReached = true;
      const doing = act(world, gateway, life, sms);
      acting.add(doing);
      void doing.finally(() => acting.delete(doing));
    },
  });
  return {
    people,
    gateway,
    wakeUp(given, graphql) {
      world = given;
      gateway.connect(graphql);
    },
    async untilAllActed() {
      while (acting.size > 0) await Promise.all(acting);
    },
    facts: () => [...lives.values()],
  };
}

const LEAVES: ReadonlySet<SmsKind> = new Set(['stop', 'misspell', 'swear', 'comeback']);

async function act(
  world: SmsWorld,
  gateway: SimulatedGateway,
  life: SmsLife,
  { from }: TakenSms,
): Promise<void> {
  const { kind, address, friend, afterDays, words } = life.person;
  if (kind === 'silent' || kind === 'noSignal') return;
  try {
    await later(world, afterDays);
    await gateway.bring(kind === 'forward' ? friend : address, from, words);
    if (LEAVES.has(kind)) await acknowledge(world, life, Date.now());
    if (kind === 'comeback') await comeBack(world, gateway, life, from);
  } catch (error) {
    if (!world.stop.aborted) life.trouble = (error as Error).message;
  }
}

/** START, the question that answers it, and the second word. */
async function comeBack(
  world: SmsWorld,
  gateway: SimulatedGateway,
  life: SmsLife,
  from: string,
): Promise<void> {
  const { address, afterDays } = life.person;
  await later(world, afterDays);
  const question = new Promise<TakenSms>((resolve, reject) => {
    life.next = resolve;
    setTimeout(() => reject(new Error('START was not answered')), QUESTION_WITHIN_MS).unref();
  });
  await gateway.bring(address, from, 'START');
  await question;
  life.next = null;
  await wait(READS_MS, undefined, { signal: world.stop });
  await gateway.bring(address, from, 'JA');
}
