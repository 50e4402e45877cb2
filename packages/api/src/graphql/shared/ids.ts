import { publicId, type ScopeKind } from '@adieu/domain';
import { fromString, toUUID } from 'typeid-js';

/** The prefixes that tell people what an id is of. */
export type IdPrefix =
  | 'org'
  | 'account'
  | 'book'
  | 'topic'
  | 'recipient'
  | 'optout'
  | 'campaign'
  | 'message'
  | 'proof'
  | 'member'
  | 'session'
  | 'consent'
  | 'contact'
  | 'evidence'
  | 'quarantine'
  | 'machine'
  | 'export'
  | 'plan'
  | 'form'
  | 'sender'
  | 'domain'
  | 'deletion'
  | 'inbound'
  | 'key'
  | 'endpoint'
  | 'delivery'
  | 'event'
  | 'file'
  | 'import';

export const PREFIX_OF_SCOPE: Readonly<Record<ScopeKind, IdPrefix>> = {
  TOPIC: 'topic',
  BOOK: 'book',
  ACCOUNT: 'account',
  ORGANISATION: 'org',
};

/** The public form of a row's id: `optout_01kf…` */
export function toId(prefix: IdPrefix, uuid: string): string {
  return publicId(prefix, uuid);
}

/** The row's id of a public id; null for one of another type or none at all, which is then simply not found. */
export function fromId(prefix: IdPrefix, id: string): string | null {
  try {
    return toUUID(fromString(id, prefix));
  } catch {
    return null;
  }
}

export function toScopeId(kind: ScopeKind, uuid: string): string {
  return toId(PREFIX_OF_SCOPE[kind], uuid);
}

export function fromScopeId(kind: ScopeKind, id: string): string | null {
  return fromId(PREFIX_OF_SCOPE[kind], id);
}
