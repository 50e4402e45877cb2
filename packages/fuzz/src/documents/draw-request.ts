import type { Dice } from '../dice.ts';
import { drawDocument, type Root } from './draw-document.ts';

/** A request to GraphQL. */
export interface DrawnRequest {
  readonly who: 'nobody' | 'a stranger' | 'a campaigner';
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly type: string;
  readonly accept: string;
  readonly body: string;
  /** The body's letters stand for bytes (latin1). */
  readonly isBytes: boolean;
}

const LONGEST_PATH = 6_000;
const TYPES = [
  'application/json; charset=utf-16',
  'application/json; charset="',
  'application/graphql',
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'multipart/form-data',
  'application/json, application/json',
  'application/graphql+json',
  '',
  '*/*',
];

export function drawRequest(dice: Dice): DrawnRequest {
  const who = dice.one(['nobody', 'a stranger', 'a campaigner'] as const);
  const isStream = dice.chance(0.1);
  const query = drawDocument(dice, drawRoot(dice, who, isStream));
  const method = dice.chance(0.05) ? 'GET' : 'POST';
  const route = `/graphql${isStream ? '/stream' : ''}`;
  const asked = encodeURIComponent(query.toWellFormed()).slice(0, LONGEST_PATH);
  const path = method === 'GET' ? `${route}?query=${asked}` : route;
  return {
    who,
    method,
    path,
    ...drawBody(dice, query),
    type: dice.chance(0.05) ? dice.one(TYPES) : 'application/json',
    accept: isStream ? 'text/event-stream' : dice.chance(0.05) ? dice.one(TYPES) : '*/*',
  };
}

/** Who has a key may change much, and that is no fault: they only ask. */
function drawRoot(dice: Dice, who: DrawnRequest['who'], isStream: boolean): Root {
  if (isStream && dice.chance(0.5)) return 'subscription';
  return who === 'a campaigner' || dice.chance(0.5) ? 'query' : 'mutation';
}

type Body = Pick<DrawnRequest, 'body' | 'isBytes'>;
const asText = (body: string): Body => ({ body, isBytes: false });
const asBytes = (body: string): Body => ({ body, isBytes: true });

function drawBody(dice: Dice, query: string): Body {
  const operation: Record<string, unknown> = { query };
  if (dice.chance(0.4)) operation['variables'] = drawValue(dice, 0);
  if (dice.chance(0.1)) operation['operationName'] = dice.one(['Named', '', null, 1, {}]);
  if (dice.chance(0.1)) operation['extensions'] = drawValue(dice, 0);
  const json = JSON.stringify(operation);
  if (dice.chance(0.85)) return asText(json);
  const at = dice.below(json.length);
  const many = Array.from({ length: dice.few(500) }, () => json);
  return dice.one<() => Body>([
    () => asText(`[${many.join(',')}]`),
    () => asText(json.slice(0, at)),
    () => asBytes(`${json.slice(0, at)}\xff\xfe\xc0\x80${json.slice(at)}`),
    () => asBytes(`\xff\xfe${Buffer.from(json, 'utf16le').toString('latin1')}`),
    () => asText(`\ufeff${json}`),
    () => asText(json.replace('{', '{"__proto__":{"x":1},')),
    () => asText(json.replace('{', '{"constructor":{"prototype":{}},')),
    () => asText(dice.one(['', 'null', '[]', '""', '1', '{}', '{"query":null}', '{"query":1}'])),
    () => asText(query),
  ])();
}

const NAMES = ['v', 'w', 'input', 'id', 'ids', '__proto__', 'constructor', 'toString', ''];

function drawValue(dice: Dice, depth: number): unknown {
  if (depth < 5 && dice.chance(0.5))
    return Object.fromEntries(
      Array.from({ length: dice.few(20) }, () => [dice.one(NAMES), drawValue(dice, depth + 1)]),
    );
  return dice.one<() => unknown>([
    () => 'x'.repeat(dice.few(50_000)),
    () => Array.from({ length: dice.few(3_000) }, () => 'x'),
    () => Array.from({ length: dice.few(3_000) }).reduce<unknown>((inner) => [inner], null),
    () => 1e308,
    () => null,
    () => '\ud800',
  ])();
}
