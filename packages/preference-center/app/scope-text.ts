import type { Scope } from './api/operations.ts';
import type { Messages } from './messages/en.ts';

/** How a page calls what was left: a list or topic by its name, a sender as all of its marketing. */
export function scopeText({ kind, name }: Scope, messages: Messages): string {
  const wholeSender = kind === 'ACCOUNT' || kind === 'ORGANISATION';
  return wholeSender ? messages.allMarketing(name) : messages.quote(name);
}
