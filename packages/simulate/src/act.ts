import { setTimeout as wait } from 'node:timers/promises';
import { forwarder } from './forwarder.ts';
import { leaveByPage } from './leave-by-page.ts';
import { answerTo } from './answer-to.ts';
import { returnedMail, spamReport } from './machine-mail.ts';
import { acknowledge, later, type Life, type World } from './person.ts';
import { type ReadMail, readMail } from './read-mail.ts';
import type { Kind } from './population.ts';

type Act = (world: World, life: Life, mail: ReadMail) => Promise<void>;

/** How long a filter takes to look at a mail. */
const FILTER_MS = 1_000;

const ACTS: Readonly<Partial<Record<Kind, Act>>> = {
  oneClick,
  robot,
  page: leaveByPage,
  reply,
  answer: (world, life, mail) => answerBy(world, life, mail, 'PERSON'),
  away: (world, life, mail) => answerBy(world, life, mail, 'MACHINE'),
  complaint,
  forwarder,
  returned,
};

/** Does what this person does with the first mail, in their own time. What they can not do is kept as trouble. */
export async function act(world: World, life: Life): Promise<void> {
  const { person, first } = life;
  try {
    const doIt = ACTS[person.kind];
    if (first === null || doIt === undefined) return;
    await later(world, person.afterDays);
    await doIt(world, life, await readMail(first.raw, world.origin));
  } catch (error) {
    if (world.stop.aborted) return;
    life.trouble = (error as Error).message;
  }
}

async function oneClick(world: World, life: Life, { oneClick: url }: ReadMail): Promise<void> {
  if (url === null) throw new Error('the mail has no button: no https address in its header');
  const { status, answeredAt } = await world.browsers.at(life.person.ip).oneClick(url);
  if (status !== 200) throw new Error(`the button answered ${status}`);
  await acknowledge(world, life, answeredAt);
}

/** In real seconds, as the product finds bursts by real ones. */
async function robot(world: World, life: Life, mail: ReadMail): Promise<void> {
  await wait(FILTER_MS, undefined, { signal: world.stop });
  await oneClick(world, life, mail);
}

async function reply(world: World, life: Life, { mailto }: ReadMail): Promise<void> {
  if (mailto === null) throw new Error('the mail has no mailto in its header');
  const { address } = life.person;
  const raw = `From: <${address}>\r\nTo: <${mailto}>\r\nSubject: STOP\r\nDate: ${new Date().toUTCString()}\r\n\r\nSTOP\r\n`;
  const posted = await world.post.send({ from: address, to: mailto, raw });
  if (!posted.taken) throw new Error(`mail-in did not take STOP: ${posted.answer}`);
  await acknowledge(world, life, Date.now());
}

/** Answers the mail as a mail program does, with all that it quotes; a machine does so for who is away. */
async function answerBy(
  world: World,
  life: Life,
  mail: ReadMail,
  by: 'PERSON' | 'MACHINE',
): Promise<void> {
  const { answersTo: to } = mail;
  if (to === null) throw new Error('the mail says nowhere whom to answer');
  const { address } = life.person;
  const raw = answerTo(mail, { address, to, by, now: new Date() });
  const posted = await world.post.send({ from: address, to, raw });
  if (!posted.taken) throw new Error(`mail-in did not take an answer: ${posted.answer}`);
  if (by === 'PERSON') await acknowledge(world, life, Date.now());
}

async function complaint(world: World, life: Life, { complaints: to }: ReadMail): Promise<void> {
  const { address } = life.person;
  if (to === null) throw new Error('the mail names no address for spam reports');
  const raw = spamReport({ address, to, raw: life.first!.raw, now: new Date() });
  const posted = await world.post.send({ from: 'feedback@mailbox.example.test', to, raw });
  if (!posted.taken) throw new Error(`mail-in did not take a spam report: ${posted.answer}`);
  await acknowledge(world, life, Date.now());
}

async function returned(world: World, life: Life): Promise<void> {
  const { returnPath: to, raw } = life.first!;
  const mail = returnedMail({ address: life.person.address, to, raw, now: new Date() });
  const posted = await world.post.send({ from: '', to, raw: mail });
  if (!posted.taken) throw new Error(`mail-in did not take a returned mail: ${posted.answer}`);
}
