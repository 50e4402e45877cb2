import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { readSeconds, secondsOf, writeSeconds, wrongNotes } from './seconds.mjs';

// node scripts/test-order/note.mjs RESULTS [--write]: RESULTS is what vitest's JSON reporter wrote of a whole run. Says which
// slow files the notes do not know, or notes how long each took.
const [results, write] = process.argv.slice(2);
const took = secondsOf(JSON.parse(await readFile(results, 'utf8')));
if (write === '--write') await writeSeconds(took);
else {
  const wrong = wrongNotes(await readSeconds(), took);
  if (wrong.length > 0)
    console.log(
      `scripts/test-order/seconds.json does not know how slow these are, so that they begin late: ${wrong.join(', ')}`,
    );
}
