import {
  getNullableType,
  type GraphQLField,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isScalarType,
} from 'graphql';

/** Where in a field's arguments an id may stand: `input.scope.id`. */
export function idPositions(field: GraphQLField<unknown, unknown>): string[] {
  return leafPositions(field, (scalar) => scalar === 'ID');
}

/** Where in a field's arguments the token of a link stands, which opens what it was made for. */
export function tokenPositions(field: GraphQLField<unknown, unknown>): string[] {
  return leafPositions(field, (_, path) => /token$/i.test(path));
}

function leafPositions(
  field: GraphQLField<unknown, unknown>,
  isWanted: (scalar: string, path: string) => boolean,
): string[] {
  const positionsIn = (type: GraphQLInputType, path: string, depth: number): string[] => {
    const inner = unlisted(type);
    if (isInputObjectType(inner) && depth < 4)
      return Object.values(inner.getFields()).flatMap((each) =>
        positionsIn(each.type, `${path}.${each.name}`, depth + 1),
      );
    return isScalarType(inner) && isWanted(inner.name, path) ? [path] : [];
  };
  return field.args.flatMap(({ name, type }) => positionsIn(type, name, 0));
}

function unlisted(type: GraphQLInputType): GraphQLInputType {
  const inner = getNullableType(type);
  return isListType(inner) ? unlisted(inner.ofType) : inner;
}

/** Valid arguments of a field: what is required, and `id` at one position. Other ids come from `own`, by their name. */
export function argumentsWith(
  field: GraphQLField<unknown, unknown>,
  own: (name: string) => string,
  at: string | null = null,
  id: unknown = '',
): Record<string, unknown> {
  return fill(
    field.args.map(({ name, type }) => [name, type] as const),
    '',
    { own, at, id },
  );
}

interface Filling {
  readonly own: (name: string) => string;
  readonly at: string | null;
  readonly id: unknown;
}

function fill(
  fields: readonly (readonly [string, GraphQLInputType])[],
  prefix: string,
  how: Filling,
): Record<string, unknown> {
  const values = fields.flatMap(([name, type]): [string, unknown][] => {
    const path = prefix === '' ? name : `${prefix}.${name}`;
    const isOnTheWay = how.at === path || (how.at?.startsWith(`${path}.`) ?? false);
    return isNonNullType(type) || isOnTheWay ? [[name, valueOf(type, name, path, how)]] : [];
  });
  return Object.fromEntries(values);
}

function valueOf(type: GraphQLInputType, name: string, path: string, how: Filling): unknown {
  const inner = getNullableType(type);
  if (isListType(inner)) return [valueOf(inner.ofType, name, path, how)];
  if (isInputObjectType(inner))
    return fill(
      Object.values(inner.getFields()).map((field) => [field.name, field.type] as const),
      path,
      how,
    );
  if (isEnumType(inner))
    return enumFor(
      inner.getValues().map(({ name: word }) => word),
      how,
    );
  if (how.at === path) return how.id;
  if (inner.name === 'ID') return how.own(name);
  return (
    { DateTime: '2026-05-04T08:00:00.000Z', ISO8601Duration: 'P7D', Boolean: true, Int: 1 }[
      inner.name
    ] ??
    TEXTS[name] ??
    'something'
  );
}

/** A scope is of the kind that its id is of. */
function enumFor(words: readonly string[], { id }: Filling): string {
  // Lists within lists by the thousand are ids too, of whoever attacks: they are of no kind, and too deep to be made a text.
  const [prefix] = typeof id === 'string' ? id.split('_') : [''];
  const kind = { book: 'BOOK', topic: 'TOPIC', account: 'ACCOUNT' }[prefix!];
  return words.find((word) => word === kind) ?? words[0]!;
}

/** What must be of some form, by the name of its argument. */
const TEXTS: Readonly<Record<string, string>> = {
  address: 'somebody@example.test',
  addresses: 'somebody@example.test',
  to: 'somebody@example.test',
  email: 'somebody@example.test',
  language: 'en',
  csv: 'email\nsomebody@example.test\n',
};
