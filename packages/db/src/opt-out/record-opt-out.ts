import {
  type Actor,
  type ActorKind,
  type OptOutMethod,
  type RequestState,
  type ScopeKind,
  type RequestSignal,
  type Suspicion,
  type TimeoutOutcome,
} from '@adieu/domain';
import type { Sql } from '../sql.ts';
import { type Evidence, writeEvidence } from './evidence.ts';
import { verdictsOf } from './verdicts-of.ts';
import { RECORD_BY_ADDRESS, RECORD_BY_MESSAGE } from './record-opt-out.sql.ts';

/** Where a wish is aimed: by the message whose link was used, or by a recipient and a scope named outright. */
export type OptOutTarget =
  | {
      readonly messageId: string;
      /** `LINK` = what the message's own link leaves: its topic, or else its book (O-14). */
      readonly scope: 'LINK' | { readonly kind: ScopeKind; readonly id: string };
    }
  | {
      readonly organisationId: string;
      readonly recipientId: string;
      readonly scope: { readonly kind: ScopeKind; readonly id: string };
    };

export interface OptOutCommand {
  readonly target: OptOutTarget;
  readonly signal: RequestSignal;
  readonly method: OptOutMethod;
  readonly actor: Actor & { readonly kind: Exclude<ActorKind, 'TIMER'> };
  readonly evidence: Evidence;
  /** Of the number that wishes: where its law leaves less time than that of the account, it counts. */
  readonly numberCountry?: string | null;
  readonly now: Date;
}

export interface RecordedOptOut {
  readonly requestId: string;
  readonly organisationId: string;
  readonly recipientId: string;
  readonly state: RequestState;
  readonly method: OptOutMethod;
  readonly scopeKind: ScopeKind;
  readonly scopeId: string;
  readonly receivedAt: Date;
  readonly deadline: Date | null;
  readonly onTimeout: TimeoutOutcome | null;
  /** The strongest that was seen. */
  readonly signal: RequestSignal;
  readonly suspicion: Suspicion | null;
  /** `opened`: a new request. `overridden`: a stronger signal closed the open one (W-10). `joined`: it stood already. */
  readonly effect: 'opened' | 'overridden' | 'joined';
}

/**
 * Records a wish to stop in one statement: request, suppression, evidence, ledger event, outbox row. When this
 * resolves the wish is in force (design §3). Another wish joins the request that stands or closes it (W-10); a repeat
 * writes nothing (O-8). A clear wish that turns out to be one of a burst is recorded as an unclear one (N4).
 * `not-found`: no such message, recipient or scope here. `no-opt-out`: the scope has none (transactional). `exempt`: an
 * operator took the book out (A1), and there is no earlier wish that stands.
 */
export async function recordOptOut(
  sql: Sql,
  command: OptOutCommand,
): Promise<RecordedOptOut | { refused: 'not-found' | 'no-opt-out' | 'exempt' }> {
  const isJudgedAgain = (row: Row | undefined): boolean =>
    row?.suspected === true && command.signal === 'CLEAR';
  let [found] = await attempt(sql, command);
  // A concurrent twin may have committed after this statement's snapshot: its row is seen by a second look only.
  if (found?.found && found.requestId === null && !isJudgedAgain(found))
    [found] = await attempt(sql, command);
  if (isJudgedAgain(found)) return recordOptOut(sql, { ...command, signal: 'UNCLEAR' });
  if (found === undefined || !found.found) return { refused: 'not-found' };
  if (found.requestId === null) return { refused: found.exempt ? 'exempt' : 'no-opt-out' };
  const {
    found: _found,
    exempt: _exempt,
    suspected: _suspected,
    copies: _copies,
    ...recorded
  } = found;
  return recorded;
}

type Row = { found: boolean; exempt: boolean; suspected: boolean; copies: string | null } & (
  | RecordedOptOut
  | { requestId: null }
);

function attempt(sql: Sql, command: OptOutCommand): Promise<Row[]> {
  const { target, signal, method, actor, evidence, numberCountry = null, now } = command;
  const wish = [
    now,
    signal,
    method,
    verdictsOf(signal, { now, numberCountry }),
    actor.kind,
    actor.name,
    writeEvidence(evidence, method, actor),
  ];
  if ('messageId' in target) {
    const scope = target.scope === 'LINK' ? null : target.scope;
    return sql.rows(RECORD_BY_MESSAGE, [
      ...wish,
      target.messageId,
      scope?.kind ?? null,
      scope?.id ?? null,
    ]);
  }
  const { organisationId, recipientId, scope } = target;
  return sql.rows(RECORD_BY_ADDRESS, [...wish, organisationId, recipientId, scope.kind, scope.id]);
}
