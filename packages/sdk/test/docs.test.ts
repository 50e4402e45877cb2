import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');
const page = readFileSync(join(ROOT, 'docs/campaigns-in-code.md'), 'utf8');
const quoted = [...page.matchAll(/```tsx?\n\/\/ (\S+)\n([\s\S]*?)```/g)].map(
  ([, file, code]) => [file!, code!] as const,
);

describe('docs/campaigns-in-code.md', () => {
  it('quotes the example project', () => {
    expect(quoted.map(([file]) => file)).toEqual([
      'audiences.ts',
      'campaigns/spring.tsx',
      'campaigns/market.ts',
      'campaigns/members.ts',
      'send.ts',
      'opt-outs.ts',
    ]);
  });

  it.each(quoted)('quotes %s as it is', (file, code) => {
    expect(code).toBe(readFileSync(join(ROOT, 'examples/newsletter', file), 'utf8'));
  });
});

it('docs/webhooks.md quotes the example project', () => {
  const webhooks = readFileSync(join(ROOT, 'docs/webhooks.md'), 'utf8');
  const [, code] = /```ts\n\/\/ webhooks\.ts\n([\s\S]*?)```/.exec(webhooks)!;
  expect(code).toBe(readFileSync(join(ROOT, 'examples/newsletter/webhooks.ts'), 'utf8'));
});
