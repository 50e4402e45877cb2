import { setTimeout as wait } from 'node:timers/promises';
import { returnedMail, spamReport } from './machine-mail.ts';
import { acknowledge, type Life, type World } from './person.ts';
import { type ReadMail, readMail } from './read-mail.ts';
import type { Kind } from './population.ts';

type Act = (world: World, life: Life, mail: ReadMail) => Promise<void>;

const MAIL_WITHIN_MS = 30_000;
const LOOK_AGAIN_MS = 500;
/** How long a filter takes to look at a mail. */
const FILTER_MS = 1_000;
/** The buttons of our pages, as its HTML has them. */
const LEAVE_ALL = 'button[name="choice"][value="ALL_MARKETING"]';
const LEAVE_SCOPE = 'button[name="choice"][value="THIS_SCOPE"]';
const ASK_RETURN = 'button[name="intent"][value="return"]';
const CONFIRM = 'button[name="intent"][value="confirm"]';

const ACTS: Readonly<Partial<Record<Kind, Act>>> = {
  oneClick,
  robot,
  page: leaveByPage,
  reply,
  complaint,
  forwarder,
  returned,
};

/** Does what this person does with the first mail, in his own time. What he can not do is kept as trouble. */
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

async function later({ secondsPerDay, stop }: World, days: number): Promise<void> {
  await wait(days * secondsPerDay * 1000, undefined, { signal: stop });
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

async function leaveByPage(world: World, life: Life, { wayOut }: ReadMail): Promise<void> {
  if (wayOut === null) throw new Error('the mail has no link of a way out');
  const browser = world.browsers.at(life.person.ip);
  const page = await browser.open(wayOut);
  if (page.status !== 200) throw new Error(`the page answered ${page.status}`);
  if (page.html.html().includes(life.person.address))
    throw new Error('the page shows the address unmasked');
  const choice = life.person.leaves === 'ALL' ? LEAVE_ALL : LEAVE_SCOPE;
  const done =
    (await browser.press(page, choice)) ??
    (await browser.press(page, LEAVE_SCOPE)) ??
    (await browser.press(page, LEAVE_ALL));
  if (done === null) throw new Error('the page has no button to leave');
  if (done.status !== 200) throw new Error(`leaving by the page answered ${done.status}`);
  await acknowledge(world, life, done.answeredAt);
}

async function reply(world: World, life: Life, { mailto }: ReadMail): Promise<void> {
  if (mailto === null) throw new Error('the mail has no mailto in its header');
  const { address } = life.person;
  const raw = `From: <${address}>\r\nTo: <${mailto}>\r\nSubject: STOP\r\nDate: ${new Date().toUTCString()}\r\n\r\nSTOP\r\n`;
  const posted = await world.post.send({ from: address, to: mailto, raw });
  if (!posted.taken) throw new Error(`mail-in did not take STOP: ${posted.answer}`);
  await acknowledge(world, life, Date.now());
}

/** By the address that the mail names for reports; where nobody takes them there, as a provider's portal does, by the API. */
async function complaint(world: World, life: Life, { complaints: to }: ReadMail): Promise<void> {
  const { address } = life.person;
  if (to === null) throw new Error('the mail names no address for spam reports');
  const raw = spamReport({ address, to, raw: life.first!.raw, now: new Date() });
  const posted = await world.post.send({ from: 'feedback@mailbox.example.test', to, raw });
  if (!posted.taken) {
    world.note(
      `Spam reports (ARF) to the mails' CFBL-Address are not taken by mail-in (${codeOf(posted.answer)}): they were reported by GraphQL instead.`,
    );
    await world.reportSpam(address);
  }
  await acknowledge(world, life, Date.now());
}

async function returned(world: World, life: Life): Promise<void> {
  const { returnPath: to, raw } = life.first!;
  const mail = returnedMail({ address: life.person.address, to, raw, now: new Date() });
  const posted = await world.post.send({ from: '', to, raw: mail });
  if (!posted.taken)
    world.note(
      `Returned mails (DSN) to the mails' return path are not taken by mail-in (${codeOf(posted.answer)}): they change nothing.`,
    );
}

/** The friend can not be told from the reader; so the reader must be able to come back, by his own mailbox alone (P-12). */
async function forwarder(world: World, life: Life, mail: ReadMail): Promise<void> {
  await leaveByPage(world, life, mail);
  await later(world, life.person.afterDays);
  const browser = world.browsers.at(life.person.ip);
  const known = life.house.length;
  const asked = await browser.press(await browser.open(mail.wayOut!), ASK_RETURN);
  const link =
    asked === null ? null : await linkOfReturn(world, life, { known, page: mail.wayOut! });
  if (link !== null) {
    const confirmed = await browser.press(await browser.open(link), CONFIRM);
    if (confirmed?.status !== 200) throw new Error('the return could not be confirmed');
  }
  life.cameBack = true;
}

/**
 * The link of the mail that asks to confirm; waits for it. Null where the wish was declined or ran out in the meantime:
 * then there is nothing to come back from, the page says so, and no mail is due.
 */
async function linkOfReturn(
  world: World,
  life: Life,
  { known, page }: { known: number; page: string },
): Promise<string | null> {
  const browser = world.browsers.at(life.person.ip);
  const deadline = Date.now() + MAIL_WITHIN_MS;
  for (let next = known; Date.now() < deadline;) {
    const mail = life.house[next];
    if (mail === undefined) {
      const { html } = await browser.open(page);
      if (html(ASK_RETURN).length === 0) return null;
      await wait(LOOK_AGAIN_MS, undefined, { signal: world.stop });
      continue;
    }
    next += 1;
    const { links } = await readMail(mail.raw, world.origin);
    const link = links.find((each) => each.startsWith(`${world.origin}/o/`));
    if (link === undefined) continue;
    life.confirmations += 1;
    return link;
  }
  throw new Error('no mail came to confirm the return');
}

const codeOf = (answer: string): string => answer.split('\n', 1)[0]!.trim();
