import { act } from './act.ts';
import type { Facts } from './facts.ts';
import { type MailServer, startMailServer } from './mail-server.ts';
import { beginLife, factsOf, type Life, type World } from './person.ts';
import type { Person } from './population.ts';
import { scan } from './scan.ts';

/** The population with its mail server: who gets a mail does what they do. */
export interface Crowd {
  readonly people: readonly Person[];
  readonly byAddress: ReadonlyMap<string, Person>;
  readonly smtpUrl: string;
  /** Before this mails are only taken. */
  wakeUp(world: Omit<World, 'countScan'>): void;
  count(): { mails: number; acted: number; toAct: number };
  untilAllActed(): Promise<void>;
  facts(): Pick<Facts, 'people' | 'arrived' | 'refused' | 'scans'>;
  close(): Promise<void>;
}

/** Brings the population to life. */
export async function gatherCrowd(people: readonly Person[]): Promise<Crowd> {
  const lives = new Map(people.map((person) => [person.address, beginLife(person)]));
  const acting = new Set<Promise<void>>();
  let world: World | null = null;
  let scans = 0;
  let acted = 0;

  async function receive(life: Life, raw: string, isFirst: boolean): Promise<void> {
    if (world === null) return;
    if (life.person.scanned) await scanned(world, life, raw);
    if (!isFirst) return;
    await act(world, life);
    if (isActive(life.person)) acted += 1;
  }

  const server: MailServer = await startMailServer({
    hasMailbox: (address) => lives.get(address)?.person.kind !== 'bounce',
    deliver(mail, of) {
      const life = lives.get(mail.to);
      if (life === undefined) return;
      if (of === 'house') {
        life.house.push(mail);
        return;
      }
      const isFirst = life.first === null;
      // Who does nothing needs no mail to do it with, and thousands of them would fill the memory.
      life.first ??= isActive(life.person) ? mail : { ...mail, raw: '' };
      const doing = receive(life, mail.raw, isFirst);
      acting.add(doing);
      void doing.finally(() => acting.delete(doing));
    },
  });
  return {
    people,
    byAddress: new Map(people.map((person) => [person.address, person])),
    smtpUrl: server.url,
    wakeUp(given) {
      world = { ...given, countScan: () => void (scans += 1) };
    },
    count: () => ({
      mails: server.arrived.length,
      acted,
      toAct: people.filter(isActive).length,
    }),
    async untilAllActed() {
      while (acting.size > 0) await Promise.all(acting);
    },
    facts: () => ({
      people: [...lives.values()].map(factsOf),
      arrived: server.arrived,
      refused: server.refused,
      scans,
    }),
    close: () => server.close(),
  };
}

const isActive = ({ kind }: Person): boolean => kind !== 'silent' && kind !== 'bounce';

/** A scanner that can not open a link is trouble like any other: what it opened must answer. */
async function scanned(world: World, life: Life, raw: string): Promise<void> {
  try {
    await scan(world, life.person.ip, raw);
  } catch (error) {
    if (!world.stop.aborted) life.trouble = `its scanner failed: ${(error as Error).message}`;
  }
}
