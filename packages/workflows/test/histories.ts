import { readdir, readFile, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { History } from '@temporalio/common/lib/proto-utils.js';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';

const FOLDER = join(import.meta.dirname, 'histories');

export interface StoredHistory {
  readonly events: { eventType: string; eventTime: string }[];
}

/** The stored histories by their names: `<workflow>.<path>`. */
export async function readHistories(): Promise<
  { name: string; text: string; history: StoredHistory }[]
> {
  const files = (await readdir(FOLDER)).filter((file) => file.endsWith('.json')).toSorted();
  return Promise.all(
    files.map(async (file) => {
      const text = await readFile(join(FOLDER, file), 'utf8');
      return {
        name: file.slice(0, -'.json'.length),
        text,
        history: JSON.parse(text) as StoredHistory,
      };
    }),
  );
}

/** Stores a history as `<workflow>.<path>.json`, without what says where it was recorded. One that is there stays. Gives its last event. */
export async function writeHistory(name: string, history: History): Promise<string> {
  const whole = JSON.parse(historyToJSON(history), (key, value: unknown) =>
    [
      'stackTrace',
      'identity',
      'workerVersion',
      'buildId',
      'binaryChecksum',
      'encodedAttributes',
    ].includes(key) ||
    (typeof value === 'object' && value !== null && Object.keys(value).length === 0)
      ? undefined
      : value,
  ) as StoredHistory;
  const text = JSON.stringify(whole, null, 2)
    .replaceAll(`${process.pid}@${hostname()}`, 'worker')
    .replaceAll(hostname(), 'worker');
  const file = `${name.replaceAll(/[^\w.]+/g, '-')}.json`;
  await writeFile(join(FOLDER, file), `${text}\n`, { flag: 'wx' }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  });
  return whole.events.at(-1)!.eventType;
}
