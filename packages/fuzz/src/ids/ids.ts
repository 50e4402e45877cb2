import {
  argumentsWith,
  idPositions,
  operationOf,
  type RootField,
  rootFields,
} from '@adieu/testkit/graphql';
import type { Dice } from '../dice.ts';
import type { OpenTarget, Target } from '../target.ts';
import { openWorld, OTHER_NAME, type World } from '../world/open-world.ts';
import { schema } from '../world/schema.ts';
import { type Asked, originOf } from '../world/send.ts';
import { drawId, type DrawnId, idOf } from './draw-id.ts';

const KEYS = ['adminKey', 'campaignerKey', 'reviewerKey', 'auditorKey', 'operatorKey'] as const;

interface InField {
  readonly field: number;
  readonly position: number;
}

interface Input {
  readonly id: DrawnId;
  readonly key: (typeof KEYS)[number] | null;
  readonly place: InField | { readonly path: string };
  readonly origin: number;
}

const FIELDS: readonly RootField[] = rootFields(schema).filter(
  ({ field }) => idPositions(field).length > 0,
);
const PATHS = [
  '/audience/ID',
  '/audience/ID?unfiltered=1',
  '/reports/campaigns/ID',
  '/reports/accounts/ID',
  '/reports/unsubscribed?book=ID',
  '/reports/unsubscribed?account=ID',
  '/reports/unsubscribed?topic=ID',
];

/** Ids that are nobody's or somebody else's find nothing, tell nothing and change nothing, wherever an id may stand. */
export const ids: Target<Input> = {
  about: 'ids of others and of nothing, in each position of each field and route',
  draw(dice: Dice): Input {
    const place = dice.chance(0.9)
      ? { field: dice.below(FIELDS.length), position: dice.fraction() }
      : { path: dice.one(PATHS) };
    const key = dice.chance(0.05) ? null : dice.chance(0.6) ? 'adminKey' : dice.one(KEYS);
    return { id: drawId(dice), key, place, origin: dice.below(2 ** 24) };
  },
  async open(ground): Promise<OpenTarget<Input>> {
    const world = await openWorld(ground);
    return { answer: (input) => answer(world, input), close: () => world.close() };
  },
};

async function answer(world: World, { id: drawn, key, place, origin }: Input) {
  const made = idOf(drawn, world.own, world.theirs);
  // An operator is the installation's: every organisation is theirs to look after.
  if (made === null || (key === 'operatorKey' && 'theirs' in drawn)) return null;
  const headers = {
    'x-forwarded-for': originOf(origin),
    ...(key !== null && { authorization: `Bearer ${world.org[key]}` }),
  };
  const asked =
    'path' in place
      ? { method: 'GET', path: place.path.replace('ID', encoded(made.id)), headers }
      : operation(world, place, made.id, headers);
  const heard = await world.ask(asked);
  const wrong = await world.judge(heard);
  if (wrong !== null) return `${wrong}\n${asked.path} ${'body' in asked ? String(asked.body) : ''}`;
  return heard.body.includes(OTHER_NAME) ? `it tells of others: ${heard.body.slice(0, 500)}` : null;
}

function operation(
  world: World,
  { field: index, position }: InField,
  id: unknown,
  headers: Readonly<Record<string, string>>,
): Asked {
  const each = FIELDS[index]!;
  const positions = idPositions(each.field);
  const at = positions[Math.floor(position * positions.length)]!;
  const own = (name: string): string => world.own[kindOf(name, each.field.name)] ?? 'none_x';
  const variables = argumentsWith(each.field, own, at, id);
  return {
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query: operationOf(each), variables }),
  };
}

/** Of what an argument's id is: as it is called, or as its field is where it is called `id`. */
function kindOf(argument: string, field: string): string {
  const name = /^ids?$/.test(argument) ? field : argument;
  return Object.entries(NAMES).find(([, pattern]) => pattern.test(name))?.[0] ?? 'book';
}

const NAMES: Readonly<Record<string, RegExp>> = {
  campaign: /campaign/i,
  contact: /contact/i,
  topic: /topic/i,
  sender: /sender/i,
  member: /member/i,
  recipient: /recipient/i,
  optout: /opt|request/i,
  key: /key/i,
  org: /organisation/i,
  book: /book|list/i,
  account: /account/i,
};

function encoded(id: unknown): string {
  const text = typeof id === 'string' ? id : JSON.stringify(id);
  return encodeURIComponent(text.toWellFormed());
}
