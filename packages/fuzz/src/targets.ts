import type { Target } from './target.ts';

/** What `npm run fuzz` throws things at, by name: another is a line here and a folder beside. */
export const TARGETS: Readonly<Record<string, () => Promise<Target>>> = {
  templates: async () => (await import('./templates/templates.ts')).templates,
  tokens: async () => (await import('./tokens/tokens.ts')).tokens,
  ids: async () => (await import('./ids/ids.ts')).ids,
  documents: async () => (await import('./documents/documents.ts')).documents,
  uploads: async () => (await import('./uploads/uploads.ts')).uploads,
  lists: async () => (await import('./lists/lists.ts')).lists,
  headers: async () => (await import('./headers/headers.ts')).headers,
  mail: async () => (await import('./mail/mail.ts')).mail,
  sms: async () => (await import('./sms/sms.ts')).sms,
  events: async () => (await import('./events/events.ts')).events,
};
