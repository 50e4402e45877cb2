import { type ListImportInput, SIGNALS_TO } from '@adieu/domain';
import { continueAsNew, defineSignal, setHandler, workflowInfo } from '@temporalio/workflow';
import { longWork } from './activities.ts';

export const listImportChanged = defineSignal(SIGNALS_TO.listImportChanged);

/**
 * Takes an import on as far as it goes without a member: a look, a count, or chunk after chunk. Its row says where it stands,
 * so that any worker can go on; it ends where a member is waited for, and begins again when they have said something.
 */
export async function listImport(input: ListImportInput): Promise<void> {
  let changed = true;
  setHandler(listImportChanged, () => {
    changed = true;
  });
  while (changed) {
    changed = false;
    const { goesOn } = await longWork.advanceListImport(input.id);
    if (goesOn) changed = true;
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof listImport>(input);
  }
}
