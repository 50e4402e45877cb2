import { registerEnumType } from 'type-graphql';

/** Makes a GraphQL enum of the domain's words; gives what type-graphql knows it by. */
export function enumOf<Word extends string>(
  name: string,
  words: readonly Word[],
  description?: string,
): Record<Word, Word> {
  const members = Object.fromEntries(words.map((word) => [word, word])) as Record<Word, Word>;
  registerEnumType(members, { name, ...(description !== undefined && { description }) });
  return members;
}
