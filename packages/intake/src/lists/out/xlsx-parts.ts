import { guardFormula } from '@adieu/domain';

/** The parts of a workbook (ECMA-376, part 1), as far as a list needs them. */
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A cell holds no more: Excel would not open the file. */
const LONGEST_CELL = 32_767;

/** The first row stays where it is while others are looked at. */
export function sheetBegin(columns: readonly string[]): string {
  return (
    `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
    `<cols><col min="1" max="${columns.length}" width="24" customWidth="1"/></cols><sheetData>${sheetRow(columns)}`
  );
}
export const sheetEnd = '</sheetData></worksheet>';

/** Every cell is a text: no number loses its zeros, and nothing is a formula, also where it is saved as CSV from there. */
export function sheetRow(cells: readonly (string | null)[]): string {
  return `<row>${cells.map(sheetCell).join('')}</row>`;
}

function sheetCell(value: string | null): string {
  if (value === null || value === '') return '<c/>';
  // Lines within a cell end so in every workbook.
  const inert = guardFormula(value.replace(/\r\n?/g, '\n'));
  const text = escapeText(inert.slice(0, LONGEST_CELL));
  return `<c t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** What XML can not hold is written as Excel does (`_x000D_`), and so is what looks like that. */
function escapeText(text: string): string {
  return text
    .replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>]/g, (sign) => ESCAPED[sign]!)
    .replace(/[[\p{Cc}\p{Cs}\uFFFE\uFFFF]--[\t\n]]/gv, escapeCode);
}

function escapeCode(sign: string): string {
  return `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}

/** All parts but the sheets, by their names. */
export function workbookParts(sheets: number): readonly (readonly [string, string])[] {
  const numbers = Array.from({ length: sheets }, (_, i) => i + 1);
  const each = (part: (n: number) => string): string => numbers.map(part).join('');
  return [
    [
      'xl/workbook.xml',
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${each((n) => `<sheet name="List${n === 1 ? '' : ` ${n}`}" sheetId="${n}" r:id="rId${n}"/>`)}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${HEAD}<Relationships xmlns="${RELATIONS}">${each((n) => `<Relationship Id="rId${n}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}</Relationships>`,
    ],
    [
      '_rels/.rels',
      `${HEAD}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      '[Content_Types].xml',
      `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/>${each((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${TYPES}.worksheet+xml"/>`)}</Types>`,
    ],
  ];
}
