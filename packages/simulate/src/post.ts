import { createTransport } from 'nodemailer';

/** What a mail server answered: taken, or its refusal. */
export type Posted = { readonly taken: true } | { readonly taken: false; readonly answer: string };

/** Hands mails to mail-in, as other people's mail servers do. */
export interface Post {
  /** `from` is the envelope's: empty for mails that machines return. */
  send(mail: { from: string; to: string; raw: string }): Promise<Posted>;
  close(): void;
}

/** `smtpIn`: host:port. */
export function createPost(smtpIn: string): Post {
  const [host, port] = smtpIn.split(':');
  const transport = createTransport({
    host: host!,
    port: Number(port),
    pool: true,
    maxConnections: 5,
    ignoreTLS: true,
  });
  return {
    async send({ from, to, raw }) {
      try {
        await transport.sendMail({ envelope: { from, to: [to] }, raw });
        return { taken: true };
      } catch (error) {
        const { responseCode, response } = error as { responseCode?: number; response?: string };
        if (responseCode === undefined) throw error;
        return { taken: false, answer: response ?? String(responseCode) };
      }
    },
    close: () => transport.close(),
  };
}
