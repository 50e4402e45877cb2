import {
  getNullableType,
  type GraphQLInputType,
  isInputObjectType,
  isListType,
  isScalarType,
} from 'graphql';

/** Arguments with each id among them changed by `change`; what is no id stays. */
export function mapIds(
  value: unknown,
  type: GraphQLInputType,
  change: (id: string) => string,
): unknown {
  const given = getNullableType(type);
  if (value === null || value === undefined) return value;
  if (isListType(given) && Array.isArray(value))
    return value.map((each) => mapIds(each, given.ofType, change));
  if (isInputObjectType(given)) {
    const fields = given.getFields();
    const changed = Object.entries(value).map(([name, inner]) => {
      const field = fields[name];
      return [name, field === undefined ? inner : mapIds(inner, field.type, change)];
    });
    return Object.fromEntries(changed);
  }
  return isScalarType(given) && given.name === 'ID' && typeof value === 'string'
    ? change(value)
    : value;
}
