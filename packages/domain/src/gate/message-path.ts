import type { Purpose } from '../enums/channels.ts';

/** Where a message goes through: the scopes it belongs to. */
export interface MessagePath {
  readonly purpose: Purpose;
  readonly organisationId: string;
  readonly accountId: string | null;
  readonly bookId: string | null;
  readonly topicId: string | null;
}
