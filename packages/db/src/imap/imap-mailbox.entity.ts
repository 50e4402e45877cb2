import { MAILBOX_PROBLEMS } from '@adieu/domain';
import { defineEntity, p } from '@mikro-orm/postgresql';

export const ImapMailboxEntity = defineEntity({
  name: 'ImapMailbox',
  tableName: 'imap_mailbox',
  comment: 'How far a mailbox of the installation was read, and how that went',
  checks: [
    { name: 'imap_mailbox_last_uid_check', expression: 'last_uid >= 0' },
    { name: 'imap_mailbox_name_check', expression: "name <> ''::text" },
    { name: 'imap_mailbox_uid_validity_check', expression: 'uid_validity >= 0' },
    { name: 'imap_mailbox_waiting_check', expression: 'waiting >= 0' },
  ],
  properties: {
    name: p.text().primary(),
    uidValidity: p
      .bigint()
      .defaultRaw('0')
      .comment('With another one all its mails have other numbers, and are read anew'),
    lastUid: p.bigint().defaultRaw('0').comment('Up to which mail all are stored, or none of ours'),
    triedAt: p.datetime(),
    readAt: p.datetime().strictNullable().comment('When it was last read to its end; null = never'),
    waiting: p.integer().default(0),
    oldestWaitingAt: p
      .datetime()
      .strictNullable()
      .comment('When the first that waits to be read came there'),
    problem: p
      .enum([...MAILBOX_PROBLEMS])
      .strictNullable()
      .comment('Why it can not be read now; null = it can'),
  },
});
