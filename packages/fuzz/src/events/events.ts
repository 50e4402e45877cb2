import { createHmac } from 'node:crypto';
import { bounceLocalPart } from '@adieu/keys';
import type { Dice } from '../dice.ts';
import type { OpenTarget, Target } from '../target.ts';
import { GATEWAY_SECRET, GATEWAY_USER } from '../world/gateways.ts';
import { change } from '../world/mutate.ts';
import { openWorld, type World } from '../world/open-world.ts';
import { faultOf, originOf } from '../world/send.ts';
import { type DrawnEvent, drawEvent } from './draw-event.ts';

const STRANGER = 401;

/** Who does not prove to be the provider changes nothing; what a provider brings is taken or said to be unreadable, and never a fault. */
export const events: Target<DrawnEvent> = {
  about: 'webhooks of mail providers, with right and wrong proofs',
  draw: (dice: Dice): DrawnEvent => drawEvent(dice),
  async open(ground): Promise<OpenTarget<DrawnEvent>> {
    const world = await openWorld(ground);
    return { answer: (input) => answer(world, input), close: () => world.close() };
  },
};

async function answer(world: World, input: DrawnEvent): Promise<string | null> {
  const { provider, isProven, number } = input;
  const body = bodyOf(world, input);
  const secret = isProven ? GATEWAY_SECRET : 'guessed';
  const basic = Buffer.from(`${GATEWAY_USER}:${secret}`).toString('base64');
  const heard = await world.ask({
    method: 'POST',
    path: `/events/${provider}`,
    headers: {
      'x-forwarded-for': originOf(number),
      'content-type': 'application/json',
      ...(provider !== 'mailgun' && { authorization: `Basic ${basic}` }),
    },
    body,
  });
  if (!isProven) return heard.status === 200 ? 'it was believed' : world.judge(heard);
  const wrong = faultOf(heard) ?? world.logged();
  if (wrong !== null) return wrong;
  await world.changes.accept();
  const isWhole = provider !== 'mailgun' || input.changes.length === 0;
  return heard.status === STRANGER && isWhole ? 'a right proof was not believed' : null;
}

function bodyOf(world: World, { provider, isProven, event, changes, number }: DrawnEvent): string {
  const ours = bounceLocalPart(world.org.ring, world.mail.messageId).slice('bounce+'.length);
  const said = change(JSON.stringify(event), changes).replaceAll('OURS', ours);
  if (provider !== 'mailgun') return said;
  const timestamp = String(Math.floor(Date.now() / 1000));
  const token = `token-${number}`;
  const signature = createHmac('sha256', isProven ? GATEWAY_SECRET : 'guessed')
    .update(timestamp + token)
    .digest('hex');
  return `{"signature":${JSON.stringify({ timestamp, token, signature })},"event-data":${said}}`;
}
