import type { GenericSettings } from '@adieu/gateways';
import { type Fields, Unreadable } from '../read/fields.ts';
import { idOf, instantOf, mustHave, numberOf, ourIdOf } from '../read/values.ts';
import type { SmsEvent, SmsStatus } from '../sms-ingress.ts';

type Statuses = NonNullable<GenericSettings['statuses']>;

/** A word that is not in the configuration is none of ours to understand: no event. */
export function readStatus(fields: Fields, names: Statuses, only: string): readonly SmsEvent[] {
  const word = mustHave(fields, names.state);
  const at = instantOf(fields, names.at);
  if (names.deactivated.includes(word))
    return [{ kind: 'deactivated', number: numberOf(fields, numberField(names)), at }];
  const optedOut = names.optedOut.includes(word);
  const state = optedOut ? 'FAILED' : stateOf(word, names);
  const gatewayId = idOf(fields, names.id);
  const ourId = ourIdOf(fields);
  if (gatewayId === null && ourId === null) {
    if (!optedOut) throw new Unreadable('there is no id');
    const to = names.to === null ? only : numberOf(fields, names.to);
    return [{ kind: 'opted-out', from: numberOf(fields, numberField(names)), to, at }];
  }
  if (state === null) return [];
  const code = idOf(fields, names.code) ?? word.slice(0, 60);
  return [{ kind: 'status', gatewayId, ourId, state, code, optedOut, at }];
}

function stateOf(word: string, names: Statuses): SmsStatus['state'] | null {
  if (names.sent.includes(word)) return 'SENT';
  if (names.delivered.includes(word)) return 'DELIVERED';
  return names.failed.includes(word) ? 'FAILED' : null;
}

function numberField({ number }: Statuses): string {
  if (number === null) throw new Unreadable('statuses.number names no field of a number');
  return number;
}
