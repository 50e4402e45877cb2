import type { Budget, Refusal } from '@adieu/apart';

/** What one mail may take to be made, looked over or filled, whatever its author wrote. */
export const BUDGET: Budget = { cpuMs: 2_000, wallMs: 20_000, heapMb: 256 };

/** Why there is nothing, for people: an outcome to tell, and no fault. */
export const APART_REFUSALS: Readonly<Record<Refusal, string>> = {
  'too-long': `it takes more than ${BUDGET.cpuMs / 1_000} s of the processor: shorten the text, its rules and its conditions`,
  'too-large': `it takes more than ${BUDGET.heapMb} MB of memory: shorten the text, and close every element that is open`,
  busy: 'too many texts of yours are being looked over at this moment: try again in a minute',
};
