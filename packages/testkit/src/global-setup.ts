import type { TestProject } from 'vitest/node';
import { migrate } from '@adieu/db';
import './provided.ts';
import { startPostgres } from './postgres.ts';
import { startTemporal } from './temporal.ts';

/** Real PostgreSQL and real Temporal for one run of tests, on free ports, gone afterwards. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const temporal = await startTemporal();
  const postgres = await startPostgres().catch(async (error: unknown) => {
    await temporal.stop();
    throw error;
  });
  const template = await postgres.createDatabase('adieu_template');
  await migrate(template);
  project.provide('templateDatabase', template);
  project.provide('temporalAddress', temporal.address);
  return async () => {
    await Promise.all([temporal.stop(), postgres.stop()]);
  };
}
