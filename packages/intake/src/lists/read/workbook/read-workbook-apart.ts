import { Apart, type Budget, type Refusal } from '@adieu/apart';
import type { ListRefusalCode } from '@adieu/domain';
import type { ListFile } from '../../list-file.ts';
import { LIST_LIMITS } from '../../limits.ts';
import { NoList } from '../../list-refused.ts';
import type { Jobs, WorkbookPart } from './jobs.ts';

/** A million rows take ten seconds and a gigabyte. */
const BUDGET: Budget = { cpuMs: 60_000, wallMs: 180_000, heapMb: 1_400 };
const IDLE_MS = 10_000;

// Tests run from the sources, as their packages do.
const JOBS = new URL(`./thread${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url);

/** One workbook at a time in a process: each may take as much memory as all else. */
const apart = new Apart<Jobs>(JOBS, BUDGET, { idleMs: IDLE_MS, most: 1 });

const REFUSALS: Readonly<Record<Refusal, ListRefusalCode>> = {
  'too-long': 'TOO_LONG',
  'too-large': 'TOO_LONG',
  busy: 'BUSY',
};

/** Reads a workbook in a process of its own, with an end to its time and memory. */
export async function* readWorkbookApart(
  file: ListFile,
  sheet: string | null,
  most: number | null = null,
): AsyncGenerator<Exclude<WorkbookPart, { refused: unknown }>> {
  if (file.size > LIST_LIMITS.workbook) throw new NoList('TOO_LARGE');
  const bytes = await wholeOf(file);
  for await (const outcome of apart.runInParts(
    'readWorkbook',
    { bytes, sheet, most },
    file.whose,
  )) {
    if ('refused' in outcome) throw new NoList(REFUSALS[outcome.refused]);
    if ('refused' in outcome.done) throw new NoList(outcome.done.refused);
    yield outcome.done;
  }
}

async function wholeOf(file: ListFile): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of file.open()) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > LIST_LIMITS.workbook) throw new NoList('TOO_LARGE');
  }
  return Buffer.concat(chunks);
}
