/** What one mail may take of a thread to be made, looked over or filled, whatever its author wrote. */
export const BUDGET = {
  /** Of the processor; a busy machine does not make it less. */
  cpuMs: 2_000,
  /** From when it begins, however little of the processor it gets. */
  wallMs: 15_000,
  /** Far above what 2 s can fill: V8 ends the whole process, not the thread, where one step outgrows it. */
  heapMb: 1_024,
} as const;

/** Why a thread gave nothing, for people: an outcome to tell, and no fault. */
export const APART_REFUSALS = {
  'too-long': `it takes more than ${BUDGET.cpuMs / 1_000} s of the processor: shorten the text, its rules and its conditions`,
  'too-large': `it takes more than ${BUDGET.heapMb} MB of memory: shorten the text, and close every element that is open`,
  busy: 'too many texts are being looked over at this moment: try again in a minute',
} as const;
export type ApartRefusal = keyof typeof APART_REFUSALS;
