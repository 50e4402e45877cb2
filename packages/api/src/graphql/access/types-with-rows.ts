import {
  getNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isObjectType,
  isUnionType,
} from 'graphql';

/** All objects of a schema that are its own. */
export function objectsOf(schema: GraphQLSchema): GraphQLObjectType[] {
  return Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('__'),
  );
}

export function isRoot(schema: GraphQLSchema, type: GraphQLObjectType): boolean {
  return [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].includes(
    type,
  );
}

/**
 * Whether somebody must say who may see it: not of a list, which has the row of what it lists, nor of what a mutation
 * answers, which its own row guards, nor of a problem.
 */
export function needsRow(schema: GraphQLSchema, type: GraphQLObjectType): boolean {
  if (isRoot(schema, type) || /(?:Connection|Edge)$|^PageInfo$/.test(type.name)) return false;
  return type.getInterfaces().length === 0 && !answersOf(schema).has(type.name);
}

const known = new WeakMap<GraphQLSchema, ReadonlySet<string>>();

/** The objects that mutations alone answer, by the union that is their result. */
function answersOf(schema: GraphQLSchema): ReadonlySet<string> {
  const before = known.get(schema);
  if (before !== undefined) return before;
  const results = Object.values(schema.getMutationType()?.getFields() ?? {})
    .map(({ type }) => getNamedType(type))
    .filter(isUnionType);
  const answers = new Set(results.flatMap((union) => union.getTypes().map(({ name }) => name)));
  known.set(schema, answers);
  return answers;
}
