import { exactly, type Expectation, IN_FORCE, text } from '../expectation.ts';
import type { SmsFacts } from '../facts.ts';
import { mailsAfter } from '../judge-mails.ts';
import type { SmsKind } from './people.ts';

const LEAVERS: Readonly<Partial<Record<SmsKind, string>>> = {
  stop: 'people who answer STOPP by SMS are written to no more',
  misspell: 'people who misspell STOPP are written to no more, or paused',
  swear: 'people who swear and want to leave are written to no more, or paused',
};
/** Who asks for nothing. */
const STAYS: ReadonlySet<SmsKind> = new Set(['thank', 'forward', 'noSignal', 'silent']);

/** What was promised about those who get SMS: nobody gets one against their wish, and nobody is taken off who had none. */
export function judgeSms(facts: SmsFacts): Expectation[] {
  const { people, arrived, others, requests, mailings } = facts;
  const requestsOf = Map.groupBy(requests, ({ address }) => address);
  const isOut = (address: string): boolean =>
    (requestsOf.get(address) ?? []).some(({ state }) => IN_FORCE.has(state));
  const of = (kind: SmsKind) => people.filter((each) => each.kind === kind);
  const known = new Set(people.map(({ address }) => address));
  const strangers = [...arrived, ...others].filter(({ address }) => !known.has(address));
  const taken = mailings.reduce((sum, { messages }) => sum + (messages['SENT'] ?? 0), 0);
  return [
    exactly(
      'SMS after an acknowledged goodbye, while it is in force',
      0,
      mailsAfter(facts, { requestsOf }),
    ),
    exactly(
      'SMS that arrived twice',
      0,
      arrived.length - new Set(arrived.map(({ messageId }) => messageId)).size,
    ),
    ...mailings.map(({ messages }, i) => whole(messages, i, people.length)),
    exactly('SMS that the gateway took, as the record says', taken, arrived.length),
    ...Object.entries(LEAVERS).flatMap(([kind, about]) => {
      const all = of(kind as SmsKind);
      const out = all.filter(({ address }) => isOut(address));
      return all.length === 0 ? [] : [exactly(about, all.length, out.length)];
    }),
    ...(of('comeback').length === 0 ? [] : [cameBack(facts)]),
    exactly(
      'opt-outs of people who thank, pass it on, have no signal or do nothing',
      0,
      people.filter(({ kind, address }) => STAYS.has(kind) && requestsOf.has(address)).length,
    ),
    exactly('SMS to people who are on no list', 0, strangers.length),
    exactly(
      'people who could not do by SMS what they set out to do',
      0,
      people.filter(({ trouble }) => trouble !== null).length,
    ),
  ];
}

function whole(messages: Readonly<Record<string, number>>, i: number, size: number): Expectation {
  const settled = ['SENT', 'STOPPED', 'FAILED'].map((each) => messages[each] ?? 0);
  const outcome = settled.reduce((sum, each) => sum + each, 0);
  return {
    about: `mailing ${i + 1} by SMS: sent, stopped by the gate or refused by the gateway`,
    expected: text(size),
    outcome: `${text(outcome)} (${settled.map(text).join(' + ')})`,
    kept: outcome === size,
  };
}

function cameBack({ people, requests }: SmsFacts): Expectation {
  const all = people.filter(({ kind }) => kind === 'comeback');
  const back = all.filter(({ address }) => {
    const own = requests.filter((each) => each.address === address);
    return own.length > 0 && own.every(({ state }) => state === 'LIFTED');
  });
  return exactly('people back by START and the second word', all.length, back.length);
}
