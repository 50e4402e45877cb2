import type { Language } from '@adieu/domain';
import { cs } from './cs.ts';
import { da } from './da.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { sv } from './sv.ts';
import type { WordRules } from './word-rules.ts';

export const WORD_RULES: Readonly<Record<Language, WordRules>> = { sv, cs, de, da, en };
