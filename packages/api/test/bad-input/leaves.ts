import {
  getNamedType,
  getNullableType,
  type GraphQLInputType,
  isInputObjectType,
  isListType,
} from 'graphql';

export interface Leaf {
  readonly path: string;
  readonly type: string;
  readonly isList: boolean;
}

/** Every field of an input that holds a value, also inside others. */
export function leavesOf(type: GraphQLInputType, path = '', isList = false): Leaf[] {
  const inner = getNullableType(type);
  if (isListType(inner)) return leavesOf(inner.ofType, path, true);
  if (!isInputObjectType(inner)) return [{ path, type: getNamedType(inner).name, isList }];
  return Object.values(inner.getFields()).flatMap((field) =>
    leavesOf(field.type, path === '' ? field.name : `${path}.${field.name}`, isList),
  );
}

/** The input with another value at a path; inside a list, in each of its items. */
export function withValue(input: unknown, path: string, value: unknown): unknown {
  if (path === '') return Array.isArray(input) ? [value] : value;
  if (Array.isArray(input)) return input.map((item) => withValue(item, path, value));
  const [first, ...rest] = path.split('.');
  const given = (input ?? {}) as Record<string, unknown>;
  return { ...given, [first!]: withValue(given[first!], rest.join('.'), value) };
}

export function valueAt(input: unknown, path: string): unknown {
  if (Array.isArray(input)) return valueAt(input[0], path);
  const [first, ...rest] = path.split('.');
  return path === ''
    ? input
    : valueAt((input as Record<string, unknown> | undefined)?.[first!], rest.join('.'));
}
