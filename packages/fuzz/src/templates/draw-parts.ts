import type { Dice } from '../dice.ts';

const NAMES = [
  'contact.a',
  'contact.b',
  'contact.__proto__',
  'contact["constructor"]',
  'contact',
  'account',
  'organisation',
  'unsubscribe_url',
  'unsubscribe',
  'web_version',
  'subject',
  'x',
  '"one"',
  "'.x{display:none}'",
  '(1..9999999)',
  '1',
];
const FILTERS = [
  'default: "x"',
  'append: contact.a',
  'upcase',
  'strip_html',
  'split: ""',
  'join: ","',
  'replace: "", contact.a',
  'date: "%9999Y"',
  'truncatewords: 3',
  'sort',
  'uniq',
  'json',
  'raw',
  'url_encode',
  'times: 1e308',
  'slice: -1, 99999',
  'newline_to_br',
  'escape_once',
  'prepend: "<!--"',
];
const LOOSE = [
  '{{',
  '}}',
  '{%',
  '%}',
  '{{-',
  '-%}',
  '{% endif %}',
  '{% else %}',
  '{% raw %}',
  '{% endraw %}',
  '{% comment %}',
  '{% endcomment %}',
  '{% render "p" %}',
  "{% render 'q' %}",
  '{% include "p" %}',
  '{% liquid\necho x\n%}',
  '{% # %}',
];

/** A field, a condition, a loop, or half of one. */
export function drawLiquid(dice: Dice): string {
  const value = (): string => {
    const filters = Array.from({ length: dice.below(3) }, () => ` | ${dice.one(FILTERS)}`);
    return dice.one(NAMES) + filters.join('');
  };
  const inside = (): string =>
    dice.chance(0.4) ? drawHtml(dice) : dice.chance(0.2) ? drawLiquid(dice) : 'x';
  return dice.one([
    () => `{{ ${value()} }}`,
    () => `{% if ${dice.one(NAMES)} %}${inside()}{% else %}${inside()}{% endif %}`,
    () => `{% if ${dice.one(NAMES)} == ${dice.one(NAMES)} %}${inside()}{% endif %}`,
    () => `{% for i in (1..${dice.few(100_000)}) %}${inside()}{% endfor %}`,
    () => `{% for i in ${value()} %}{{ i }}${inside()}{% endfor %}`,
    () => `{% assign x = ${value()} %}`,
    () => '{% assign x = x | append: x %}',
    () => `{% capture x %}${inside()}{{ x }}{% endcapture %}`,
    () => `{% assign ${dice.one(['unsubscribe_url', 'contact', 'account'])} = ${value()} %}`,
    () => dice.one(LOOSE),
  ])();
}

const TAGS = [
  'p',
  'div',
  'b',
  'a',
  'table',
  'tr',
  'td',
  'style',
  'script',
  'svg',
  'math',
  'template',
  'select',
  'title',
  'textarea',
  'noscript',
  'form',
  'iframe',
  'base',
  'mj-text',
  'scr{{ x }}ipt',
  'x{% if contact.a %}y{% endif %}',
];
const ATTRIBUTES = [
  'style="display:none"',
  'style="{{ contact.a }}"',
  'class="x"',
  'class={{ contact.a }}',
  'hidden',
  'href="{{ contact.a }}"',
  'href="javascript:alert(1)"',
  'href="{{ unsubscribe_url }}"',
  'onclick="alert(1)"',
  '{% if contact.b %}hidden{% endif %}',
  '{% if contact.a %}style=""{% endif %}',
  'title="a>b"',
  "title='",
  'id="i"',
  'dir="rtl"',
];
const LOOSE_HTML = [
  '<!--',
  '-->',
  '<!--[if mso]>',
  '<![endif]-->',
  '<![CDATA[',
  ']]>',
  '<',
  '>',
  '"',
  '</',
  '<!',
  '<?',
  '&#0;',
  '&lt;script>',
  '\0',
  '</p><p>x',
  '<p><b id=1><b id=2><b id=3>',
  '{% if contact.a %}<!--{% endif %}',
  '{% if contact.a %}<div hidden>{% endif %}{% if contact.b %}</div>{% endif %}',
  '<scr{% if true %}ipt>alert(1)</scr{% endif %}ipt>',
];

/** An element, or a piece of one. */
export function drawHtml(dice: Dice): string {
  if (dice.chance(0.3)) return dice.one(LOOSE_HTML);
  const tag = dice.one(TAGS);
  const attributes = Array.from({ length: dice.below(3) }, () => ` ${dice.one(ATTRIBUTES)}`).join(
    '',
  );
  const inside = dice.chance(0.3) ? drawHtml(dice) : dice.chance(0.2) ? drawLiquid(dice) : 'x';
  return dice.chance(0.7) ? `<${tag}${attributes}>${inside}</${tag}>` : `<${tag}${attributes}>`;
}

const RULES = [
  '.x{display:none}',
  'a{color:#fff}',
  '@media (max-width:9px){p{font-size:0}}',
  '@media print{*{display:none}}',
  'a{',
  '}',
  '.a,',
  '/*',
  '*/',
  '@import url(x);',
  '{{ ".x{display:none}" }}',
  '{% if contact.a %}*{opacity:0}{% endif %}',
  'p:has(b) ~ a{display:none}',
  '[href^="h"]{display:none}',
  ':is(:is(:is(a)))>a{x:y}',
  '"',
  '\\',
  'a:not(',
  '@supports (x){@layer a{b{c:d}}}',
  'p{color:var(--x);--x:url(https://a)}',
];

/** A style sheet. */
export function drawCss(dice: Dice): string {
  const rules = Array.from({ length: 1 + dice.below(4) }, () =>
    dice.one(RULES).repeat(dice.few(4_000)),
  );
  return `<style>${rules.join(' ')}${dice.chance(0.9) ? '</style>' : ''}`;
}
