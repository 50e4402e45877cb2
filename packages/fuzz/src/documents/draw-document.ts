import {
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isListType,
  isObjectType,
} from 'graphql';
import type { Dice } from '../dice.ts';
import { change, drawChanges } from '../world/mutate.ts';
import { schema } from '../world/schema.ts';
import { drawFlood } from './draw-flood.ts';

export type Root = 'query' | 'mutation' | 'subscription';

const TEXTS = [
  '""',
  '"x"',
  '"\\u0000"',
  '"\\ud800"',
  '"\\u{10ffff}"',
  '"\\u{ffffffff}"',
  '"""\n  block\n """',
  '"""\\""""""',
  '"__proto__"',
  '"2026-05-04T08:00:00Z"',
  '"9999-99-99"',
  '"P99999999999Y"',
  '"somebody@example.test"',
  '"\u202e"',
];
const OTHERS = ['null', 'true', '-0', '1e400', '99999999999', '[]', '{}', '[[[[]]]]', 'ENUM', '$v'];

/** A document for some root, sound or not. */
export function drawDocument(dice: Dice, root: Root): string {
  if (dice.chance(0.25)) return drawFlood(dice, root);
  const whole = drawOperation(dice, root);
  return dice.chance(0.25) ? change(whole, drawChanges(dice)) : whole;
}

function drawOperation(dice: Dice, root: Root): string {
  const type = {
    query: schema.getQueryType(),
    mutation: schema.getMutationType(),
    subscription: schema.getSubscriptionType(),
  }[root];
  const variables = dice.chance(0.2) ? '($v: ID, $w: [String!] = ["x"])' : '';
  const name = dice.chance(0.3) ? ' Named' : '';
  return `${root}${name}${variables} ${selectionOf(dice, type!, 0)}`;
}

function selectionOf(dice: Dice, type: GraphQLNamedType, depth: number): string {
  if (isAbstractType(type)) {
    const parts = Array.from({ length: 1 + dice.below(3) }, () => {
      const of = dice.one(schema.getPossibleTypes(type));
      return `... on ${of.name} ${selectionOf(dice, of, depth + 1)}`;
    });
    return `{ __typename ${parts.join(' ')} }`;
  }
  if (!isObjectType(type)) return '';
  const fields = Object.values(type.getFields());
  const count = depth === 0 ? dice.few(8) : 1 + dice.below(4);
  const selected = Array.from({ length: count }, () => fieldOf(dice, dice.one(fields), depth));
  return `{ ${selected.join(' ')} }`;
}

function fieldOf(dice: Dice, field: GraphQLField<unknown, unknown>, depth: number): string {
  const alias = dice.chance(0.15) ? `a${dice.below(3)}: ` : '';
  const args = field.args
    .filter(({ type }) => String(type).endsWith('!') || dice.chance(0.4))
    .map(({ name, type }) => `${name}: ${valueOf(dice, type, 0)}`);
  const passed = args.length > 0 ? `(${args.join(', ')})` : '';
  const directive = dice.chance(0.05)
    ? dice.one([' @include(if: true)', ' @skip(if: $v)', ' @deprecated', ' @defer', ' @x'])
    : '';
  const inside =
    depth < dice.few(14) ? ` ${selectionOf(dice, getNamedType(field.type), depth + 1)}` : '';
  return `${alias}${field.name}${passed}${directive}${inside}`;
}

function valueOf(dice: Dice, type: GraphQLInputType, depth: number): string {
  if (dice.chance(0.1)) return dice.one([...TEXTS, ...OTHERS]);
  const inner = getNullableType(type);
  if (isListType(inner)) {
    const items = Array.from({ length: dice.few(4) }, () => valueOf(dice, inner.ofType, depth + 1));
    return `[${items.join(', ')}]`;
  }
  if (isEnumType(inner)) return dice.one(inner.getValues()).name;
  if (isInputObjectType(inner)) {
    const fields = Object.values(inner.getFields())
      .filter((each) => (String(each.type).endsWith('!') || dice.chance(0.3)) && depth < 5)
      .map((each) => `${each.name}: ${valueOf(dice, each.type, depth + 1)}`);
    return `{ ${fields.join(', ')} }`;
  }
  if (inner.name === 'Int')
    return dice.one(['0', '1', '-1', '50', '2147483647', '2147483648', '-2147483649']);
  return inner.name === 'Boolean' ? dice.one(['true', 'false']) : dice.one(TEXTS);
}
