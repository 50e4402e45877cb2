import type { Dice } from '../dice.ts';
import { drawCss, drawHtml, drawLiquid } from './draw-parts.ts';

/** A campaign of one language as somebody who means harm might write it, and whom it is filled for. */
export interface HostileCampaign {
  readonly subject: string;
  readonly mjml: string;
  readonly html: string;
  readonly text: string;
  readonly partials: Readonly<Record<string, { readonly en: string }>>;
  readonly header: 'TOP' | 'PLACED' | 'NONE' | null;
  readonly fields: Readonly<Record<string, string>>;
}

const FIELDS = ['a', 'b', 'c', '__proto__', 'constructor', 'time_zone'];
const VALUES = [
  '',
  ' ',
  'Åsa',
  'one',
  'x',
  'https://a.example/',
  'javascript:alert(1)',
  '"><script>alert(1)</script>',
  "' style='display:none",
  '{{ contact.a }}',
  '-->',
  '\u202e\u200b',
  'x'.repeat(2_000),
];

export function drawSource(dice: Dice): HostileCampaign {
  const isMjml = dice.chance(0.35);
  const body = drawBody(dice);
  const way = dice.chance(0.6) ? '<p><a href="{{ unsubscribe_url }}">Leave this list</a></p>' : '';
  const content = dice.chance(0.5) ? `<p>Hello</p>${way}${body}` : `<p>Hello</p>${body}${way}`;
  return {
    subject: dice.chance(0.9) ? 'Spring' : drawLiquid(dice) || 'Spring',
    mjml: isMjml ? drawMjml(dice, content) : '',
    html: isMjml ? '' : content,
    text: dice.chance(0.2) ? `Hello ${drawLiquid(dice)}` : '',
    partials: Object.fromEntries(
      ['p', 'q', 'r'].map((name) => [name, { en: dice.chance(0.5) ? 'x' : drawBody(dice) }]),
    ),
    header: dice.one(['TOP', 'PLACED', 'NONE', null]),
    fields: Object.fromEntries(
      FIELDS.filter(() => dice.chance(0.7)).map((field) => [field, dice.one(VALUES)]),
    ),
  };
}

function drawBody(dice: Dice): string {
  let body = '';
  for (let i = dice.few(12); i > 0; i--) {
    const piece = dice.one([drawHtml, drawHtml, drawLiquid, drawCss])(dice);
    body += piece.repeat(Math.min(dice.few(20_000), Math.ceil(30_000 / (piece.length + 1))));
  }
  return body;
}

function drawMjml(dice: Dice, content: string): string {
  const head = dice.chance(0.3)
    ? `<mj-head><mj-style>.x{}${drawLiquid(dice)}</mj-style></mj-head>`
    : '';
  const element = dice.one(['mj-text', 'mj-raw', 'mj-button', 'mj-table', 'mj-text css-class="x"']);
  const inside = `<${element}>${content}</${element.split(' ')[0]}>`;
  const whole = `<mjml>${head}<mj-body><mj-section><mj-column>${inside}</mj-column></mj-section></mj-body></mjml>`;
  if (dice.chance(0.9)) return whole;
  const at = dice.below(whole.length);
  return whole.slice(0, at) + dice.one(['<', '"', '</mj-text>', '<mj-a', '-->']) + whole.slice(at);
}
