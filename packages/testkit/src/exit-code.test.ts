import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

// A library with exit hooks of its own once ended every run of tests with 0, whatever had failed in it.
it.each(['postgres', 'temporal', 'browser', 'smtp-sink'])(
  'a run that uses %s ends with the code that it was given',
  (part) => {
    const use = `await import('@adieu/testkit/${part}'); process.exitCode = 3`;
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--conditions=source', '--input-type=module', '--eval', use],
      { cwd: import.meta.dirname, encoding: 'utf8' },
    );
    expect({ status, stderr }).toEqual({ status: 3, stderr: '' });
  },
);
