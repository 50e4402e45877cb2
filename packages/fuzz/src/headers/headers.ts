import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createMailIn } from '@adieu/intake';
import { bounceLocalPart, mailtoLocalPart } from '@adieu/keys';
import { pino } from 'pino';
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
  about: 'headers and bodies of HTTP to each route, and of mails to each address of ours',
  draw: (dice: Dice): Input => (dice.chance(0.7) ? drawHttp(dice) : drawMail(dice)),
  async open(ground): Promise<OpenTarget<Input>> {
    const world = await openWorld(ground);
    const mailIn = createMailIn({
      db: world.db,
      ring: world.org.ring,
      log: pino({ level: 'silent' }),
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

async function http(world: World, { raw }: DrawnHttp): Promise<string | null> {
  const said = raw.replaceAll('LINK', world.mail.token);
  const heard = await talk(Number(new URL(world.origin).port), said);
  const [, status = '0'] = /^HTTP\/1\.1 (\d{3})/.exec(heard) ?? [];
  return world.judge({ status: Number(status), body: heard });
}

async function mail(
  world: World,
  port: number,
  { from, to, changes, raw }: DrawnMail,
): Promise<string | null> {
  const { ring } = world.org;
  const local = {
    leave: mailtoLocalPart(world.mail.token),
    bounce: bounceLocalPart(ring, world.mail.messageId),
    subject: 'leave',
    complaint: 'complaints',
    test: 'leave+test',
    other: 'somebody',
  }[to];
  const changed = change(local, to === 'leave' ? [...changes, ['append', 0, 'x']] : changes);
  // A line that ends would begin another command.
  const address = changed.replaceAll(/[\r\n]/g, '');
  const reply = await sendMail(port, { from, to: `${address}@${DOMAIN}`, raw });
  if (/^4(?!21)/.test(reply)) return `it was answered ${reply}`;
  return world.logged() ?? world.changes.look();
}
