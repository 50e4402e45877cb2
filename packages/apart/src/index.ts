export type { JobDone } from './child.ts';
export { Apart, type Outcome } from './apart.ts';
export type { Budget, Refusal } from './budget.ts';
export type { InputOf, Job, PartOf, ResultOf } from './jobs.ts';
export { doJobs } from './do-jobs.ts';
