import { Baseline001 } from './001-baseline.ts';

/** In order. A migration that was released is never edited: add the next one. */
export const MIGRATIONS = [{ name: '001-baseline', class: Baseline001 }];
