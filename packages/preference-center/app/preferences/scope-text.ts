import type { PageMessages } from '@adieu/messages';
import type { Scope } from '../api/operations.ts';

/** How a page calls what was left: a list or topic by its name, a sender as all of its marketing. */
export function scopeText({ kind, name }: Scope, messages: PageMessages): string {
  const wholeSender = kind === 'ACCOUNT' || kind === 'ORGANISATION';
  return wholeSender ? messages.allMarketing(name) : messages.quote(name);
}
