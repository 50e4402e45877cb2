import type { Language } from '@adieu/domain';
import { cs } from './cs.ts';
import { da } from './da.ts';
import { de } from './de.ts';
import { en, type ReviewMessages } from './en.ts';
import { withShortWordsHeld } from '../short-words.ts';
import { sv } from './sv.ts';

export const REVIEW_MESSAGES: Readonly<Record<Language, ReviewMessages>> = {
  sv,
  cs: withShortWordsHeld(cs),
  de,
  da,
  en,
};
