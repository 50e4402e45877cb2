import { readFile } from 'node:fs/promises';
import { defaultMapping, fileAt, judgeListRow, lookAtList, readList } from '@adieu/intake';
import { memoryOf } from './memory.ts';

/** Reads one list as an import of opt-outs does, and says how long that took and what it needed. A process for each list. */
const [path] = process.argv.slice(2);
const look = setInterval(() => void watchChildren(), 100);
let childPeak = 0;

/** The program itself, before it reads. */
const own = (await memoryOf(process.pid))?.now ?? 0;
const started = performance.now();
const file = await fileAt(path!, 'bench');
const shape = await lookAtList(file);
if ('refused' in shape) throw new Error(shape.message);
const looked = performance.now();
const mapping = defaultMapping(shape, 'OPT_OUTS');
const { format } = shape;
let [rows, taken] = [0, 0];
const before = process.cpuUsage();
for await (const record of readList(file, shape)) {
  const judged = judgeListRow(record, { kind: 'OPT_OUTS', mapping, format, country: null });
  rows += 1;
  if ('addresses' in judged) taken += 1;
}
const ended = performance.now();
const { user, system } = process.cpuUsage(before);
clearInterval(look);
process.send!({
  rows,
  taken,
  lookSeconds: (looked - started) / 1_000,
  readSeconds: (ended - looked) / 1_000,
  cpuSeconds: (user + system) / 1e6,
  peakMb: (await memoryOf(process.pid))?.peak ?? 0,
  ownMb: own,
  childPeakMb: childPeak,
});
process.disconnect();

/** A workbook is read in a process of its own. */
async function watchChildren(): Promise<void> {
  const { pid } = process;
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  for (const child of children.split(' ').filter(Boolean))
    childPeak = Math.max(childPeak, (await memoryOf(Number(child)))?.peak ?? 0);
}
