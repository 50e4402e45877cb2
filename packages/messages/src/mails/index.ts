import type { Language } from '@adieu/domain';
import { cs } from './cs.ts';
import { da } from './da.ts';
import { de } from './de.ts';
import { en, type MailMessages } from './en.ts';
import { sv } from './sv.ts';

export const MAIL_MESSAGES: Readonly<Record<Language, MailMessages>> = { sv, cs, de, da, en };
