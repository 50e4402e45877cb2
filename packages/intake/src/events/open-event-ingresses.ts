import { type MailProvider, parseMailProviders } from '@adieu/gateways';
import type { EventIngress } from './event-ingress.ts';
import { createMailgunIngress } from './mailgun/mailgun-ingress.ts';
import { createPostmarkIngress } from './postmark/postmark-ingress.ts';
import { createSendgridIngress } from './sendgrid/sendgrid-ingress.ts';
import { createSesIngress } from './ses/ses-ingress.ts';

export interface EventIngresses {
  /** By the name in the path; null where there is no such provider. */
  ingressOf(name: string): EventIngress | null;
}

/** What comes in from the providers of the file that MAIL_PROVIDERS_FILE names. Throws with what is wrong with it. */
export function parseEventIngresses(text: string, file: string): EventIngresses {
  return openEventIngresses(parseMailProviders(text, file));
}

export function openEventIngresses(providers: readonly MailProvider[]): EventIngresses {
  const all = new Map(providers.map((each) => [each.name, open(each)]));
  return { ingressOf: (name) => all.get(name) ?? null };
}

function open(settings: MailProvider): EventIngress {
  switch (settings.kind) {
    case 'ses':
      return createSesIngress(settings);
    case 'sendgrid':
      return createSendgridIngress(settings);
    case 'mailgun':
      return createMailgunIngress(settings);
    case 'postmark':
      return createPostmarkIngress(settings);
  }
}
