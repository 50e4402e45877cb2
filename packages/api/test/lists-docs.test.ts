import { expect } from 'vitest';
import { testExamples } from './test-examples.ts';

testExamples('lists.md', () => {}, {
  ListLink: ({ listLink }: { listLink: { url: string } }) =>
    expect(listLink.url).toMatch(/\/reports\/unsubscribed\?format=xlsx&link=[\w-]{55}$/),
});
