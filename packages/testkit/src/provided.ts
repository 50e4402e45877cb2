import 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** http://host:port that starts and names what tests share. */
    parts: string;
  }
}
