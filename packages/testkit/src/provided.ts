import 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** URL of a migrated database that is only ever copied. */
    templateDatabase: string;
    /** host:port of a Temporal server. */
    temporalAddress: string;
  }
}
