import type { MailTransport, RawMail } from '../mail-transport.ts';
import type { MailProvider } from './provider-schema.ts';

/** What our id is called where a provider asks for a name. */
export const CARRIED_AS = 'adieu';

/** The token of a message's return path, which names the message, is nobody's to forge, and opens nothing. */
const RETURN_PATH = /^bounce\+([a-z2-7]{56})@/;

/**
 * A way to a provider whose mails bear our id in the header that its events give back: it writes a Message-ID and a return path of
 * its own over ours. The headers are its own, signed by nobody, and it takes them away again.
 */
export function carryIds(transport: MailTransport, provider: MailProvider): MailTransport {
  return {
    ...transport,
    send: (mail, until) => transport.send(withId(mail, provider), until),
  };
}

function withId(mail: RawMail, provider: MailProvider): RawMail {
  const id = RETURN_PATH.exec(mail.from)?.[1];
  if (id === undefined) return mail;
  const lines = headersOf(provider, id).map((line) => `${line}\r\n`);
  return { ...mail, raw: Buffer.concat([Buffer.from(lines.join(''), 'latin1'), mail.raw]) };
}

function headersOf(provider: MailProvider, id: string): string[] {
  switch (provider.kind) {
    case 'ses':
      return [
        ...(provider.configurationSet === null
          ? []
          : [`X-SES-CONFIGURATION-SET: ${provider.configurationSet}`]),
        `X-SES-MESSAGE-TAGS: ${CARRIED_AS}=${id}`,
      ];
    case 'sendgrid':
      return [`X-SMTPAPI: ${JSON.stringify({ unique_args: { [CARRIED_AS]: id } })}`];
    case 'mailgun':
      return [`X-Mailgun-Variables: ${JSON.stringify({ [CARRIED_AS]: id })}`];
    case 'postmark':
      return [`X-PM-Metadata-${CARRIED_AS}: ${id}`, 'X-PM-KeepID: true'];
  }
}
