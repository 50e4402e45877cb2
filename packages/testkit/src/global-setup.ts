import type { TestProject } from 'vitest/node';
import './provided.ts';
import { serveParts } from './parts.ts';
import { startTemplate } from './template.ts';
import { startTemporal } from './temporal.ts';

/** Real PostgreSQL and real Temporal for one run of tests, on free ports, gone afterwards; each only where a test asks. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const parts = await serveParts({ postgres: startTemplate, temporal: () => startTemporal() });
  project.provide('parts', parts.url);
  return () => parts.close();
}
