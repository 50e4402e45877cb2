import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';

/** The first executable file of this name on the PATH or in `more`, or null. */
export function findOnPath(name, more = [], path = process.env.PATH ?? '') {
  const folders = [...path.split(delimiter).filter(Boolean), ...more];
  return folders.map((folder) => join(folder, name)).find(isExecutable) ?? null;
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
