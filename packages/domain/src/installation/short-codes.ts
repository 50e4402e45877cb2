import type { ReadSetting } from './setting-step.ts';

/** The installation's own short codes by country (ISO 3166): whoever reads a text that cannot be answered answers there. */
export type ShortCodes = Readonly<Record<string, string>>;

/** As an operator writes them: `SE=72080, NO=2077`. Or what it must be instead, as a noun. */
export function readShortCodes(text: string): ReadSetting<ShortCodes> {
  const codes: Record<string, string> = {};
  for (const entry of text.split(/[\s,]+/).filter((each) => each !== '')) {
    const [, country, code] = /^([A-Z]{2})=(\d{3,6})$/i.exec(entry) ?? [];
    if (country === undefined || code === undefined || Object.hasOwn(codes, country.toUpperCase()))
      return { problem: 'one short code for each country, such as SE=72080, NO=2077' };
    codes[country.toUpperCase()] = code;
  }
  return { value: codes };
}
