import { text } from './variable-kinds.ts';
import type { Variable } from './variable.ts';

/** By what an installation learns what became of its mails, beside its own mail server. */
export const MAIL_VARIABLES = {
  MAIL_PROVIDERS_FILE: {
    schema: text,
    fallback: '',
    about:
      'Providers that mail goes out by (SES, SendGrid, Mailgun, Postmark) and the secrets of their webhooks, as docs/mail-providers.md says; not set: none',
  },
  IMAP_MAILBOXES_FILE: {
    schema: text,
    fallback: '',
    about:
      'Mailboxes that mails to our addresses are read from (IMAP), for who cannot forward them, as docs/mail-providers.md says; not set: none',
  },
} satisfies Record<string, Variable>;
