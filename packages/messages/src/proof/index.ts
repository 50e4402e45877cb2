import type { Language } from '@adieu/domain';
import { cs } from './cs.ts';
import { da } from './da.ts';
import { de } from './de.ts';
import { en, type ProofMessages } from './en.ts';
import { sv } from './sv.ts';

export const PROOF_MESSAGES: Readonly<Record<Language, ProofMessages>> = { sv, cs, de, da, en };
