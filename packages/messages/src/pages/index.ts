import type { Language } from '@adieu/domain';
import { cs } from './cs.ts';
import { da } from './da.ts';
import { de } from './de.ts';
import { en, type PageMessages } from './en.ts';
import { withShortWordsHeld } from '../short-words.ts';
import { sv } from './sv.ts';

export const PAGE_MESSAGES: Readonly<Record<Language, PageMessages>> = {
  sv,
  cs: withShortWordsHeld(cs),
  de,
  da,
  en,
};
