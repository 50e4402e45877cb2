import type { AskGate, DatabaseAccess, SessionOwner } from '@adieu/db';
import type { Viewer } from '@adieu/domain';
import type { KeyRing } from '@adieu/keys';
import type { Logger } from 'pino';
import type { Client } from '../../http/client.ts';
import type { ChangesFeed } from '../changes/feed.ts';
import type { AfterAnswer } from '../../after-answer.ts';
import type { ResolveTxt } from '@adieu/intake';
import type { Installation } from '../../installation.ts';
import type { ReadyCampaigns } from '../../ready-campaigns.ts';
import type { Loaders } from './loaders.ts';

/** What one operation may use. */
export interface Context {
  /** The record as the caller's organisation may see it; all of it where no one organisation calls (access/reach.ts). */
  readonly db: DatabaseAccess;
  /** All of it, in any case. */
  readonly engine: DatabaseAccess;
  readonly ring: KeyRing;
  readonly log: Logger;
  /** The one instant of this operation. */
  readonly now: Date;
  readonly client: Client;
  /** Whose key came with it, or who signed in; null where nobody did. */
  readonly viewer: Viewer | null;
  /** Of the member who signed in; null where none in force came with it. */
  readonly session: SessionOwner | null;
  readonly loaders: Loaders;
  /** For single addresses; who asks at the same time is answered together. */
  readonly gate: AskGate;
  /** By which a page calls a mail as its reader knows it. */
  readonly campaigns: ReadyCampaigns;
  readonly changes: ChangesFeed;
  /** For what an answer must not wait for. */
  readonly afterAnswer: AfterAnswer;
  /** Aborts where the client of a stream went away. */
  readonly gone: AbortSignal;
  readonly installation: Installation;
  /** By which a domain is proven. */
  readonly resolveTxt: ResolveTxt;
  /** Set where an idempotency key gave an earlier result again. */
  replayed: boolean;
}

/** Who calls, for fields that nobody reaches without a key (access.ts sees to that). */
export function viewerOf(ctx: Context): Viewer {
  if (ctx.viewer === null) throw new Error('a field for keys was reached without one');
  return ctx.viewer;
}
