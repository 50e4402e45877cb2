import type { GenericSettings } from '@adieu/gateways';
import { answers } from '../answers.ts';
import { isStatusPath, reading } from '../read/reading.ts';
import type { SmsIngress } from '../sms-ingress.ts';
import { createGenericProof } from './generic-proof.ts';
import { readMessage } from './read-message.ts';
import { readStatus } from './read-status.ts';

/** A gateway by configuration. `only`: the one sender that it carries, where it does not say which was written to. */
export function createGenericIngress(
  name: string,
  settings: GenericSettings,
  only: string,
): SmsIngress {
  const { receive, statuses } = settings;
  const signed = settings.proof.hmac === undefined ? 'ALL' : 'BODY';
  return {
    name,
    ...createGenericProof(settings.proof),
    signed,
    read: reading((fields, request) => {
      if (!isStatusPath(request)) return [readMessage(fields, receive, only)];
      return statuses === null ? [] : readStatus(fields, statuses, only);
    }, signed),
    answer: answers(settings.answer),
  };
}
