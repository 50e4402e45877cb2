import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import './provided.ts';
import { serveParts } from './parts.ts';
import { startTemplate } from './template.ts';
import { startTemporal } from './temporal.ts';

/** Mails, headers and lists that others collected; they are not part of this repository. */
const CORPORA = join(import.meta.dirname, '../../../../shared/corpora');

/** Real PostgreSQL and real Temporal for one run of tests, on free ports, gone afterwards; each only where a test asks. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!existsSync(CORPORA))
    console.warn(`SKIPPED: every test against a corpus, as ${CORPORA} is not there`);
  const parts = await serveParts({ postgres: startTemplate, temporal: () => startTemporal() });
  project.provide('parts', parts.url);
  return () => parts.close();
}
