import { type RootField, operationOf, rootFields, tokenPositions } from '@adieu/testkit/graphql';
import { argumentsWith } from '@adieu/testkit/graphql';
import type { Dice } from '../dice.ts';
import type { OpenTarget, Target } from '../target.ts';
import { type Change, change, drawChanges } from '../world/mutate.ts';
import { openWorld, type World } from '../world/open-world.ts';
import { type RealTokens, TOKEN_KINDS } from '../world/real-tokens.ts';
import { schema } from '../world/schema.ts';
import { type Asked, originOf } from '../world/send.ts';
import {
  judgeSigned,
  SIGNED_KINDS,
  type SignedKind,
  signedBy,
  type Signer,
  SIGNERS,
} from './signed.ts';

/** Where a token is put: into the path of a page, a header, or a field of GraphQL. */
type Place =
  | { readonly path: string; readonly method: 'GET' | 'POST' }
  | { readonly header: 'Bearer' | 'Session' | ''; readonly path: string }
  | { readonly field: number; readonly position: number };

type Input =
  | { readonly signed: SignedKind; readonly by: Signer; readonly changes: readonly Change[] }
  | {
      readonly kind: keyof RealTokens;
      readonly place: Place;
      readonly changes: readonly Change[];
      readonly origin: number;
    };

const FIELDS: readonly RootField[] = rootFields(schema).filter(
  ({ field }) => tokenPositions(field).length > 0,
);
const PATHS = ['/u/', '/m/', '/o/', '/d/', '/s/', '/review/', '/join/', '/t/'];
const GUARDED = ['/graphql', '/metrics', '/audience/book_x', '/reports/unsubscribed'];

/** What is not signed, or is no secret of anybody's, opens nothing and changes nothing, wherever it is shown. */
export const tokens: Target<Input> = {
  about: 'tokens of links, members, sessions and keys, changed in ways that somebody might',
  draw(dice: Dice): Input {
    const changes = drawChanges(dice);
    if (dice.chance(0.6)) return { signed: dice.one(SIGNED_KINDS), by: dice.one(SIGNERS), changes };
    const place = dice.one<() => Place>([
      () => ({ path: dice.one(PATHS), method: dice.one(['GET', 'POST'] as const) }),
      () => ({ header: dice.one(['Bearer', 'Session', ''] as const), path: dice.one(GUARDED) }),
      () => ({ field: dice.below(FIELDS.length), position: dice.fraction() }),
    ])();
    return { kind: dice.one(TOKEN_KINDS), place, changes, origin: dice.below(2 ** 24) };
  },
  async open(ground): Promise<OpenTarget<Input>> {
    const world = await openWorld(ground);
    return { answer: (input) => answer(world, input), close: () => world.close() };
  },
};

async function answer(world: World, input: Input): Promise<string | null> {
  const { changes } = input;
  if ('signed' in input) {
    const from = signedBy(input.signed, input.by);
    return judgeSigned(input.signed, input.by, from, change(from, changes));
  }
  const real = world.tokens[input.kind];
  const token = change(real, changes);
  // Blanks around a key in a header are none of it, nor is what may end a path.
  if (token.trim().replace(/[/?#].*$/s, '') === real) return null;
  const asked = put(input.place, token);
  if (asked === null) return null;
  const { headers, ...rest } = asked;
  const from = { 'x-forwarded-for': originOf(input.origin), ...headers };
  return world.judge(await world.ask({ ...rest, headers: from }));
}

const ONE_CLICK = 'List-Unsubscribe=One-Click';
const JSON_TYPE = { 'content-type': 'application/json' };

/** Null: no client can send this. */
function put(place: Place, token: string): Asked | null {
  if ('method' in place) {
    const path = `${place.path}${encodeURI(token.toWellFormed())}`;
    const body = place.method === 'POST' ? { body: ONE_CLICK } : {};
    return { method: place.method, path, ...body };
  }
  if ('header' in place) {
    // Others are refused before they are sent.
    if (!/^[\t -~\x80-\xff]*$/.test(token)) return null;
    const headers = { authorization: `${place.header} ${token}`.trim() };
    if (place.path !== '/graphql') return { method: 'GET', path: place.path, headers };
    const body = JSON.stringify({ query: '{ viewer { name } me { name } }' });
    return { method: 'POST', path: place.path, headers: { ...JSON_TYPE, ...headers }, body };
  }
  const each = FIELDS[place.field]!;
  const positions = tokenPositions(each.field);
  const at = positions[Math.floor(place.position * positions.length)]!;
  const variables = argumentsWith(each.field, () => 'topic_x', at, token);
  const body = JSON.stringify({ query: operationOf(each), variables });
  return { method: 'POST', path: '/graphql', headers: JSON_TYPE, body };
}
