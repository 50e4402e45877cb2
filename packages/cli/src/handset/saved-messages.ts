import { readIfThere, writeWhole } from '../files.ts';
import type { Handset, HandsetMessages } from './messages.ts';

const EACH_MS = 500;
const EMPTY: Handset = { messages: [], optOuts: [] };

/** What the file of an earlier start holds; what was on its way then is not any more. */
export async function readSaved(file: string | undefined): Promise<Handset> {
  const text = file === undefined ? null : await readIfThere(file);
  if (text === null) return EMPTY;
  const { messages, optOuts } = JSON.parse(text) as Handset;
  return {
    optOuts,
    messages: messages.map((one) => (one.state === 'WAITING' ? { ...one, state: 'REFUSED' } : one)),
  };
}

/** Keeps the file a moment behind what the phones hold; what it gives writes it at once. */
export function keepSaved(handset: HandsetMessages, file: string | undefined): () => Promise<void> {
  if (file === undefined) return () => Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let last = Promise.resolve();
  const save = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const { messages, optOuts } = handset;
    last = last.then(() => writeWhole(file, JSON.stringify({ messages, optOuts })));
    return last;
  };
  handset.listen(() => {
    timer ??= setTimeout(() => void save(), EACH_MS);
  });
  return save;
}
