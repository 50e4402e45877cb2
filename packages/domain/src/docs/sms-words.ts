import { type Keyword, KEYWORD_SETS, type KeywordMeaning } from '../regime/keywords.ts';
import { REGIME_KEYS } from '../regime/regime.ts';
import { versionsOf } from '../regime/regimes.ts';
import { SENDER_LANDS } from '../sms/sender-lands.ts';
import { WORD_VERDICTS, type WordStands } from '../words/word-verdicts.ts';
import { table } from './table.ts';

const INTRO = `# Words and senders of SMS by country

Made from the domain’s data, and a test compares the two. To write it anew after a change:
\`npm test -- --project domain packages/domain/src/docs -u\`. This is no legal advice.

## Words that act alone

Case, accents, quotes, punctuation, emoji and blanks do not matter. A person’s own language counts beside the country’s. No
mark: found in a law or at a provider; ‡: told by others; †: taken by Adieu, as none was found.
`;

const WORDS_HEAD = [
  'Set',
  'Acts in',
  'Leaves',
  'Asks to come back',
  'Agrees, when asked',
  'Help',
  'Test',
  'Source',
];

const VERDICTS_INTRO = `## What an answer comes to

The first row that fits. An unclear wish pauses at once, and somebody looks at it. START is answered with a question; YES
and its like count only while one is open.
`;

const LANDS_INTRO = `## Where a text is no plain sender

In all other countries it is. FORBIDDEN: refused; choose a number or a short code. REGISTERED: refused, and ADVISED: a warning, until
somebody says that it is registered there (\`countries\` of the sender), as only your gateway knows.
`;

const HOURS_INTRO = `## Quiet hours by law

A campaign of marketing is refused for numbers of these countries in these hours, and what is left of it then waits. Everywhere else a
send between 21 and 8 is a warning: by the account’s clock at home, and abroad by any that the country has.
`;

const STANDS: Readonly<Record<WordStands, string>> = {
  ALONE: 'alone',
  WITH_CODEWORD: 'with the codeword of a short code',
  AMONG_OTHERS: 'STOP and its like as a whole word of a text',
  BESIDE_A_WORD: 'to a short code, beside one or two other words or joined with its codeword',
  NEARLY:
    'in a line of its own, in letters that look or sound alike (st0p, СТОП), divided, beside a number, or STOP before one other word',
  IN_OWN_WORDS: 'in a person’s own words',
};

const NEEDS = {
  ANY_REPLY_COUNTS: 'the number’s country counts any reply',
  PROMPT_OPEN: 'a question is open',
} as const;

const MARKS: Readonly<Record<Keyword['basis'], string>> = {
  FOUND: '',
  SECOND_HAND: ' ‡',
  ADIEU: ' †',
};

/** The page of keywords, verdicts, senders’ lands and quiet hours. */
export function smsWordsPage(): string {
  const verdicts = WORD_VERDICTS.map(({ means, stands, needs, act }) => [
    means,
    stands.map((each) => STANDS[each]).join('; '),
    needs === undefined ? '–' : NEEDS[needs],
    act,
  ]);
  const lands = SENDER_LANDS.map(({ country, rule, from, source }) => [
    country,
    rule,
    from,
    source,
  ]);
  return `${INTRO}
${table(WORDS_HEAD, wordRows())}

${VERDICTS_INTRO}
${table(['Word of', 'Stands', 'Where', 'Act'], [...verdicts, ['–', 'anything else', '–', 'NONE']])}

${anyReplyCounts()}

${LANDS_INTRO}
${table(['Country', 'Rule', 'From', 'Source'], lands)}

${HOURS_INTRO}
${table(['Regime', 'Quiet', 'By the clocks of'], hourRows())}
`;
}

function wordRows(): string[][] {
  return Object.entries(KEYWORD_SETS).map(([key, { words, source }]) => {
    const of = (means: KeywordMeaning) =>
      words
        .filter((each) => each.means === means)
        .map((each: Keyword) => each.word + MARKS[each.basis])
        .join(', ') || '–';
    const acts = REGIME_KEYS.filter((regime) =>
      versionsOf(regime)
        .at(-1)!
        .keywords.some((each) => each === key),
    );
    return [
      key,
      acts.length === REGIME_KEYS.length ? 'every country' : acts.join(', '),
      ...(['OPT_OUT', 'OPT_IN', 'CONFIRM', 'HELP', 'TEST'] as const).map(of),
      source,
    ];
  });
}

function anyReplyCounts(): string {
  const since = REGIME_KEYS.flatMap((key) => {
    const first = versionsOf(key).find((regime) => regime.anyReplyCounts);
    return first === undefined ? [] : [`${key} from ${first.from}`];
  });
  return `Any reply counts in: ${since.join(', ')}.`;
}

function hourRows(): string[][] {
  return REGIME_KEYS.flatMap((key) => {
    const { quietHours } = versionsOf(key).at(-1)!;
    return quietHours === null
      ? []
      : [[key, `${quietHours.from} to ${quietHours.to}`, quietHours.timeZones.join(', ')]];
  });
}
