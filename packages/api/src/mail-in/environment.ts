import { type KeyRing, readSettings } from '@adieu/keys';
import { z } from 'zod';
import { COMMON, mailDomain, port } from '../settings.ts';

const schema = z.object({
  ...COMMON,
  MAIL_IN_HOST: z.string().default('127.0.0.1'),
  MAIL_IN_PORT: port.default(2525),
  MAIL_DOMAIN: mailDomain,
});

export interface MailInEnvironment {
  readonly databaseUrl: string;
  readonly ring: KeyRing;
  readonly logLevel: string;
  readonly host: string;
  readonly port: number;
  readonly mailDomain: string;
}

/** The settings of mail-in. Throws one error that names everything that is wrong. */
export function readMailInEnvironment(variables: NodeJS.ProcessEnv): MailInEnvironment {
  const { settings: env, ring } = readSettings(schema, variables);
  return {
    databaseUrl: env.DATABASE_URL,
    ring,
    logLevel: env.LOG_LEVEL,
    host: env.MAIL_IN_HOST,
    port: env.MAIL_IN_PORT,
    mailDomain: env.MAIL_DOMAIN,
  };
}
