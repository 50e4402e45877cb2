import type { Dice } from '../dice.ts';

const NAMES = [
  'email',
  'phone',
  'first_name',
  'unsubscribed',
  'consent_at',
  '__proto__',
  '',
  'a.b',
];
const VALUES: readonly unknown[] = [
  'somebody@example.test',
  '+46701740605',
  '',
  null,
  true,
  0,
  -1.5,
  1e300,
  '2026-05-04',
  '=1+1',
  '\u202e',
  '💥',
  [],
  {},
  ['a@example.test', { b: [null] }],
  { email: { address: 'a@example.test' } },
];
const DEEP = 50_000;
const LONG = 300_000;

type Row = Readonly<Record<string, unknown>>;

/** Records as JSON, as lines of JSON or as XML, and what only begins like them. */
export function drawKeyed(dice: Dice): string {
  if (dice.chance(0.15)) return drawOdd(dice);
  const names = Array.from({ length: 1 + dice.few(6) }, () => dice.one(NAMES));
  const rows = Array.from({ length: dice.few(40) }, (): Row =>
    Object.fromEntries(names.map((name) => [name, drawValue(dice)])),
  );
  return dice.one<() => string>([
    () => JSON.stringify(rows),
    () => JSON.stringify({ meta: { count: rows.length }, data: { items: rows } }),
    () => rows.map((row) => JSON.stringify(row)).join(dice.one(['\n', '\r\n', '\n\n', ''])),
    () => xmlOf(rows, dice),
  ])();
}

function drawValue(dice: Dice): unknown {
  const value = dice.one(VALUES);
  return typeof value === 'string' && dice.chance(0.02) ? value.repeat(dice.few(LONG)) : value;
}

function xmlOf(rows: readonly Row[], dice: Dice): string {
  const text = (value: unknown): string => {
    const said = typeof value === 'string' ? value : JSON.stringify(value);
    return dice.chance(0.9) ? said.replaceAll('&', '&amp;').replaceAll('<', '&lt;') : said;
  };
  const each = rows.map((row) => {
    const cells = Object.entries(row).map(([name, value]) => `<${name}>${text(value)}</${name}>`);
    return dice.chance(0.9) ? `<r>${cells.join('')}</r>` : `<r at="1" ${cells[0] ?? ''}/>`;
  });
  return `<?xml version="1.0"?>${dice.one(['', '<!DOCTYPE l>', LAUGHS])}<l>${each.join('\n')}</l>`;
}

const LAUGHS =
  '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>';

function drawOdd(dice: Dice): string {
  const count = dice.few(DEEP);
  return dice.one<() => string>([
    () => '['.repeat(count),
    () => `[${'{"a":'.repeat(count)}1${'}'.repeat(count)}]`,
    () => `{"a":${'['.repeat(count)}${']'.repeat(count)}}`,
    () => '<a>'.repeat(count),
    () => `<l>${'<r><e>a@b.test</e></r>'.repeat(dice.few(5_000))}`,
    () => `<l><r ${'a="1" '.repeat(count)}/></l>`,
    () => `[{"email":"${'x'.repeat(dice.few(LONG))}`,
    () => `[${'{"email":"a@b.test"},'.repeat(dice.few(5_000))}`,
    () => '{"a":1}\n'.repeat(dice.few(5_000)),
    () => `[{${Array.from({ length: dice.few(5_000) }, (_, i) => `"k${i}":1`).join(',')}}]`,
    () => `<l>${'&amp;'.repeat(count)}</l>`,
    () => `<!--${'-'.repeat(count)}`,
    () => `<l><![CDATA[${']'.repeat(count)}`,
    () => `[${'1e'.repeat(count)}]`,
    () => `[${'"\\u0000",'.repeat(count)}0]`,
  ])();
}
