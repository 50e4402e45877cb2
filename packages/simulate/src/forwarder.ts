import { setTimeout as wait } from 'node:timers/promises';
import { leaveByPage } from './leave-by-page.ts';
import { later, type Life, type World } from './person.ts';
import { type ReadMail, readMail } from './read-mail.ts';

const MAIL_WITHIN_MS = 30_000;
const LOOK_AGAIN_MS = 500;
/** The buttons of the pages, as their HTML has them. */
const ASK_RETURN = 'button[name="intent"][value="return"]';
const CONFIRM = 'button[name="intent"][value="confirm"]';

/** The friend can not be told from the reader; so the reader must be able to come back, by their own mailbox alone (P-12). */
export async function forwarder(world: World, life: Life, mail: ReadMail): Promise<void> {
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
