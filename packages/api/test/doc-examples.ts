import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A GraphQL document of a page of docs/, with the variables that stand below it. */
export interface Example {
  readonly name: string;
  readonly query: string;
  readonly variables: string | null;
}

interface DocExamples {
  readonly examples: readonly Example[];
  /** Its blocks of shell commands. */
  readonly commands: readonly string[];
}

/** What a page of docs/ offers to be run as it stands. */
export function docExamples(page: string): DocExamples {
  const text = readFileSync(join(import.meta.dirname, '../../../docs', page), 'utf8');
  const blocks = [...text.matchAll(/^```(\w+)\n([\s\S]+?)^```/gm)].map(([, language, code]) => ({
    language,
    code: code!,
  }));
  const examples = blocks.flatMap(({ language, code }, i): Example[] => {
    if (language !== 'graphql') return [];
    const next = blocks[i + 1];
    const name = /(?:query|mutation) (\w+)/.exec(code)![1]!;
    return [{ name, query: code, variables: next?.language === 'json' ? next.code : null }];
  });
  const commands = blocks.filter(({ language }) => language === 'sh').map(({ code }) => code);
  return { examples, commands };
}

/** The example with everything filled in that it leaves to its reader. */
export function fillIn(example: string, words: Readonly<Record<string, string>>): string {
  return example.replaceAll(/<([a-zA-Z ]+)>/g, (_all, word: string) => {
    const value = words[word];
    if (value === undefined) throw new Error(`nothing is known for <${word}>`);
    return value;
  });
}
