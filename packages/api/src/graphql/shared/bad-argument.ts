import { GraphQLError } from 'graphql';

/**
 * An argument that can not be read at all, by its name. Lists and lookups have no union to refuse with, so it is an
 * error there; a mutation answers it as InvalidInput (access/guard.ts sees to that).
 */
export class BadArgument extends GraphQLError {
  readonly argument: string;

  constructor(argument: string, what: string) {
    super(`Argument "${argument}" ${what}.`, {
      extensions: { code: 'BAD_USER_INPUT', field: argument },
    });
    this.argument = argument;
  }
}
