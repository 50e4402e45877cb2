import { describe, expect, it } from 'vitest';
import { judgeLinks } from './links.mjs';

const judge = (text) => {
  const files = { 'docs/a.md': text, 'README.md': '# Two commands\n', 'docs/images/x.png': '' };
  return judgeLinks('docs/a.md', async (path) => files[path] ?? null);
};

describe('a document', () => {
  it('may link to what is there, to its own headings and elsewhere', async () => {
    const links =
      '## Here `it` is\n[up](../README.md#two-commands) [own](#here-it-is) <img src="images/x.png"> [web](https://x.test/y)';
    expect(await judge(links)).toEqual([]);
  });

  it('is told of each file and heading that is not there', async () => {
    expect(await judge('[gone](gone.md), [moved](../README.md#moved)')).toEqual([
      'docs/a.md: there is no docs/gone.md.',
      'docs/a.md: README.md has no heading #moved.',
    ]);
  });

  it('may show links in code', async () => {
    expect(await judge('`[x](gone.md)`\n```md\n[x](gone.md)\n```\n')).toEqual([]);
  });
});
