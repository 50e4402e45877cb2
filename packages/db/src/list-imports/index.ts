export * from './advance.ts';
export * from './contact-chunk.ts';
export * from './count-opt-outs.ts';
export * from './list-files.ts';
export * from './list-imports.ts';
export * from './merge-opt-outs.ts';
export * from './stage-rows.ts';
