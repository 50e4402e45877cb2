import { readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { ROOT } from '../bootstrap/folders.mjs';

const FILE = join(import.meta.dirname, 'seconds.json');
/** What takes less is not noted: its place does not matter. */
const SLOW = 5;
/** A machine that does other things besides makes some files slower and others not; so far off is no longer that. */
const FAR_OFF = 3;

/** How long the slow files of the tests took when that was last noted, by path from the root. */
export const readSeconds = async () => JSON.parse(await readFile(FILE, 'utf8'));

/** The slow files of a run, from what vitest's JSON reporter wrote. */
export function secondsOf({ testResults }) {
  const all = testResults.map(({ name, startTime, endTime }) => [
    relative(ROOT, name),
    Math.round((endTime - startTime) / 1000),
  ]);
  return Object.fromEntries(
    all.filter(([, seconds]) => seconds >= SLOW).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** Files of a run that the notes have far too quick, as a share of all the run's time: those begin too late. */
export function wrongNotes(noted, took) {
  const sum = (each) => Object.values(each).reduce((total, seconds) => total + seconds, 0);
  const scale = sum(took) / Math.max(1, sum(noted));
  return Object.keys(took).filter(
    (file) => took[file] > FAR_OFF * SLOW && took[file] > FAR_OFF * scale * (noted[file] ?? 0),
  );
}

export const writeSeconds = (seconds) => writeFile(FILE, `${JSON.stringify(seconds, null, 2)}\n`);
