import type { Language } from '@adieu/domain';
import type { Brand } from '../api/operations.ts';

interface BrandTextProps {
  readonly brand: Brand | null;
  readonly which: 'intro' | 'farewell';
  readonly language: Language;
}

/** The account's own words, where it has any in this language: a mixture would be read out wrongly (WCAG 3.1.2). */
export function BrandText({ brand, which, language }: BrandTextProps) {
  const text = brand?.texts.find((each) => each.language === language)?.[which];
  return text ? <p>{text}</p> : null;
}
