import type { MailProviderOf } from '@adieu/gateways';
import { saysBasic } from '../../sms/proof/basic.ts';
import { answers } from '../answers.ts';
import type { EventHead, EventIngress } from '../event-ingress.ts';
import { opened } from '../read/opened.ts';
import { NotAsPromised, type Said } from '../read/said.ts';
import { proofOfMailgun } from './mailgun-proof.ts';
import { readBody } from './read-body.ts';
import { readMailgun } from './read-mailgun.ts';

/** Their proof stands in the body, so that a stranger's is parsed: it is kept short. */
export function createMailgunIngress(settings: MailProviderOf<'mailgun'>): EventIngress {
  const { name, signingKey, callback } = settings;
  const mayBeFrom = (head: EventHead): boolean => callback === null || saysBasic(head, callback);
  return {
    name,
    mostBytes: 48 * 1024,
    mayBeFrom,
    async open(request, now) {
      if (!mayBeFrom(request)) return { refused: 'SIGNATURE' };
      let said: Said;
      try {
        said = await readBody(request);
      } catch (error) {
        // A proof that can not be read is none.
        if (error instanceof NotAsPromised) return { refused: 'UNSIGNED' };
        throw error;
      }
      const proof = proofOfMailgun(said, signingKey, now);
      if ('refused' in proof) return proof;
      return opened(() => ({ events: [readMailgun(said)], ...proof }), proof);
    },
    // They never come again after 406, and after no other.
    answer: answers(406),
  };
}
