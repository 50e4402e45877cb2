import {
  coerceInputValue,
  GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  isInputType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type OperationDefinitionNode,
  typeFromAST,
} from 'graphql';
import { shortened } from '../shared/short-message.ts';

type Path = readonly (string | number)[];

/** Ends a coercion at its first mistake. */
class Mistake extends Error {
  readonly path: Path;

  constructor(message: string, path: Path) {
    super(message);
    this.path = path;
  }
}

/** What graphql-js says of a mistake that quotes nothing but names. */
const OF_NAMES =
  /^(?:Expected (?:type|non-nullable)|Field "[^"]*" (?:is not defined|of required type)|Exactly one key)[^\n]*/;

/**
 * The first variable of an operation that can not be read, as an error that quotes no value; null where all can be. Asked
 * before anything is executed: graphql-js goes on to the fiftieth mistake, and quotes all that came in each of them.
 */
export function firstBadVariable(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): GraphQLError | null {
  for (const { variable, type: node, defaultValue } of operation.variableDefinitions ?? []) {
    const type = typeFromAST(schema, node as never) as GraphQLInputType | undefined;
    // Unknown types are the validation's to tell.
    if (!isInputType(type)) continue;
    const name = variable.name.value;
    const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
    if (value === undefined || value === null) {
      if (isNonNullType(type) && (value === null || defaultValue === undefined))
        return refusal(name, [], `of required type "${String(type)}" was not provided`);
      continue;
    }
    try {
      coerceInputValue(value, type, (path, _value, { message }) => {
        throw new Mistake(message, path);
      });
    } catch (error) {
      if (!(error instanceof Mistake)) throw error;
      const told = OF_NAMES.exec(error.message)?.[0].replace(/ Did you mean .*$/, '');
      return refusal(
        name,
        error.path,
        told === undefined
          ? `is no ${String(typeAt(type, error.path))}`
          : `is not right: ${shortened(told).replace(/\.$/, '')}`,
      );
    }
  }
  return null;
}

function refusal(name: string, path: Path, what: string): GraphQLError {
  const at = path.length === 0 ? '' : ` at ${path.join('.')}`;
  return new GraphQLError(`Variable "$${name}"${at} ${what}.`, {
    extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
  });
}

/** The type of what stands at a path. */
function typeAt(type: GraphQLInputType, path: Path): GraphQLInputType {
  const bare = isNonNullType(type) ? type.ofType : type;
  const [step, ...rest] = path;
  if (step === undefined) return type;
  if (isListType(bare)) return typeAt(bare.ofType, rest);
  const field = isInputObjectType(bare) ? bare.getFields()[String(step)] : undefined;
  return field === undefined ? type : typeAt(field.type, rest);
}
