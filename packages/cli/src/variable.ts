import type { z } from 'zod';

/** One environment variable: what it may be, what it is where it is not set, and what for. */
export interface Variable {
  readonly schema: z.ZodType;
  /** As it stands in .env.example; empty = not set. */
  readonly fallback: string;
  readonly about: string;
}
