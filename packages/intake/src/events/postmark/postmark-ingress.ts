import type { MailProviderOf } from '@adieu/gateways';
import { saysBasic } from '../../sms/proof/basic.ts';
import { createSources } from '../../sms/proof/sources.ts';
import { answers } from '../answers.ts';
import type { EventHead, EventIngress } from '../event-ingress.ts';
import { opened } from '../read/opened.ts';
import { readPostmark } from './read-postmark.ts';

/** They sign nothing: user and password stand in the URL that they are told, and come in a header. */
export function createPostmarkIngress(settings: MailProviderOf<'postmark'>): EventIngress {
  const isTheirs = createSources(settings.sources);
  const mayBeFrom = (head: EventHead): boolean =>
    saysBasic(head, settings.callback) && isTheirs(head.remoteAddress);
  return {
    name: settings.name,
    // A bounce may bring the mail that bounced.
    mostBytes: 1024 * 1024,
    mayBeFrom,
    async open(request) {
      if (!mayBeFrom(request)) return { refused: 'SIGNATURE' };
      return opened(() => ({ events: readPostmark(request.rawBody) }));
    },
    // They never come again after 403, and after no other.
    answer: answers(403),
  };
}
