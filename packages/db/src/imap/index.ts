export * from './read-progress.ts';
