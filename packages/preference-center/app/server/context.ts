import type { CommandPlace } from '@adieu/domain';
import type { BaseLogger } from 'pino';
import { createContext } from 'react-router';
import type { Api } from '../api/client.ts';
import type { Brand } from '../api/operations.ts';

/** What a proof keeps of whoever used a page. */
export interface Visitor {
  /** IP address; null where the proxy named none. */
  readonly origin: string | null;
  readonly userAgent: string | null;
}

export const apiContext = createContext<Api>();
export const logContext = createContext<Pick<BaseLogger, 'error' | 'warn' | 'info'>>();
export const visitorContext = createContext<Visitor>();
/** Whose look the page has that is answered with: what its policy must let through. */
export const brandContext = createContext<Brand | null>(null);
/** The origins that may show the page in a frame: none but for a sign-up form. */
export const framesContext = createContext<readonly string[]>([]);
/** The address of the page that a return is asked from, without its token; kept in the proof. */
export const formUrlContext = createContext<string>();
/** Where whoever sets up runs the commands that the page prints. */
export const commandsContext = createContext<CommandPlace>();
