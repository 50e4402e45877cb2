import { describe, expect, it } from 'vitest';
import { mapLiquid } from './map-liquid.ts';

describe('the merge fields and tags of a text', () => {
  it.each([
    ['a {{ b }} c {% d %} e', 'a <{{ b }}@2> c <{% d %}@12> e'],
    ['{{a}}{{b}}', '<{{a}}@0><{{b}}@5>'],
    ['{ {{ a', '{ {{ a'],
    ['{{ a {% b %} c', '{{ a <{% b %}@5> c'],
    ['{% a {{ b }} c', '{% a <{{ b }}@5> c'],
    ['{{ a {{ b }}', '<{{ a {{ b }}@0>'],
  ])('%s', (source, expected) => {
    expect(mapLiquid(source, (piece, at) => `<${piece}@${at}>`)).toBe(expected);
  });

  it('leaves tags alone where only fields are asked for', () => {
    expect(mapLiquid('{% a %}{{ b }}', () => 'x', ['{{'])).toBe('{% a %}x');
  });
});
