import type { MailProviderOf } from '@adieu/gateways';
import { saysBasic } from '../../sms/proof/basic.ts';
import { answers } from '../answers.ts';
import type { EventHead, EventIngress } from '../event-ingress.ts';
import { opened } from '../read/opened.ts';
import {
  isSignedBySendgrid,
  readSendgridKey,
  sendgridSignatureOf,
} from './is-signed-by-sendgrid.ts';
import { readSendgrid } from './read-sendgrid.ts';

/** What is signed is all that they say, so whoever repeats it changes nothing: no clock is looked at, as they come again for a day. */
export function createSendgridIngress(settings: MailProviderOf<'sendgrid'>): EventIngress {
  const { name, publicKey, callback } = settings;
  const keys = publicKey?.map(readSendgridKey) ?? null;
  const knowsPassword = (head: EventHead): boolean =>
    callback === null || saysBasic(head, callback);
  return {
    name,
    mostBytes: 1024 * 1024,
    mayBeFrom: (head) =>
      knowsPassword(head) && (keys === null || sendgridSignatureOf(head) !== null),
    async open(request) {
      if (!knowsPassword(request)) return { refused: 'SIGNATURE' };
      if (keys !== null && sendgridSignatureOf(request) === null) return { refused: 'UNSIGNED' };
      if (keys !== null && !isSignedBySendgrid(request, keys)) return { refused: 'SIGNATURE' };
      return opened(() => ({ events: readSendgrid(request.rawBody) }));
    },
    answer: answers(),
  };
}
