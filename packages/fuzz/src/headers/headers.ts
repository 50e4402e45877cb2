import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createMailIn } from '@adieu/intake';
import { bounceLocalPart, feedbackId, mailtoLocalPart, replyLocalPart } from '@adieu/keys';
import type { Dice } from '../dice.ts';
import type { OpenTarget, Target } from '../target.ts';
import { change } from '../world/mutate.ts';
import { openWorld, type World } from '../world/open-world.ts';
import { type DrawnHttp, drawHttp } from './draw-http.ts';
import { type DrawnMail, drawMail } from './draw-mail.ts';
import { sendMail } from './send-mail.ts';
import { talk } from './talk.ts';

type Input = DrawnHttp | DrawnMail;

const DOMAIN = 'leave.example.test';

/** Whatever stands around a request or a mail, its server stays, has no fault, and takes nothing for a wish that is none. */
export const headers: Target<Input> = {
  about:
    'headers and bodies of HTTP to each route, and mails, bounces and complaints to each address of ours',
  draw: (dice: Dice): Input => (dice.chance(0.6) ? drawHttp(dice) : drawMail(dice)),
  async open(ground): Promise<OpenTarget<Input>> {
    const world = await openWorld(ground);
    const mailIn = createMailIn({
      db: world.db,
      ring: world.org.ring,
      log: world.log,
      clock: () => new Date(),
      mailDomain: DOMAIN,
    });
    const server = mailIn.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const mailPort = (server.address() as AddressInfo).port;
    return {
      answer: (input) => ('to' in input ? mail(world, mailPort, input) : http(world, input)),
      async close() {
        await new Promise<void>((resolve) => mailIn.close(resolve));
        await world.close();
      },
    };
  },
};

/** What comes to `complaints@` and is understood by nobody waits for a person: it may do that alone. */
function heldTo(to: DrawnMail['to'], changed: string | null): string | null {
  return to === 'complaint' && changed === 'it changed inbound_message' ? null : changed;
}

/** Addresses that say by themselves whom a mail concerns. */
const SIGNED: ReadonlySet<DrawnMail['to']> = new Set(['leave', 'answer', 'bounce']);

async function http(world: World, { raw }: DrawnHttp): Promise<string | null> {
  const said = raw.replaceAll('LINK', world.mail.token);
  const { heard, end } = await talk(Number(new URL(world.origin).port), said);
  if (end === 'silent') return 'it was neither answered nor hung up on';
  const [, status = '0'] = /^HTTP\/1\.1 (\d{3})/.exec(heard) ?? [];
  return world.judge({ status: Number(status), body: heard });
}

async function mail(
  world: World,
  port: number,
  { from, to, changes, raw, isReal }: DrawnMail,
): Promise<string | null> {
  const { ring } = world.org;
  const { messageId, token } = world.mail;
  const local = {
    leave: mailtoLocalPart(token),
    answer: replyLocalPart(ring, messageId),
    bounce: bounceLocalPart(ring, messageId),
    subject: 'leave',
    complaint: 'complaints',
    test: 'leave+test',
    other: 'somebody',
  }[to];
  // Another case of the letters is the same address: what stands behind it too makes it nobody's.
  const forged = SIGNED.has(to) ? [...changes, ['append', 0, 'x'] as const] : changes;
  // A line that ends would begin another command.
  const address = (isReal ? local : change(local, forged)).replaceAll(/[\r\n]/g, '');
  const said = raw
    .replaceAll('FEEDBACK', isReal ? feedbackId(ring, messageId) : 'a'.repeat(56))
    .replaceAll('TOKEN', isReal ? token : `${token.slice(1)}A`);
  const reply = await sendMail(port, { from, to: `${address}@${DOMAIN}`, raw: said });
  if (reply === null) return 'it was neither answered nor hung up on';
  if (/^4(?!21)/.test(reply)) return `it was answered ${reply}`;
  const logged = world.logged();
  if (logged !== null || !isReal) return logged ?? heldTo(to, await world.changes.look());
  await world.changes.accept();
  return null;
}
