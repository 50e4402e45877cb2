export type { Reach } from './reached.sql.ts';
export type { Standing, StandingOf } from './standing.ts';
export * from './suppression-changes.ts';
export * from './suppressions-page.ts';
