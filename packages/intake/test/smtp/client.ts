import { connect, type Socket } from 'node:net';
import { once } from 'node:events';
import { connect as connectTls } from 'node:tls';

/** Speaks SMTP byte by byte, also what no mail program says. */
export class SmtpClient {
  #socket: Socket;
  #heard = '';
  #next = Promise.resolve();

  private constructor(socket: Socket) {
    this.#socket = this.#listen(socket);
  }

  static async open(port: number, first = ''): Promise<SmtpClient> {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    const client = new SmtpClient(socket);
    if (first !== '') socket.write(first);
    return client;
  }

  /** The next whole reply: code and all of its lines. */
  async reply(): Promise<string> {
    for (;;) {
      const whole = /^(?:\d{3}-[^\n]*\n)*\d{3}(?: [^\n]*)?\n/.exec(this.#heard)?.[0];
      if (whole !== undefined) {
        this.#heard = this.#heard.slice(whole.length);
        return whole.trim();
      }
      if (this.#socket.destroyed || this.#socket.readableEnded) return 'closed';
      await this.#next;
    }
  }

  send(bytes: string | Buffer): void {
    this.#socket.write(bytes);
  }

  async say(line: string): Promise<string> {
    this.send(`${line}\r\n`);
    return this.reply();
  }

  /** Whether everything may be encrypted from here on. */
  async startTls(): Promise<{ fingerprint: string }> {
    const answer = await this.say('STARTTLS');
    if (!answer.startsWith('220')) throw new Error(answer);
    this.#socket.removeAllListeners('data');
    const secure = connectTls({ socket: this.#socket, rejectUnauthorized: false });
    await once(secure, 'secureConnect');
    this.#socket = this.#listen(secure);
    return { fingerprint: secure.getPeerCertificate().fingerprint256 };
  }

  /** A whole mail; gives what was answered to its end, or to what was refused before. */
  async mail(mail: {
    from: string;
    to: string;
    raw: string | Buffer;
    options?: string;
  }): Promise<string> {
    for (const line of [
      `MAIL FROM:<${mail.from}>${mail.options ?? ''}`,
      `RCPT TO:<${mail.to}>`,
      'DATA',
    ]) {
      const answer = await this.say(line);
      if (/^[45]/.test(answer)) return answer;
    }
    this.send(mail.raw);
    this.send('\r\n.\r\n');
    return this.reply();
  }

  close(): void {
    this.#socket.destroy();
  }

  /** The next bytes, or the end. */
  #listen(socket: Socket): Socket {
    let arrived = (): void => {};
    const expectNext = (): void => {
      this.#next = new Promise((resolve) => (arrived = resolve));
    };
    expectNext();
    const arrives = (): void => {
      const told = arrived;
      expectNext();
      told();
    };
    socket.on('data', (bytes: Buffer) => {
      this.#heard += bytes.toString();
      arrives();
    });
    return socket.on('error', () => {}).on('close', arrives);
  }
}
