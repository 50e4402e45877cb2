import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Facts } from '../src/facts.ts';
import { judge } from '../src/judge.ts';
import { drawPopulation, type Kind } from '../src/population.ts';
import { readSetting } from '../src/read-setting.ts';
import type { SmsKind } from '../src/sms/people.ts';

const MAIN = join(import.meta.dirname, '../dist/main.js');
const MAIL = { subject: 'Hello {{ contact.first_name }}', text: 'The light is back.' };
const BY_SMS = {
  stop: 0.2,
  misspell: 0.1,
  swear: 0.1,
  comeback: 0.1,
  thank: 0.1,
  forward: 0.1,
  noSignal: 0.1,
};
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'adieu-simulated-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Started {
  readonly child: ChildProcess;
  /** In the environment of everything that it starts. */
  readonly mark: string;
  readonly file: string;
  said(): string;
}

async function start(setting: object, ...options: string[]): Promise<Started> {
  const mark = randomUUID();
  const file = join(folder, `${mark}.json`);
  await writeFile(file, JSON.stringify(setting));
  const child = spawn(process.execPath, [MAIN, file, ...options], {
    env: { ...process.env, SIMULATE_MARK: mark },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const output of [child.stdout, child.stderr])
    output.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return { child, mark, file, said: () => text };
}

/** The environments of all processes that a simulation started, itself among them. */
function environmentsOf(mark: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return readFileSync(join('/proc', pid, 'environ'), 'utf8');
      } catch {
        return '';
      }
    })
    .filter((environment) => environment.includes(`SIMULATE_MARK=${mark}`));
}

const endOf = async (child: ChildProcess): Promise<number | null> => {
  if (child.exitCode === null) await once(child, 'exit');
  return child.exitCode;
};

describe('adieu simulate (N13)', () => {
  it('plays a campaign to sixty people on the real stack, and each gets what was promised', async () => {
    const [html, json] = [join(folder, 'drawn.html'), join(folder, 'drawn.json')];
    const shares = { oneClick: 0.05, page: 0.05, reply: 0.04, complaint: 0.04, forwarder: 0.04 };
    const answers = { answer: 0.04, away: 0.04 };
    const machines = { robot: 0.2, bounce: 0.04, returned: 0.04, scanner: 0.4 };
    const run = await start(
      {
        campaign: MAIL,
        population: { size: 60, shares: { ...shares, ...answers, ...machines } },
        sms: { text: 'Ljuset är tillbaka.', size: 30, shares: BY_SMS },
        admin: { confirms: 0.4, declines: 0.4, afterDays: 0.5 },
        time: { secondsPerDay: 1, daysBetweenMailings: 2 },
        seed: 3,
      },
      '--out',
      html,
      '--json',
      json,
    );
    expect(await endOf(run.child), run.said()).toBe(0);
    expect(environmentsOf(run.mark)).toEqual([]);

    const { facts } = JSON.parse(await readFile(json, 'utf8')) as { facts: Facts };
    const people = drawPopulation(await readSetting(run.file));
    const addresses = (kind: Kind): string[] =>
      people.filter((each) => each.kind === kind).map(({ address }) => address);
    const inState = (method: string, ...states: string[]): string[] =>
      facts.requests
        .filter((each) => each.method === method && states.includes(each.state))
        .map(({ address }) => address);
    expect(inState('MAILTO', 'CONFIRMED').toSorted()).toEqual(addresses('reply').toSorted());
    expect(inState('MAIL_REPLY', 'CONFIRMED').toSorted()).toEqual(addresses('answer').toSorted());
    expect(inState('LINK', 'CONFIRMED').toSorted()).toEqual(addresses('page').toSorted());
    expect(inState('LINK', 'LIFTED').toSorted()).toEqual(addresses('forwarder').toSorted());
    expect(inState('ONE_CLICK', 'CONFIRMED')).toEqual(
      expect.arrayContaining(addresses('oneClick')),
    );
    expect(facts.requests).toHaveLength(26);
    const second = facts.mailings[1]!.at;
    const again = new Set(
      facts.arrived.filter(({ at }) => at > second).map((each) => each.address),
    );
    expect(addresses('silent').filter((address) => !again.has(address))).toEqual([]);
    expect(facts.scans).toBeGreaterThan(0);
    // Both mailings went to all, and who has no mailbox was tried once (P7).
    expect(facts.refused.toSorted()).toEqual(addresses('bounce').toSorted());

    const bySms = facts.sms!;
    const endOfSms = (kind: SmsKind): string[] => {
      const numbers = bySms.people.filter((each) => each.kind === kind).map((each) => each.address);
      return bySms.requests
        .filter(({ address }) => numbers.includes(address))
        .map(({ method, state }) => `${method} ${state}`);
    };
    expect(endOfSms('stop')).toEqual(Array(6).fill('SMS_KEYWORD CONFIRMED'));
    expect(endOfSms('comeback')).toEqual(Array(3).fill('SMS_KEYWORD LIFTED'));
    expect(endOfSms('swear')).toEqual(Array(3).fill('SMS_KEYWORD CONFIRMED'));
    // The friends' own numbers are out as well: they wrote STOPP.
    const friends = bySms.requests.filter(({ address }) => address.startsWith('+46732'));
    expect([bySms.requests.length, friends.length]).toEqual([18, 3]);

    const page = load(await readFile(html, 'utf8'));
    expect(page('.verdict').text()).toMatch(/^All \d+ promises were kept\.$/);
    expect(page('figure svg[role=img]')).toHaveLength(3);
    expect(page('script, link, img')).toHaveLength(0);

    // What a broken promise would look like: somebody who did nothing was to be stopped, and a leaver was written to.
    const [leaver, idle] = [addresses('oneClick')[0]!, addresses('silent')[0]!];
    const pretended = facts.people.map((each) =>
      each.address === idle ? { ...each, kind: 'oneClick' as const } : each,
    );
    const written = { address: leaver, messageId: 'one-too-many', at: facts.endedAt };
    const stopped = bySms.people.find(({ kind }) => kind === 'stop')!.address;
    const texted = { address: stopped, messageId: 'one-too-many', at: facts.endedAt };
    const sms = { ...bySms, arrived: [...bySms.arrived, texted] };
    const arrived = [...facts.arrived, written];
    const broken = judge({ ...facts, people: pretended, arrived, sms })
      .filter(({ kept }) => !kept)
      .map(({ about }) => about);
    expect(broken).toEqual([
      'mails after an acknowledged goodbye, while it is in force',
      'mails that the mail server took, as the record says',
      'people who press the mail program’s button stop',
      'SMS after an acknowledged goodbye, while it is in force',
      'SMS that the gateway took, as the record says',
    ]);
  }, 180_000);

  it('reports what its author expected in vain, and ends with code 1', async () => {
    const html = join(folder, 'broken.html');
    const run = await start(
      {
        campaign: MAIL,
        population: { size: 5, shares: { oneClick: 0.2 }, reactAfterDays: 0.1 },
        time: { secondsPerDay: 1 },
        mailings: 1,
        expect: { optOutRate: 0.1 },
      },
      '--out',
      html,
    );
    expect(await endOf(run.child), run.said()).toBe(1);
    expect(run.said()).toMatch(
      /BROKEN {2}opt-out rate at the end +expected at most 10.00 %, was 20/,
    );
    expect(load(await readFile(html, 'utf8'))('tr.broken')).toHaveLength(1);
  }, 180_000);

  it('stops everything that it started at Ctrl-C, and leaves no folder behind', async () => {
    const run = await start({
      campaign: MAIL,
      population: { size: 20, shares: { page: 0.5 }, reactAfterDays: 100 },
      time: { secondsPerDay: 60 },
    });
    while (!run.said().includes('day 0')) await once(run.child.stdout!, 'data');
    const started = environmentsOf(run.mark);
    expect(started.length).toBeGreaterThan(6);
    const keysFile = started
      .map((each) => /(?:^|\0)KEYS_FILE=([^\0]+)/.exec(each)?.[1])
      .find(Boolean);
    expect(existsSync(keysFile!)).toBe(true);
    run.child.kill('SIGINT');
    expect(await endOf(run.child), run.said()).toBe(130);
    expect(environmentsOf(run.mark)).toEqual([]);
    expect(existsSync(dirname(keysFile!))).toBe(false);
  }, 180_000);

  it('says what is wrong with its file before it starts anything', async () => {
    const run = await start({ campaign: MAIL, population: { size: 0 } });
    expect(await endOf(run.child)).toBe(1);
    expect(run.said()).toMatch(
      /^adieu: .*needs mending:\n {2}population.size: must be 1 or more\n$/,
    );
  });
});
