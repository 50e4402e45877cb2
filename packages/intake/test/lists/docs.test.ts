import { LIST_REFUSALS, ROW_REASONS } from '@adieu/domain';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { judgedRows, listOf, shapeOf } from './list-files.ts';

const page = readFileSync(join(import.meta.dirname, '../../../../docs/lists.md'), 'utf8');
// The list of opt-outs is tried as it is imported, by the whole product.
const shown = page.replace(/\n## Import opt-outs\n[\s\S]*?(?=\n## )/, '');
const blocks = [...shown.matchAll(/```(json|ndjson|xml|csv)\n(.*?)```/gs)].map(
  ([, format, content]) => [format!, content!] as const,
);

describe('docs/lists.md', () => {
  it('shows a list of each kind of text', () => {
    expect(blocks.map(([format]) => format).toSorted()).toEqual(['csv', 'json', 'ndjson', 'xml']);
  });

  it.each(blocks)('its %s is found out, and each of its people taken', async (format, content) => {
    const file = listOf(content);
    expect((await shapeOf(file)).format).toBe(format.toUpperCase());
    const taken = (await judgedRows(file)).flatMap((row) =>
      'addresses' in row ? [row.addresses[0]!.address] : [],
    );
    expect(taken.slice(0, 2)).toEqual(['astrid@example.test', 'mads@example.test']);
  });

  it('says of opt-outs since when', async () => {
    for (const [format, content] of blocks) {
      if (format === 'csv' || format === 'json') continue;
      const [first] = await judgedRows(listOf(content), { kind: 'OPT_OUTS' });
      expect(first).toMatchObject({ optsOut: true, since: expect.any(Date) });
    }
  });

  it('says of each refusal and of each reason what to do', () => {
    // Without what the formatter makes tables even with.
    const plain = page.replaceAll('\\', '').replace(/ +/g, ' ');
    for (const { message, remedy } of [
      ...Object.values(LIST_REFUSALS),
      ...Object.values(ROW_REASONS),
    ])
      expect(plain).toContain(`| ${message} | ${remedy} |`);
  });
});
