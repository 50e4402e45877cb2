import {
  getNamedType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
  isScalarType,
} from 'graphql';

/** The smallest operation that asks for a root field, with something in every argument that it needs, and in those named. */
export function operationFor(
  schema: GraphQLSchema,
  kind: 'Query' | 'Mutation',
  name: string,
  optional: readonly string[] = [],
): string {
  const type = kind === 'Query' ? schema.getQueryType()! : schema.getMutationType()!;
  const field: GraphQLField<unknown, unknown> = type.getFields()[name]!;
  const args = field.args
    .filter((arg) => isRequiredArgument(arg) || optional.includes(arg.name))
    .map((arg) => `${arg.name}: ${anything(arg.type)}`);
  const selection = isCompositeType(getNamedType(field.type)) ? ' { __typename }' : '';
  return `${kind.toLowerCase()} { ${name}${args.length > 0 ? `(${args.join(', ')})` : ''}${selection} }`;
}

/** Something that fits a type. */
export function anything(type: GraphQLInputType): string {
  if (isNonNullType(type)) return anything(type.ofType);
  if (isListType(type)) return `[${anything(type.ofType)}]`;
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter(isRequiredInputField);
    return `{ ${fields.map((field) => `${field.name}: ${anything(field.type)}`).join(', ')} }`;
  }
  if (isScalarType(type) && type.name === 'DateTime') return '"2026-05-04T08:00:00.000Z"';
  if (isScalarType(type) && type.name === 'ISO8601Duration') return '"P7D"';
  if (isScalarType(type) && type.name === 'Boolean') return 'true';
  return type.name === 'Int' ? '1' : '"something"';
}
