import type { Language } from '@adieu/domain';
import { cs } from './cs.ts';
import { da } from './da.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { sv } from './sv.ts';
import type { ReplyForms } from './reply-forms.ts';

export const REPLY_FORMS: Readonly<Record<Language, ReplyForms>> = { sv, da, de, cs, en };
