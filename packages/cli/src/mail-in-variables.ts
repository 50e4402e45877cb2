import { LOCAL_MAIL_DOMAIN } from '@adieu/domain';
import { countTo, domain, port, text } from './variable-kinds.ts';
import type { Variable } from './variable.ts';

/** How the process mail-in takes mails. */
export const MAIL_IN_VARIABLES = {
  MAIL_IN_HOST: {
    schema: text,
    fallback: '127.0.0.1',
    about: 'Interface that takes mail in by SMTP',
  },
  MAIL_IN_PORT: { schema: port, fallback: '2525', about: 'Its port' },
  MAIL_IN_TLS_CERT_FILE: {
    schema: text,
    fallback: '',
    about:
      'Certificate (PEM) that mail-in offers by STARTTLS, read anew when it changes; not set: TLS_CERT_FILE, and without that one no STARTTLS',
  },
  MAIL_IN_TLS_KEY_FILE: { schema: text, fallback: '', about: 'Its private key (PEM)' },
  MAIL_IN_TRUSTED_MTAS: {
    schema: text,
    fallback: '',
    about:
      'Mail servers in front of mail-in (IP addresses, with commas): whom they name by XFORWARD is believed, and they are not limited',
  },
  MAIL_IN_AUTHSERV_IDS: {
    schema: text,
    fallback: '',
    about:
      'Names, with commas, by which those, or the servers of mailboxes that are read by IMAP, sign what they find of a mail (Authentication-Results): only of such as take away what others wrote under theirs',
  },
  MAIL_IN_PROXIES: {
    schema: text,
    fallback: '',
    about:
      'Balancers in front of mail-in (IP addresses, with commas): each of their connections must begin with the PROXY protocol',
  },
  MAIL_IN_CONNECTIONS_PER_CLIENT: {
    schema: countTo(200),
    fallback: '20',
    about: 'Connections to mail-in that one client address may have at once',
  },
  MAIL_IN_MAILS_PER_MINUTE: {
    schema: countTo(1_000_000),
    fallback: '600',
    about: 'Mails that mail-in takes from one client address in a minute',
  },
  MAIL_DOMAIN: {
    schema: domain,
    fallback: LOCAL_MAIL_DOMAIN,
    about: 'Domain of the addresses that unsubscribe by mail; its MX is MAIL_IN_HOST',
  },
} satisfies Record<string, Variable>;
