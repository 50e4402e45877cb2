import type { MailTransport } from '../mail-transport.ts';
import type { MailSigner } from './create-signer.ts';

/** A transport that signs each mail just before it goes. */
export function signingTransport(
  transport: MailTransport,
  sign: MailSigner,
  clock: () => Date,
): MailTransport {
  return {
    poolSize: transport.poolSize,
    async send(mail, until) {
      return transport.send({ ...mail, raw: await sign(mail.raw, clock()) }, until);
    },
    close: () => transport.close(),
  };
}
