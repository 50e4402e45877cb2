import type { BaseLogger } from 'pino';
import { createContext } from 'react-router';
import type { Api } from './api/client.ts';

/** What a proof keeps of whoever used a page. */
export interface Visitor {
  /** IP address; null where the proxy named none. */
  readonly origin: string | null;
  readonly userAgent: string | null;
}

export const apiContext = createContext<Api>();
export const logContext = createContext<Pick<BaseLogger, 'error' | 'warn' | 'info'>>();
export const visitorContext = createContext<Visitor>();
/** The address of the page that a return is asked from, without its token; kept in the proof. */
export const formUrlContext = createContext<string>();
