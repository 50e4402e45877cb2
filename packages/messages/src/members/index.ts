import type { Language } from '@adieu/domain';
import { cs } from './cs.ts';
import { da } from './da.ts';
import { de } from './de.ts';
import { en, type MemberMessages } from './en.ts';
import { sv } from './sv.ts';

export const MEMBER_MESSAGES: Readonly<Record<Language, MemberMessages>> = { sv, cs, de, da, en };
