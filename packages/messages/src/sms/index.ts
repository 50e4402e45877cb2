import type { Language } from '@adieu/domain';
import { cs } from './cs.ts';
import { da } from './da.ts';
import { de } from './de.ts';
import { en, type SmsMessages } from './en.ts';
import { sv } from './sv.ts';

export const SMS_MESSAGES: Readonly<Record<Language, SmsMessages>> = { sv, cs, de, da, en };
