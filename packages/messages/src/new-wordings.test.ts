import { type Language, LANGUAGES } from '@adieu/domain';
import { expect, it } from 'vitest';
import { MAIL_MESSAGES, MEMBER_MESSAGES, PAGE_MESSAGES, REVIEW_MESSAGES } from './index.ts';
import { SETUP_MESSAGES } from './setup/index.ts';

/** What took the place of the wordings that readers stumbled over, where it is said. `DAY` and `X` stand for what is filled in. */
const SAID = {
  'who left': ({ page }) => page.left,
  'nothing to do': ({ page }) => page.noneInFlight,
  'how often': ({ page }) => page.howOften,
  'every 30 days': ({ page }) => page.frequencies.MONTHLY,
  'a pause': ({ page }) => page.pausedUntil('DAY'),
  'not relevant': ({ page }) => page.reasons.NOT_RELEVANT,
  'where to look': ({ page }) => page.returnAsked,
  spam: ({ page }) => page.returnNotThere,
  'a way back': ({ page }) => page.returnAskedNote('X'),
  'what can be left': ({ page }) => page.transactional,
  'the mailing': ({ page }) => page.mailing,
  data: ({ page }) => page.erasedAndLeft('X'),
  'signing up': ({ page }) => page.signUpButton,
  'signing in': ({ member }) => member.signIn,
  'signing in at the set-up': ({ setup }) => setup.signIn,
  'nobody decided': ({ review }) => review.atTheEnd.REVERT('DAY'),
  'how they left': ({ review }) => review.byWay,
  'why they left': ({ review }) => review.byReason,
  'who had enough': ({ review }) => review.reports.stops['FREQUENCY_CAP'],
  'what waits': ({ mail }) => mail.digest.waiting.other,
} as const satisfies Record<string, (of: Catalogs) => string | undefined>;

type Place = keyof typeof SAID;

const NEW: Readonly<Record<Language, Readonly<Record<Place, string>>>> = {
  en: {
    'who left': 'You’re unsubscribed',
    'nothing to do': 'You don’t need to do anything else.',
    'how often': 'How often?',
    'every 30 days': 'At most once every 30 days',
    'a pause': 'No marketing until DAY.',
    'not relevant': 'They’re not relevant to me',
    'where to look': 'Check your inbox',
    spam: 'Check your spam folder',
    'a way back': 'If possible, we’ve sent a link to X.',
    'what can be left': 'Here you can stop all marketing.',
    'the mailing': 'Mailing',
    data: 'Your data has been erased. You get no more marketing from X',
    'signing up': 'Sign me up',
    'signing in': 'Sign in',
    'signing in at the set-up': 'Sign in',
    'nobody decided': 'If nobody decides by DAY, messages resume.',
    'how they left': 'How they left',
    'why they left': 'Why',
    'who had enough': 'had reached their maximum',
    'what waits': '# unsubscribe requests are waiting for a decision',
  },
  sv: {
    'who left': 'Du är avregistrerad',
    'nothing to do': 'Du behöver inte göra något mer.',
    'how often': 'Hur ofta?',
    'every 30 days': 'Högst ett var 30:e dag',
    'a pause': 'Ingen marknadsföring förrän den DAY.',
    'not relevant': 'De är inte relevanta för mig',
    'where to look': 'Titta i din inkorg',
    spam: 'Titta i skräpposten',
    'a way back': 'Om det går har vi skickat en länk till X.',
    'what can be left': 'Här kan du tacka nej till all marknadsföring.',
    'the mailing': 'Utskick',
    data: 'Dina uppgifter har raderats. Du får ingen mer marknadsföring från X',
    'signing up': 'Anmäl mig',
    'signing in': 'Logga in',
    'signing in at the set-up': 'Logga in',
    'nobody decided': 'Om ingen beslutar senast den DAY börjar meddelandena komma igen.',
    'how they left': 'Hur de avregistrerade sig',
    'why they left': 'Varför',
    'who had enough': 'hade nått sitt maxantal',
    'what waits': '# avregistreringar väntar på beslut',
  },
  da: {
    'who left': 'Du er afmeldt',
    'nothing to do': 'Du behøver ikke gøre mere.',
    'how often': 'Hvor ofte?',
    'every 30 days': 'Højst én hver 30. dag',
    'a pause': 'Ingen markedsføring før den DAY.',
    'not relevant': 'De er ikke relevante for mig',
    'where to look': 'Tjek din indbakke',
    spam: 'Se i spammappen',
    'a way back': 'Hvis det er muligt, har vi sendt et link til X.',
    'what can be left': 'Her kan du afmelde al markedsføring.',
    'the mailing': 'Udsendelse',
    data: 'Dine oplysninger er slettet. Du får ikke mere markedsføring fra X',
    'signing up': 'Tilmeld mig',
    'signing in': 'Log ind',
    'signing in at the set-up': 'Log ind',
    'nobody decided': 'Hvis ingen afgør det senest den DAY, kommer beskederne igen.',
    'how they left': 'Hvordan de afmeldte sig',
    'why they left': 'Hvorfor',
    'who had enough': 'havde nået sit maksimum',
    'what waits': '# afmeldinger venter på en afgørelse',
  },
  de: {
    'who left': 'Sie sind abgemeldet',
    'nothing to do': 'Sie müssen nichts weiter tun.',
    'how often': 'Maximale Häufigkeit',
    'every 30 days': 'Höchstens eine alle 30 Tage',
    'a pause': 'Bis zum DAY erhalten Sie keine Werbung.',
    'not relevant': 'Sie sind für mich nicht relevant',
    'where to look': 'Sehen Sie in Ihrem Postfach nach',
    spam: 'Sehen Sie im Spam-Ordner nach',
    'a way back': 'Wenn möglich, haben wir einen Link an X gesendet.',
    'what can be left': 'Hier können Sie sämtliche Werbung abbestellen.',
    'the mailing': 'Mailing',
    data: 'Ihre Daten wurden gelöscht. Sie erhalten keine Werbung mehr von X',
    'signing up': 'Eintragen',
    'signing in': 'Einloggen',
    'signing in at the set-up': 'Einloggen',
    'nobody decided': 'Entscheidet bis zum DAY niemand, kommen wieder Nachrichten.',
    'how they left': 'Wie sie sich abgemeldet haben',
    'why they left': 'Warum',
    'who had enough': 'hatte die Höchstzahl erreicht',
    'what waits': '# Abmeldungen warten auf eine Entscheidung',
  },
  cs: {
    'who left': 'Odběr byl zrušen',
    'nothing to do': 'Nic dalšího nemusíte dělat.',
    'how often': 'Jak často?',
    'every 30 days': 'Nejvýše jednu za 30 dní',
    'a pause': 'Do DAY vám obchodní sdělení nebudou chodit.',
    'not relevant': 'Nejsou pro mě relevantní',
    'where to look': 'Podívejte se do e-mailové schránky',
    spam: 'Podívejte se do spamu',
    'a way back': 'Pokud je to možné, poslali jsme odkaz na X.',
    'what can be left': 'Zde můžete odhlásit všechna obchodní sdělení.',
    'the mailing': 'Rozesílka',
    data: 'Vaše údaje byly vymazány. Od odesílatele X už nedostanete žádná obchodní sdělení',
    'signing up': 'Přihlásit k odběru',
    'signing in': 'Přihlášení',
    'signing in at the set-up': 'Přihlásit se',
    'nobody decided': 'Pokud do DAY nikdo nerozhodne, budou zprávy opět chodit.',
    'how they left': 'Jak se odhlásili',
    'why they left': 'Proč',
    'who had enough': 'dosažen maximální počet',
    'what waits': '# žádostí o odhlášení čeká na rozhodnutí',
  },
};

interface Catalogs {
  readonly page: (typeof PAGE_MESSAGES)[Language];
  readonly review: (typeof REVIEW_MESSAGES)[Language];
  readonly mail: (typeof MAIL_MESSAGES)[Language];
  readonly member: (typeof MEMBER_MESSAGES)[Language];
  readonly setup: (typeof SETUP_MESSAGES)[Language];
}

/** Short words and days are held to what follows them; by which spaces is no matter of wording. */
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

it.each(LANGUAGES)('pages and mails in %s say what readers understood instead', (language) => {
  const of: Catalogs = {
    page: PAGE_MESSAGES[language],
    review: REVIEW_MESSAGES[language],
    mail: MAIL_MESSAGES[language],
    member: MEMBER_MESSAGES[language],
    setup: SETUP_MESSAGES[language],
  };
  const said = Object.entries(SAID).map(([place, say]) => [place, plain(say(of) ?? '')] as const);
  const missed = said.filter(([place, text]) => !text.includes(NEW[language][place as Place]));
  expect(missed).toEqual([]);
});

/** One word for one thing. In German “Anmelden” is both to sign up and to log in, so it is neither. */
const NEVER: Readonly<Record<Language, RegExp>> = {
  en: /(?<!-)\bmails?\b|\blogin link\b/i,
  sv: /avanmäl|\bmail/i,
  da: /\be-post\b|frameld/i,
  de: /\bAnmelden\b|(?<!-)\bMails?\b|\bKnopf\b|\bButton\b|Aussendung/,
  cs: /(?<!-)\bmail|veškerý marketing|\bMarketing\b/,
};

/** What is filled in, also where a text takes several figures at once. */
const FILLED = Object.assign(new String('X'), { campaign: 'X', account: 'X', rate: 'X' }) as never;

function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') {
    const say = value as (...blanks: never[]) => string;
    return [say(...Array.from({ length: say.length }, () => FILLED))];
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}

it.each(LANGUAGES)('one word stands for one thing in %s', (language) => {
  const catalogs = [PAGE_MESSAGES, REVIEW_MESSAGES, MAIL_MESSAGES, MEMBER_MESSAGES, SETUP_MESSAGES];
  const said = catalogs.flatMap((each) => texts(each[language]));
  expect(said.length).toBeGreaterThan(200);
  expect(said.filter((text) => NEVER[language].test(text))).toEqual([]);
});
