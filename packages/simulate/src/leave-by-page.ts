import { acknowledge, type Life, type World } from './person.ts';
import type { ReadMail } from './read-mail.ts';

/** The buttons of the page, as its HTML has them. */
const LEAVE_ALL = 'button[name="choice"][value="ALL_MARKETING"]';
const LEAVE_SCOPE = 'button[name="choice"][value="THIS_SCOPE"]';

/** Opens the link of the mail's text and presses a button to leave. */
export async function leaveByPage(world: World, life: Life, { wayOut }: ReadMail): Promise<void> {
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
