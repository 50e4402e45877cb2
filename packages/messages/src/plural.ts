import type { Language } from '@adieu/domain';
import { formatNumber } from './numbers.ts';

/** The forms of one phrase by the language's own plural rules, `#` for the number; `other` is there in every language. */
export type Forms = { readonly [rule in Intl.LDMLPluralRule]?: string } & {
  readonly other: string;
};

const rules = new Map<Language, Intl.PluralRules>();

/** The form for `count`, with the number as the language writes it. */
export function plural(language: Language, count: number, forms: Forms): string {
  const rulesOf = rules.get(language) ?? new Intl.PluralRules(language);
  rules.set(language, rulesOf);
  const form = forms[rulesOf.select(count)] ?? forms.other;
  return form.replace('#', formatNumber(language, count));
}
