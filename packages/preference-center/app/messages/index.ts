import type { Language } from '@adieu/domain';
import { cs } from './cs.ts';
import { da } from './da.ts';
import { de } from './de.ts';
import { en, type Messages } from './en.ts';
import { sv } from './sv.ts';

export const MESSAGES: Record<Language, Messages> = { sv, cs, de, da, en };
