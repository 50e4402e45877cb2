import { relative } from 'node:path';
import { BaseSequencer } from 'vitest/node';
import { ROOT } from '../bootstrap/folders.mjs';
import { readSeconds } from './seconds.mjs';

/**
 * What takes long begins first, so that no core waits for one file at the end. Projects stay together, as a worker loads
 * their modules once; that whose slowest file is the slowest comes first, and those of many quick ones fill the gaps last.
 */
export class SlowFirst extends BaseSequencer {
  async sort(files) {
    const seconds = await readSeconds();
    return slowFirst(await super.sort(files), ({ project, moduleId }) => ({
      group: project.config.sequence.groupOrder,
      project: project.name,
      seconds: seconds[relative(ROOT, moduleId)] ?? 0,
    }));
  }
}

/** Those that nothing is known of keep their order. */
export function slowFirst(files, tell) {
  const told = files.map((file) => ({ file, ...tell(file) }));
  const slowest = {};
  for (const { project, seconds } of told)
    slowest[project] = Math.max(slowest[project] ?? 0, seconds);
  return told
    .toSorted(
      (a, b) =>
        a.group - b.group ||
        slowest[b.project] - slowest[a.project] ||
        a.project.localeCompare(b.project) ||
        b.seconds - a.seconds,
    )
    .map(({ file }) => file);
}
