import type { Target } from './target.ts';

/** What `npm run fuzz` throws things at, by name: another is a line here and a folder beside. */
export const TARGETS: Readonly<Record<string, () => Promise<Target>>> = {
  templates: async () => (await import('./templates/templates.ts')).templates,
};
