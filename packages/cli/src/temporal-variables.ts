import { z } from 'zod';
import { address, text } from './variable-kinds.ts';
import type { Variable } from './variable.ts';

/** How the worker and `npm start` find a Temporal, and speak to it. */
export const TEMPORAL_VARIABLES = {
  TEMPORAL_ADDRESS: {
    schema: address,
    fallback: '',
    about: 'Your own Temporal, host:port; not set: a dev server in the data folder',
  },
  TEMPORAL_NAMESPACE: { schema: text, fallback: 'default', about: 'Temporal namespace' },
  TEMPORAL_TLS: {
    schema: z.enum(['on', 'off']),
    fallback: '',
    about:
      'Whether your own Temporal is spoken to by TLS: on or off; not set: on where one of the next is set, else off',
  },
  TEMPORAL_TLS_CA_FILE: {
    schema: text,
    fallback: '',
    about: 'Certificates (PEM) of who issued that of your Temporal; not set: those of the system',
  },
  TEMPORAL_TLS_CERT_FILE: {
    schema: text,
    fallback: '',
    about: 'Certificate (PEM) that Adieu shows to your Temporal (mutual TLS)',
  },
  TEMPORAL_TLS_KEY_FILE: { schema: text, fallback: '', about: 'Its private key (PEM)' },
  TEMPORAL_TLS_SERVER_NAME: {
    schema: text,
    fallback: '',
    about: 'Name in the certificate of your Temporal; not set: the host of TEMPORAL_ADDRESS',
  },
  TEMPORAL_API_KEY: {
    schema: text,
    fallback: '',
    about: 'API key for your Temporal, as Temporal Cloud gives one; needs TLS, and turns it on',
  },
  TEMPORAL_CLI: {
    schema: text,
    fallback: '',
    about: 'The Temporal binary; not set: looked for, downloaded or built',
  },
} satisfies Record<string, Variable>;
