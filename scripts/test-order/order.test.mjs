import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../bootstrap/folders.mjs';
import { readSeconds, secondsOf, wrongNotes } from './seconds.mjs';
import { slowFirst } from './slow-first.mjs';

const of = (group, project, name, seconds = 0) => ({ group, project, name, seconds });

it('what takes long begins first, in its group and beside its project; what nobody knows keeps its order', () => {
  const files = [
    of(1, 'e2e', 'tour', 90),
    of(0, 'api', 'links', 0),
    of(0, 'api', 'access', 0),
    of(0, 'domain', 'words', 0),
    of(0, 'api', 'rights', 20),
    of(0, 'templates', 'pictures', 25),
    of(0, 'templates', 'fill', 0),
    of(1, 'cli', 'keys', 0),
  ];
  expect(slowFirst(files, (file) => file).map(({ name }) => name)).toEqual([
    'pictures',
    'fill',
    'rights',
    'links',
    'access',
    'words',
    'tour',
    'keys',
  ]);
});

it('notes are of files that are there', async () => {
  const gone = Object.keys(await readSeconds()).filter((file) => !existsSync(join(ROOT, file)));
  expect(gone).toEqual([]);
});

it('of a run the slow files are noted, and it is said which slow ones the notes do not know', () => {
  const result = (name, seconds) => ({
    name: join(ROOT, name),
    startTime: 1_000,
    endTime: 1_000 + seconds * 1_000,
  });
  const took = secondsOf({ testResults: [result('b', 60), result('quick', 4), result('a', 30)] });
  expect(Object.entries(took)).toEqual([
    ['a', 30],
    ['b', 60],
  ]);
  expect(wrongNotes({ a: 10, b: 20 }, took)).toEqual([]);
  expect(wrongNotes({ a: 30 }, took)).toEqual(['b']);
});
