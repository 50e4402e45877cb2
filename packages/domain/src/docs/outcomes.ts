import { decide } from '../opt-out/decide.ts';
import { formatDuration } from '../opt-out/duration.ts';
import { type Verdict, VERDICTS } from '../opt-out/verdicts.ts';
import { PURPOSES } from '../enums/channels.ts';
import { POLICY_MODES } from '../enums/policies.ts';
import { SIGNALS } from '../enums/requests.ts';
import { table } from './table.ts';

const HEAD = [
  'Signal',
  'Purpose',
  'Policy',
  'Request',
  'Address',
  'Waits',
  'Timer’s end',
  'Decline',
];

const INTRO = `# What becomes of a wish to stop

Made from the domain’s own table of verdicts; a test compares the two. To write it anew after a change:
\`npm test -- --project domain packages/domain/src/docs -u\`.

Waits: until when an admin may decide. The country can make a marketing deadline shorter, never longer
([regimes](regimes.md)). Decline: whether an admin may decline the request.
`;

/** The page that shows signal × purpose × policy → outcome, walked from VERDICTS. */
export function outcomesPage(): string {
  const rows = SIGNALS.flatMap((signal) =>
    PURPOSES.flatMap((purpose) =>
      POLICY_MODES.map((mode) => {
        const verdict = VERDICTS.find(
          (row) => row.signal === signal && row.purpose === purpose && row.mode === mode,
        );
        const outcome = verdict ? outcomeOf(verdict) : ['none', 'unchanged', '–', '–', '–'];
        return [signal, purpose, purpose === 'TRANSACTIONAL' ? '–' : mode, ...outcome];
      }),
    ),
  );
  const distinct = [...new Map(rows.map((row) => [row.join(), row])).values()];
  return `${INTRO}\n${table(HEAD, distinct)}\n`;
}

function outcomeOf({
  state,
  suppression,
  capSeconds,
  onTimeout,
  signal,
  purpose,
}: Verdict): string[] {
  if (state === 'CONFIRMED') return [state, suppression, 'no', '–', 'no'];
  const decline = decide({ state, signal, purpose }, 'DECLINE', 'a reason');
  return [
    state,
    suppression,
    capSeconds === null ? 'policy' : `policy, at most ${formatDuration(capSeconds)}`,
    onTimeout === 'POLICY' ? 'policy' : String(onTimeout),
    'refused' in decline ? 'no' : 'yes',
  ];
}
