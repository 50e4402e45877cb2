import {
  type DirectiveNode,
  type DocumentNode,
  GraphQLError,
  Kind,
  OperationTypeNode,
  parse,
  type SelectionSetNode,
  visit,
} from 'graphql';

/** How large a document may be, for whom. */
export interface DocumentBounds {
  /** UTF-16 units of its text. */
  readonly length: number;
  readonly tokens: number;
}

/** Of who came with a key, or of our own pages: enough for any client. */
export const KNOWN: DocumentBounds = { length: 100_000, tokens: 3_000 };
/** Of anybody else: what a link opens needs less. */
export const STRANGER: DocumentBounds = { length: 16_000, tokens: 600 };

/** Of one name, and of fragments, in one selection: validation compares each with each, so its work grows with the square. */
const MOST_ALIKE = 40;

/**
 * Reads a document; or what is too much of it. Done before anybody validates it, as validation is where a small document
 * can cost seconds.
 */
export function readBounded(
  query: string,
  bounds: DocumentBounds,
): { readonly document: DocumentNode } | { readonly refused: GraphQLError } {
  if (query.length > bounds.length)
    return tooMuch(`A document may have ${bounds.length} characters; put values into variables.`);
  let document;
  try {
    document = parse(query, { maxTokens: bounds.tokens });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return { refused: error };
  }
  if (isRepetitive(document))
    return tooMuch(`A selection may name the same, or fragments, ${MOST_ALIKE} times at most.`);
  const variable = variableOfSubscription(document);
  return variable === null
    ? { document }
    : tooMuch(`A subscription can not leave its field out by a variable: $${variable}.`);
}

function isRepetitive(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    SelectionSet(node) {
      found ||= hasTooManyAlike(node);
      return found ? false : undefined;
    },
  });
  return found;
}

function hasTooManyAlike({ selections }: SelectionSetNode): boolean {
  if (selections.length <= MOST_ALIKE) return false;
  const counts = new Map<string, number>();
  return selections.some((node) => {
    const name = node.kind === Kind.FIELD ? (node.alias ?? node.name).value : '...';
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count > MOST_ALIKE;
  });
}

/**
 * By what `@skip` or `@include` ask of the one field that a subscription has, or null: the rule that there is one does not know variables
 * yet, and throws where another would tell a mistake.
 */
function variableOfSubscription({ definitions }: DocumentNode): string | null {
  let found: string | null = null;
  const look = (node: { directives?: readonly DirectiveNode[] | undefined }): void => {
    for (const { value } of (node.directives ?? []).flatMap((each) => each.arguments ?? []))
      if (value.kind === Kind.VARIABLE) found ??= value.name.value;
  };
  for (const root of definitions) {
    const isTheirs =
      root.kind === Kind.OPERATION_DEFINITION
        ? root.operation === OperationTypeNode.SUBSCRIPTION
        : root.kind === Kind.FRAGMENT_DEFINITION &&
          root.typeCondition.name.value === 'Subscription';
    if (!isTheirs) continue;
    visit(root, {
      Field: (node) => {
        look(node);
        return false;
      },
      InlineFragment: look,
      FragmentSpread: look,
    });
  }
  return found;
}

function tooMuch(message: string): { readonly refused: GraphQLError } {
  return { refused: new GraphQLError(message, { extensions: { code: 'BAD_REQUEST' } }) };
}
