import { subscribe } from 'node:diagnostics_channel';
import type { JobDone } from '@adieu/apart';
import { LIST_KINDS } from '@adieu/domain';
import {
  defaultMapping,
  fileOfBytes,
  judgeListRow,
  type ListFile,
  type ListShape,
  lookAtList,
  NoList,
  readList,
} from '@adieu/intake';
import type { Dice } from '../dice.ts';
import type { OpenTarget, Target } from '../target.ts';
import { encode } from '../uploads/draw-bytes.ts';
import { drawKeyed } from './draw-keyed.ts';
import { drawWorkbook } from './draw-workbook.ts';

/** One letter stands for a byte (latin1). */
interface Input {
  readonly bytes: string;
}

/** A list in any of the formats is read whole, or refused with what to do about it. CSV is thrown with `uploads`. */
export const lists: Target<Input> = {
  about: 'lists as JSON, lines of JSON, XML and workbooks, and what only looks like one',
  draw: (dice: Dice): Input => ({
    bytes: dice.chance(0.6) ? encode(dice, drawKeyed(dice)) : drawWorkbook(dice),
  }),
  async open(): Promise<OpenTarget<Input>> {
    let cpuMs = 0;
    subscribe('adieu.apart', (done) => (cpuMs += (done as JobDone).cpuMs));
    return { answer, cpuElsewhere: () => cpuMs };
  },
};

async function answer({ bytes }: Input): Promise<string | null> {
  const file = fileOfBytes(Buffer.from(bytes, 'latin1'), 'fuzz');
  const shape = await lookAtList(file);
  if ('refused' in shape)
    return shape.message === '' || shape.remedy === '' ? 'refused without a word' : null;
  try {
    return await judge(file, shape);
  } catch (error) {
    // What shows only while it is read is told as an outcome by whoever reads.
    if (error instanceof NoList) return null;
    throw error;
  }
}

async function judge(file: ListFile, shape: ListShape): Promise<string | null> {
  const bys = LIST_KINDS.map(
    (kind) =>
      ({
        kind,
        mapping: defaultMapping(shape, kind),
        format: shape.format,
        country: 'SE',
      }) as const,
  );
  let last = 0;
  for await (const record of readList(file, shape)) {
    if (record.line < last) return `line ${record.line} comes after line ${last}`;
    last = record.line;
    for (const by of bys)
      if (judgeListRow(record, by).line !== record.line) return 'a row is judged as another';
  }
  return null;
}
