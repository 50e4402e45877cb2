import {
  getNamedType,
  type GraphQLField,
  isCompositeType,
  isObjectType,
  isUnionType,
  type GraphQLSchema,
} from 'graphql';

export interface RootField {
  readonly root: 'Query' | 'Mutation';
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

/** An operation that asks for a field with its arguments as variables of their names. */
export function operationOf({ root, field }: RootField): string {
  const declared = field.args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const passed = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
  const head = declared === '' ? '' : `(${declared})`;
  const args = passed === '' ? '' : `(${passed})`;
  return `${root.toLowerCase()} ${head} { ${field.name}${args}${selection(field)} }`;
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
