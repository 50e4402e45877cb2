import type { ActivityDeps } from '../activities/activity-deps.ts';

/** What an import needs of the world. */
export type ListImportDeps = Pick<ActivityDeps, 'db' | 'ring' | 'clock'>;
