import type { Channel, Language } from '@adieu/domain';
import { PAGE_MESSAGES, type PageMessages } from '@adieu/messages';
import type { Scope } from '../api/operations.ts';

/** How a page calls what was left: a list or topic by its name, a sender as all of its marketing. */
export function scopeText({ kind, name }: Scope, messages: PageMessages): string {
  const wholeSender = kind === 'ACCOUNT' || kind === 'ORGANISATION';
  return wholeSender ? messages.allMarketing(name) : messages.quote(name);
}

/** The same with the channels that it is about (P-5). */
export function scopeOnChannels(
  scope: Scope,
  about: readonly Channel[],
  language: Language,
): string {
  const messages = PAGE_MESSAGES[language];
  const what = scopeText(scope, messages);
  const names = about.map((channel) => messages.channels[channel]);
  return messages.byChannels(what, new Intl.ListFormat(language).format(names));
}
