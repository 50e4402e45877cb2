import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { docExamples, fillIn } from './doc-examples.ts';
import { type House, openHouse } from './house.ts';

/** A house in which a page's examples run, one after the other, as they build on each other. */
export interface Reader {
  readonly house: House;
  /** What the page leaves to its reader: `<such a word>` in an example. */
  readonly words: Record<string, string>;
}

/** By its example's name, what tells whether it did what the page says. */
export type Answers = Readonly<Record<string, (data: never, reader: Reader) => void>>;

/** Tests that every GraphQL example of a page of docs/ works as it stands; tests that follow meet the same house. */
export function testExamples(
  page: string,
  prepare: (reader: Reader) => Promise<void> | void,
  answers: Answers,
  /** Of the requirements that the page meets. */
  cites = '',
): Reader {
  const { examples } = docExamples(page);
  let house: House;
  const reader: Reader = {
    get house() {
      return house;
    },
    words: {},
  };
  const filled = (text: string): string => fillIn(text, reader.words);
  beforeAll(async () => {
    house = await openHouse();
    await prepare(reader);
  });
  afterAll(() => house?.close());

  describe(`docs/${page}${cites && ` ${cites}`}`, () => {
    it('has an answer here for every example', () => {
      expect(examples.map(({ name }) => name).toSorted()).toEqual(Object.keys(answers).toSorted());
    });

    it.each(examples)('$name works as it stands', async ({ name, query, variables }) => {
      const { data, errors } = await house.ask<never>(
        filled(query),
        variables === null ? {} : (JSON.parse(filled(variables)) as object),
      );
      expect(errors).toBeUndefined();
      answers[name]!(data, reader);
    });
  });
  return reader;
}
