import { RATE, readDomainRates, readRate } from '@adieu/domain';
import { z } from 'zod';
import { MAIL_IN_VARIABLES } from './mail-in-variables.ts';
import { MAIL_VARIABLES } from './mail-variables.ts';
import { SMS_VARIABLES } from './sms-variables.ts';
import { TEMPORAL_VARIABLES } from './temporal-variables.ts';
import {
  count,
  countTo,
  level,
  origin,
  password,
  port,
  text,
  url,
  urls,
} from './variable-kinds.ts';
import type { Variable } from './variable.ts';

const passwordOf = (about: string) => ({ schema: password, fallback: '', about });

/** Every variable that Adieu reads. `.env.example` lists the same, which a test sees to. */
export const VARIABLES = {
  DATABASE_URL: {
    schema: url('postgresql', 'postgres'),
    fallback: '',
    about:
      'Your own PostgreSQL 18 or newer, as the role that the processes connect as; not set: one in the data folder',
  },
  DATABASE_OWNER_URL: {
    schema: url('postgresql', 'postgres'),
    fallback: '',
    about:
      'The same database as the role that owns its tables, for migrate alone; not set: the role of DATABASE_URL owns them',
  },
  ...TEMPORAL_VARIABLES,
  SMTP_URL: {
    schema: urls('smtp', 'smtps'),
    fallback: '',
    about:
      'Where mail is handed over; several, by spaces: the first that is there; not set: a mailbox on this machine that keeps all of it',
  },
  SMTP_POOL_SIZE: {
    schema: count,
    fallback: '20',
    about: 'SMTP connections of the campaign sender at most',
  },
  SEND_RATE: {
    schema: z.string().refine((value) => readRate(value) !== null, RATE),
    fallback: '',
    about:
      'Mails of campaigns at most, over all workers, such as 50/s, 600/min or 1000/h; not set: as fast as the connections allow',
  },
  SEND_RATE_BY_DOMAIN: {
    schema: z.string().superRefine((value, context) => {
      const read = readDomainRates(value);
      if ('problem' in read) context.addIssue(read.problem);
    }),
    fallback: '',
    about:
      'The same to receiving domains, such as gmail.com+googlemail.com=20/s, yahoo.com=300/min; those joined by + share one rate',
  },
  PUBLIC_URL: {
    schema: origin,
    fallback: '',
    about:
      'What links in mails begin with: https://, a host and a port if need be, no path; not set: https://localhost:<API_PORT>',
  },
  KEYS_FILE: {
    schema: text,
    fallback: '',
    about:
      'The keys that sign links and hide addresses; not set: keys.json in the data folder, made once',
  },
  PAGES_SECRET_FILE: {
    schema: text,
    fallback: '',
    about:
      'The secret by which the API and the preference center know each other; not set: pages-secret in the data folder, made once',
  },
  DKIM_KEYS_FILE: {
    schema: text,
    fallback: '',
    about:
      'DKIM keys that sign mail here, as docs/operations.md says; not set: left to the mail server at SMTP_URL',
  },
  ...MAIL_VARIABLES,
  ...SMS_VARIABLES,
  OUTBOUND_ALLOW: {
    schema: text,
    fallback: '',
    about:
      'Networks that webhooks may go to although they are not public, such as 10.1.0.0/16 192.168.7.7, and without TLS; not set: public servers over https:// alone',
  },
  API_HOST: { schema: text, fallback: '127.0.0.1', about: 'Interface that the API listens on' },
  API_PORT: {
    schema: port,
    fallback: '4000',
    about: 'Port of the API, which is also the public origin',
  },
  TLS_CERT_FILE: {
    schema: text,
    fallback: '',
    about: 'Certificate (PEM) of the API; not set: a self-signed one in the data folder, made once',
  },
  TLS_KEY_FILE: { schema: text, fallback: '', about: 'Its private key (PEM)' },
  TRUSTED_PROXIES: {
    schema: text,
    fallback: '',
    about:
      'Reverse proxies in front of the API whose X-Forwarded-For is believed: addresses, networks, loopback, uniquelocal',
  },
  CONNECTIONS_PER_CLIENT: {
    schema: countTo(4_000),
    fallback: '400',
    about:
      'Connections to the API that one client address may have at once; proxies of TRUSTED_PROXIES are not limited',
  },
  GRAPHIQL: {
    schema: z.enum(['on', 'off']),
    fallback: '',
    about:
      'Whether GraphiQL and introspection are served: on or off; not set: on under npm start, else off',
  },
  OIDC_ISSUER: {
    schema: text,
    fallback: '',
    about:
      'OpenID provider that members sign in with, besides by mailed links: its issuer; not set: links alone',
  },
  OIDC_CLIENT_ID: {
    schema: text,
    fallback: '',
    about: 'What the provider calls this installation',
  },
  OIDC_CLIENT_SECRET: {
    schema: text,
    fallback: '',
    about: 'Its secret there; not set: a client without one',
  },
  OIDC_NAME: {
    schema: text,
    fallback: '',
    about: 'What the button calls the provider; not set: its host',
  },
  METRICS_TOKEN: {
    schema: z.string().min(16, '16 characters or more'),
    fallback: '',
    about: 'Bearer token that opens /metrics on the API; not set: closed',
  },
  PREFERENCE_CENTER_HOST: {
    schema: text,
    fallback: '127.0.0.1',
    about: 'Interface that the preference center listens on',
  },
  PREFERENCE_CENTER_PORT: {
    schema: port,
    fallback: '4100',
    about: 'Port of the preference center',
  },
  PREFERENCE_CENTER_URL: {
    schema: url('http', 'https'),
    fallback: '',
    about: 'Where the API finds the preference center; not set: the one started here',
  },
  API_URL: {
    schema: url('http', 'https'),
    fallback: '',
    about: 'Where the preference center finds the API; not set: the one started here',
  },
  ...MAIL_IN_VARIABLES,
  RUN_BY: {
    schema: z.enum(['npm', 'compose']),
    fallback: '',
    about:
      'What the commands of the set-up page are written for: npm, or compose, which docker-compose.yml says; not set: npm',
  },
  POSTGRES_PASSWORD: {
    schema: password,
    fallback: '',
    about:
      'Of docker-compose.yml alone, which starts with no password of its own (openssl rand -hex 24 makes one): the superuser of its PostgreSQL, and Temporal',
  },
  POSTGRES_OWNER_PASSWORD: passwordOf('The same: who owns the tables'),
  POSTGRES_ENGINE_PASSWORD: passwordOf('The same: who the processes connect as'),
  LOG_LEVEL: {
    schema: level,
    fallback: 'info',
    about: 'Least level that is logged: trace, debug, info, warn, error, fatal or silent',
  },
} satisfies Record<string, Variable>;

export type VariableName = keyof typeof VARIABLES;
