import type { GateAnswer, ScopeKind, SuppressionState } from '@adieu/domain';

/** A no as it is kept with an idempotency key: no address, only what decided. */
type KeptNo = {
  readonly state: SuppressionState;
  readonly scopeKind: ScopeKind;
  readonly scopeId: string;
  readonly since: string;
  readonly requestId: string | null;
};

export function keep(answer: GateAnswer): KeptNo | null {
  // Recipients' own pauses and periods do not stop a test.
  if (!('decisive' in answer)) return null;
  const { state, scopeKind, scopeId, since, requestId } = answer.decisive;
  return { state, scopeKind, scopeId, since: since.toISOString(), requestId };
}

export function answerOf({ since, ...kept }: KeptNo): GateAnswer {
  return { allowed: false, because: kept.state, decisive: { ...kept, since: new Date(since) } };
}
