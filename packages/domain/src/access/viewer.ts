import type { NamedActor } from '../enums/people.ts';
import type { Grant, Right } from './rights.ts';

/** Who calls: an API key, or a member who signed in. */
export interface Viewer {
  readonly kind: 'KEY' | 'MEMBER';
  readonly id: string;
  readonly organisationId: string;
  /** What histories call them. */
  readonly name: string;
  readonly grants: readonly Grant[];
  /** Of a member: with its end they are nobody, in a stream that is open too. */
  readonly sessionId?: string;
}

/** Whether they hold one of these rights, in one account or in all. */
export function holds({ grants }: Viewer, ...rights: readonly Right[]): boolean {
  return grants.some(({ right }) => rights.includes(right));
}

/** As whom a caller stands in the ledger. */
export function actorOf({ kind, name }: Viewer): NamedActor {
  return { kind, name };
}
