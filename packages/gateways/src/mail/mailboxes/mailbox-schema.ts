import { z } from 'zod';
import { nameOf, theirs } from '../../sms/config/parts.ts';

const mailbox = z.strictObject({
  /** As logs and metrics call it. */
  name: nameOf('logs and metrics call it by'),
  host: z.string().regex(/^[a-z0-9.-]{1,253}$/i, 'must be the name of its server'),
  port: z.int().min(1).max(65_535).nullable().default(null),
  /** `tls`: from the first byte; `starttls`: before the password, or not at all. */
  security: z.enum(['tls', 'starttls'], 'must be tls or starttls').default('tls'),
  user: theirs,
  password: theirs,
  folder: z.string().min(1).max(200).default('INBOX'),
  /** Certificates (PEM) that its server's is signed by; null: those that everybody knows. */
  caFile: z.string().min(1).nullable().default(null),
  /** Where a mail of ours goes when it is stored; null: it stays, as read. */
  moveTo: z.string().min(1).max(200).nullable().default(null),
});

export const mailboxes = z
  .array(mailbox, { error: 'must be a JSON list of mailboxes' })
  .min(1, 'names no mailbox: leave IMAP_MAILBOXES_FILE away where there is none')
  .superRefine((list, context) => {
    const names = list.map((each) => each.name);
    for (const twice of new Set(names.filter((each, i) => names.indexOf(each) !== i)))
      context.addIssue(`two mailboxes are called ${twice}`);
  });

export type MailboxSettings = z.infer<typeof mailbox>;
