import { GraphQLError } from 'graphql';

/** Mistakes that a document is told of: each may quote it. */
export const MOST_MISTAKES = 5;

const LONGEST = 200;

/** A message cut to a length that no echo of an input grows past. */
export function shortened(message: string): string {
  return message.length <= LONGEST ? message : `${message.slice(0, LONGEST - 1)}…`;
}

/** What graphql-js adds of the schema's own names: not for who may not read the schema. */
const SUGGESTION = / ?Did you mean [^?]*\?/g;
/** Values as they came: whoever sent them knows them. */
const QUOTED = /( cannot represent [^:]*): .*$/s;

/** What a client hears of a document that is not right. */
export function toldOf(message: string, hints: boolean): string {
  const told = message.replace(QUOTED, '$1.');
  return shortened(hints ? told : told.replaceAll(SUGGESTION, ''));
}

/** A mistake of a document as its sender hears it. */
export function toldError({ message, nodes }: GraphQLError, hints: boolean): GraphQLError {
  return new GraphQLError(toldOf(message, hints), { nodes: nodes ?? null });
}
