import type { Language } from '@adieu/domain';
import { cs } from './cs.ts';
import { da } from './da.ts';
import { de } from './de.ts';
import { en, type SetupMessages } from './en.ts';
import { sv } from './sv.ts';

export const SETUP_MESSAGES: Readonly<Record<Language, SetupMessages>> = { sv, cs, de, da, en };
