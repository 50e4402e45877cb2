import { longWork } from './activities.ts';

/** Run by a schedule each night: compares the SMS gateways' lists of opt-outs with ours. Gives what it found. */
export async function compareOptOutLists(): Promise<object> {
  return longWork.compareOptOutLists();
}
