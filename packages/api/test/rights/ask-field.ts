import {
  getNamedType,
  type GraphQLField,
  isCompositeType,
  isObjectType,
  isUnionType,
  type GraphQLSchema,
} from 'graphql';
import type { Root } from '../../src/graphql/access/area.ts';
import type { Answer, House } from '../house.ts';

export interface RootField {
  readonly root: Root;
  readonly field: GraphQLField<unknown, unknown>;
}

/** Every field of Query and Mutation; streams have tests of their own. */
export function rootFields(schema: GraphQLSchema): RootField[] {
  return (['Query', 'Mutation'] as const).flatMap((root) => {
    const type = root === 'Query' ? schema.getQueryType() : schema.getMutationType();
    return Object.values(type?.getFields() ?? {}).map((field) => ({
      root,
      field: field as GraphQLField<unknown, unknown>,
    }));
  });
}

/** Asks for a field with these arguments, as whoever holds the key. */
export function askField(
  house: House,
  { root, field }: RootField,
  variables: object,
  key: string | null,
): Promise<Answer<Record<string, unknown> | null>> {
  const declared = field.args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const passed = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
  const head = declared === '' ? '' : `(${declared})`;
  const args = passed === '' ? '' : `(${passed})`;
  const query = `${root.toLowerCase()} ${head} { ${field.name}${args}${selection(field)} }`;
  return house.ask(query, variables, key);
}

/** Enough to tell one answer from another: ids and plain fields of objects, what is said of a problem. */
function selection({ type }: GraphQLField<unknown, unknown>): string {
  const named = getNamedType(type);
  if (!isCompositeType(named)) return '';
  if (isUnionType(named)) return ' { __typename ... on Problem { code message field } }';
  if (!isObjectType(named)) return ' { __typename }';
  const fields = named.getFields();
  if (fields['nodes'] !== undefined) return ' { __typename nodes { __typename } }';
  const plain = Object.values(fields).filter(
    (each) => !isCompositeType(getNamedType(each.type)) && each.args.length === 0,
  );
  return ` { __typename ${plain.map(({ name }) => name).join(' ')} }`;
}

/** Whether an answer says that the caller may not. */
export function isForbidden(
  { data, errors }: Answer<Record<string, unknown> | null>,
  name: string,
): boolean {
  const answered = data?.[name] as { __typename?: string } | null | undefined;
  return (
    errors?.some(({ extensions }) => extensions?.['code'] === 'FORBIDDEN') === true ||
    answered?.__typename === 'Forbidden'
  );
}
