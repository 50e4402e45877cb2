import type { ForeignSender } from '@adieu/db';
import { foreignDomain } from '../sender-domains/domain-problem.ts';
import { Conflict, type Problem } from '../shared/problems.ts';

/** What to do about a sender that is not the organisation's; each is given the field of the input that names it. */
export const FOREIGN_SENDERS: Readonly<Record<ForeignSender, (field: string) => Problem>> = {
  'foreign-domain': foreignDomain,
  'foreign-sender': (field) =>
    new Conflict(
      'FOREIGN_SENDER',
      'This number, text or short code is not this organisation’s to send SMS from. Ask whoever runs this installation to give it to you (assignSmsSender).',
      field,
    ),
};
