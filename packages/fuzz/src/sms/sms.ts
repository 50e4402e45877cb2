import type { Dice } from '../dice.ts';
import type { OpenTarget, Target } from '../target.ts';
import { openWorld, type World } from '../world/open-world.ts';
import { faultOf, originOf } from '../world/send.ts';
import { type DrawnSms, drawSms } from './draw-sms.ts';
import { prove } from './prove.ts';

type Input = DrawnSms & { readonly origin: number };

const STRANGER = 401;

/** Who does not prove to be the gateway changes nothing; what a gateway brings is taken or refused, and never a fault. */
export const sms: Target<Input> = {
  about: 'calls of SMS gateways, with right and wrong signatures, and of those who would be one',
  draw: (dice: Dice): Input => ({ ...drawSms(dice), origin: dice.below(2 ** 24) }),
  async open(ground): Promise<OpenTarget<Input>> {
    const world = await openWorld(ground);
    return { answer: (input) => answer(world, input), close: () => world.close() };
  },
};

async function answer(world: World, input: Input): Promise<string | null> {
  const { gateway, proof, method, rest, type, origin } = input;
  const path = `/sms/${gateway}${rest.replace('OURS', world.mail.messageId)}`;
  const body = method === 'GET' ? Buffer.alloc(0) : Buffer.from(input.body, 'latin1');
  const proven = prove(input, path, body);
  if (proven === null) return null;
  const headers = {
    'x-forwarded-for': originOf(origin),
    ...(type !== '' && { 'content-type': type }),
    ...proven,
  };
  const heard = await world.ask({ method, path, headers, ...(method === 'POST' && { body }) });
  if (proof !== 'right')
    return heard.status === 200 || heard.status === 204
      ? `it was believed: ${heard.status}`
      : world.judge(heard);
  const wrong = faultOf(heard) ?? world.logged();
  if (wrong !== null) return wrong;
  await world.changes.accept();
  return heard.status === STRANGER && isWhole(input) ? 'a right proof was not believed' : null;
}

/** Twilio signs forms alone, of 500 fields at most, and the URL that it calls. */
function isWhole({ gateway, method, type, body, rest }: Input): boolean {
  if (gateway !== 'twilio') return true;
  const isForm = type.startsWith('application/x-www-form-urlencoded');
  return method === 'POST' && isForm && body.length < 1_000 && !rest.includes('?');
}
