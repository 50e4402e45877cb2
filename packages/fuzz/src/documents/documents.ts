import type { OpenTarget, Target } from '../target.ts';
import { openWorld, type World } from '../world/open-world.ts';
import { originOf } from '../world/send.ts';
import { type DrawnRequest, drawRequest } from './draw-request.ts';

type Input = DrawnRequest & { readonly origin: number };

/** Whatever is sent to GraphQL is answered soon, without a fault, and changes nothing where nobody may change anything. */
export const documents: Target<Input> = {
  about: 'documents of GraphQL, their variables and the bodies around them',
  draw: (dice) => ({ ...drawRequest(dice), origin: dice.below(2 ** 24) }),
  async open(ground): Promise<OpenTarget<Input>> {
    const world = await openWorld(ground);
    return { answer: (input) => answer(world, input), close: () => world.close() };
  },
};

async function answer(world: World, input: Input): Promise<string | null> {
  const { who, method, path, type, accept, body, isBytes, origin } = input;
  const keys = {
    nobody: null,
    'a stranger': 'adieu_admin_x',
    'a campaigner': world.org.campaignerKey,
  };
  const key = keys[who];
  const headers = {
    'x-forwarded-for': originOf(origin),
    accept,
    ...(type !== '' && { 'content-type': type }),
    ...(key !== null && { authorization: `Bearer ${key}` }),
  };
  const sent = method === 'GET' ? {} : { body: Buffer.from(body, isBytes ? 'latin1' : 'utf8') };
  return world.judge(await world.ask({ method, path, headers, ...sent }));
}
