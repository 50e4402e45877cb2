import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleWorkflowCode } from '@temporalio/worker';

/** Bundles the workflow code once, at build time; both must come of the same @temporalio/worker. */
const { code } = await bundleWorkflowCode({
  workflowsPath: join(import.meta.dirname, 'workflows/index.js'),
});
await writeFile(join(import.meta.dirname, 'workflow-bundle.js'), code);
