import { zipOf } from '@adieu/testkit/zip-of';
import type { Dice } from '../dice.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';

const CELLS = [
  '<c t="inlineStr"><is><t>a@example.test</t></is></c>',
  '<c t="s"><v>0</v></c>',
  '<c t="s"><v>99999999</v></c>',
  '<c t="s"><v>-1</v></c>',
  '<c r="XFD1048576"><v>1</v></c>',
  '<c r="ZZZZZZ9"><v>1</v></c>',
  '<c r="A1"><f>HYPERLINK("http://x")</f><v>1</v></c>',
  '<c t="d"><v>2026-05-04</v></c>',
  '<c s="4000000"><v>46000.5</v></c>',
  '<c t="e"><v>#REF!</v></c>',
  '<c t="b"><v>7</v></c>',
  '<c><v>1e400</v></c>',
  '<c/>',
];
const ROWS = [
  '<row>',
  '<row r="1">',
  '<row r="1048576">',
  '<row r="-5">',
  '<row r="99999999999">',
  '<row r="x">',
];

/** A workbook whose parts are somebody's, in a zip that may lie. One letter stands for a byte (latin1). */
export function drawWorkbook(dice: Dice): string {
  const rows = Array.from({ length: dice.few(30) }, () => {
    const cells = Array.from({ length: dice.few(8) }, () => dice.one(CELLS));
    return `${dice.one(ROWS)}${cells.join('')}${dice.chance(0.98) ? '</row>' : ''}`;
  });
  const parts = [
    part('[Content_Types].xml', '<Types/>'),
    part(
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${'<sheet name="List" sheetId="1" r:id="rId1"/>'.repeat(1 + dice.few(dice.chance(0.02) ? 3_000 : 2))}</sheets></workbook>`,
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="${dice.one(['worksheets/sheet1.xml', '../../etc/passwd', '', 'worksheets/sheet2.xml', '/xl/worksheets/sheet1.xml'])}"/></Relationships>`,
    ),
    part(
      'xl/sharedStrings.xml',
      `<sst xmlns="${MAIN}">${'<si><t>x</t></si>'.repeat(dice.few(200))}</sst>`,
    ),
    part(
      'xl/worksheets/sheet1.xml',
      `<worksheet xmlns="${MAIN}"><sheetData>${rows.join('')}${dice.chance(0.95) ? '</sheetData></worksheet>' : ''}`,
    ),
  ];
  const lying = parts.map((each) => (dice.chance(0.97) ? each : { ...each, ...drawLie(dice) }));
  const kept = dice.chance(0.9) ? lying : lying.filter(() => dice.chance(0.8));
  const whole = zipOf(kept).toString('latin1');
  if (dice.chance(0.7)) return whole;
  const at = dice.below(whole.length);
  return dice.chance(0.4)
    ? whole.slice(0, at)
    : `${whole.slice(0, at)}${String.fromCharCode(dice.below(256))}${whole.slice(at + 1)}`;
}

const part = (name: string, text: string): Part => ({ name, content: Buffer.from(text) });
type Part = Parameters<typeof zipOf>[0][number];

function drawLie(dice: Dice): Partial<Part> {
  return dice.one<() => Partial<Part>>([
    () => ({ says: dice.one([0, 1, 2 ** 31, 2 ** 32 - 1]) }),
    () => ({ flags: dice.below(65_536) }),
    () => ({ content: Buffer.alloc(dice.few(20_000_000)) }),
    () => ({ content: Buffer.from('<a>'.repeat(dice.few(100_000))) }),
    () => ({
      name: dice.one(['../x', '', 'xl/workbook.xml', '/etc/passwd', 'META-INF/manifest.xml']),
    }),
  ])();
}
