import type { Language } from '@adieu/domain';

/** The forms of one phrase by the language's own plural rules, `#` for the number; `other` is there in every language. */
export type Forms = { readonly [rule in Intl.LDMLPluralRule]?: string } & {
  readonly other: string;
};

/** The form for `count`, with the number as the language writes it. */
export function plural(language: Language, count: number, forms: Forms): string {
  const form = forms[new Intl.PluralRules(language).select(count)] ?? forms.other;
  return form.replace('#', new Intl.NumberFormat(language).format(count));
}
