import { existsSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const LOOK_AGAIN_MS = 200;

// `npm test` begins while Temporal may still be in the making, and ends the run where it cannot be made. Nothing limits how
// long a setup file takes: a test's or a hook's own time does not run yet.
const binary = process.env['TEMPORAL_CLI'] ?? '';
while (isAbsolute(binary) && !existsSync(binary)) await setTimeout(LOOK_AGAIN_MS);
