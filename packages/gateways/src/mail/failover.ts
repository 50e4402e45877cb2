import { type CircuitBreaker, CLOSED, halfOpen, isOpen, trip } from '@adieu/domain';
import type { Logger } from 'pino';
import { readSmtpError, type SmtpError } from './classify-smtp-error.ts';
import type { MailTransport, RawMail } from './mail-transport.ts';

export interface MailServer {
  /** Its host and port: what logs and outcomes call it. Never its URL, which may hold a password. */
  readonly name: string;
  readonly transport: MailTransport;
}

/**
 * Mail goes by the first server that is there. One that was away is asked last for a while (circuit breaker); a mail that it has not seen a byte of
 * goes on to the next at once, any other waits for its turn or stays unknown. So does one whose address a server can not take.
 */
export function failover(
  servers: readonly [MailServer, ...MailServer[]],
  { clock, log }: { clock: () => Date; log: Logger },
): MailTransport {
  const breakers = new Map<MailServer, CircuitBreaker>(servers.map((server) => [server, CLOSED]));

  const settle = (server: MailServer, breaker: CircuitBreaker): void => {
    const before = breakers.get(server)!;
    breakers.set(server, breaker);
    if (breaker.failures === before.failures) return;
    const { failures, openUntil } = breaker;
    if (failures > 0) log.warn({ server: server.name, failures, openUntil }, 'mail server away');
    else log.info({ server: server.name }, 'mail server back');
  };

  const attempt = async (server: MailServer, mail: RawMail): Promise<string> => {
    const breaker = halfOpen(breakers.get(server)!, clock());
    breakers.set(server, breaker);
    try {
      const answer = await server.transport.send(mail);
      settle(server, CLOSED);
      return servers.length > 1 ? `${answer} (${server.name})` : answer;
    } catch (error) {
      if (isAway(error as SmtpError))
        settle(server, trip(breakers.get(server)!, breaker.failures, clock()));
      else if (hasAnswered(error as SmtpError)) settle(server, CLOSED);
      throw error;
    }
  };

  return {
    poolSize: servers[0].transport.poolSize,
    async send(mail, until) {
      const now = clock();
      const isFirst = (server: MailServer): boolean => !isOpen(breakers.get(server)!, now);
      const ways = [...servers.filter(isFirst), ...servers.filter((server) => !isFirst(server))];
      // Of a server that was not there: nobody knows whether it could have taken the mail, so it is tried again.
      let away: unknown = null;
      for (;;) {
        const server = ways.shift()!;
        try {
          return await attempt(server, mail);
        } catch (error) {
          const { mayHaveLeft, isBeyondServer } = error as SmtpError;
          const isTooLate = until !== undefined && clock() >= until;
          if (isBeyondServer) {
            if (ways.length === 0) throw away ?? error;
            if (isTooLate) throw away ?? noTimeLeft();
            continue;
          }
          const mayGoOn = isAway(error as SmtpError) && mayHaveLeft === false;
          if (!mayGoOn || isTooLate || ways.length === 0) throw error;
          away = error;
        }
      }
    },
    close: () => servers.forEach(({ transport }) => transport.close()),
  };
}

/** It says more of the server than of the mail: no connection, no login, 421, or broken off. */
function isAway(error: SmtpError): boolean {
  const reading = readSmtpError(error);
  return (
    reading.verdict === 'unknown' || (reading.verdict === 'again' && reading.retry === 'RELAY')
  );
}

function hasAnswered({ responseCode, isBeyondServer }: SmtpError): boolean {
  return responseCode !== undefined || isBeyondServer === true;
}

function noTimeLeft(): Error & SmtpError {
  return Object.assign(new Error('no time was left to ask another mail server'), {
    mayHaveLeft: false,
  });
}
