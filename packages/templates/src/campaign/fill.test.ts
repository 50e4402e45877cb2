import { describe, expect, it } from 'vitest';
import { prepareFill } from './fill.ts';
import { Work } from './work.ts';
import { htmlLiquid, textLiquid } from './liquid.ts';

const scopes = [
  { contact: { a: 'Åsa', b: `<b>"x" & 'y'</b>`, 'c-d': '0' }, account: 'Shop' },
  { contact: { a: '{{ contact.b }}' }, account: '' },
  { contact: {}, account: `"` },
];

describe('the quick fill gives what Liquid gives', () => {
  it.each([
    'plain text',
    '{{ contact.a }}',
    '{{contact.b}} and {{ account }}',
    '{{ contact.c-d }}',
    '{{ contact["a"] }}',
    '{{ contact.a | default: "it\'s" }}',
    "{{ contact.a | default: 'a \\\" b' }}",
    '{{ contact.a | default: contact.b }}',
    '{{ contact.a | default: "x" | upcase }}',
    '{{ contact.a | upcase }}',
    '{{ contact.a | default: "" , allow_false: true }}',
    '{{ contact.constructor }}{{ contact.toString }}{{ contact.length }}{{ account.length }}{{ account.size }}',
    '{{ contact }}',
    '{{ "literal" }}{{ 1 }}{{ true }}{{ nil }}',
    'a {{- contact.a -}} b',
    '{% if contact.a %}{{ contact.a }}{% else %}none{% endif %} {{ contact.b }}',
    '{% for i in (1..3) %}{{ i }}{{ contact.a }}{% endfor %}',
    '{% assign n = contact.a | upcase %}{{ n }}',
    '{% if contact.a %}{% assign n = "x" %}{% endif %}{{ n }}',
    '{% capture n %}{{ contact.b }}{% endcapture %}{{ n }}',
    '{% cycle "a", "b" %}{% cycle "a", "b" %}',
    '{% raw %}{{ contact.a }}{% endraw %}{% comment %}x{% endcomment %}',
    '{{ contact.a.b }}',
  ])('%s', (source) => {
    for (const [engine, escape] of [
      [htmlLiquid, true],
      [textLiquid, false],
    ] as const) {
      const templates = engine.parse(source);
      const fill = prepareFill(engine, templates, escape);
      for (const scope of scopes)
        expect(fill(scope, new Work())).toBe(engine.renderSync(templates, scope));
    }
  });
});
