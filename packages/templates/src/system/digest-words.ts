import type { Language, TimeoutOutcome } from '@adieu/domain';
import type { Forms } from './plural.ts';

/** The words of the digest that admins get. `#` is the number. */
export interface DigestWords {
  readonly waiting: Forms;
  readonly fresh: Forms;
  readonly noneFresh: string;
  readonly requests: Forms;
  readonly ofThemNew: Forms;
  readonly firstDeadline: (when: string) => string;
  readonly atTheEnd: Readonly<Record<TimeoutOutcome, string>>;
  readonly decide: string;
  readonly decideButton: string;
  readonly decideByApi: string;
  readonly why: (organisation: string) => string;
}

export const DIGEST_WORDS: Readonly<Record<Language, DigestWords>> = {
  en: {
    waiting: {
      one: '# request to leave waits for a decision',
      other: '# requests to leave wait for a decision',
    },
    fresh: { one: '# of them is new to you.', other: '# of them are new to you.' },
    noneFresh: 'None of them is new to you, but a deadline comes near.',
    requests: { one: '# request', other: '# requests' },
    ofThemNew: { one: '# new', other: '# new' },
    firstDeadline: (when) => `First deadline: ${when}.`,
    atTheEnd: {
      OPT_OUT: 'Where nobody decides in time, they are opted out.',
      REVERT: 'Where nobody decides in time, they get messages again.',
    },
    decide: 'Until then the addresses are paused. Decide here:',
    decideButton: 'To the requests',
    decideByApi:
      'Until then the addresses are paused. Decide with any GraphQL client: docs/admin.md has the documents (optOutRequests, decideOptOutRequests).',
    why: (organisation) =>
      `This mail goes to those who decide about requests at ${organisation}. Whoever has an admin key can change that (changeAdminPerson).`,
  },
  sv: {
    waiting: {
      one: '# begäran om att lämna väntar på beslut',
      other: '# begäranden om att lämna väntar på beslut',
    },
    fresh: { one: '# av dem är ny för dig.', other: '# av dem är nya för dig.' },
    noneFresh: 'Ingen av dem är ny för dig, men en tidsgräns närmar sig.',
    requests: { one: '# begäran', other: '# begäranden' },
    ofThemNew: { one: '# ny', other: '# nya' },
    firstDeadline: (when) => `Första tidsgränsen: ${when}.`,
    atTheEnd: {
      OPT_OUT: 'Om ingen beslutar i tid blir de avregistrerade.',
      REVERT: 'Om ingen beslutar i tid får de meddelanden igen.',
    },
    decide: 'Till dess är adresserna pausade. Besluta här:',
    decideButton: 'Till ärendena',
    decideByApi:
      'Till dess är adresserna pausade. Besluta med valfri GraphQL-klient: docs/admin.md har dokumenten (optOutRequests, decideOptOutRequests).',
    why: (organisation) =>
      `Det här mejlet går till dem som beslutar i sådana ärenden hos ${organisation}. Den som har en adminnyckel kan ändra det (changeAdminPerson).`,
  },
  da: {
    waiting: {
      one: '# ønske om at forlade en liste venter på en afgørelse',
      other: '# ønsker om at forlade en liste venter på en afgørelse',
    },
    fresh: { one: '# af dem er nyt for dig.', other: '# af dem er nye for dig.' },
    noneFresh: 'Ingen af dem er nye for dig, men en frist nærmer sig.',
    requests: { one: '# ønske', other: '# ønsker' },
    ofThemNew: { one: '# nyt', other: '# nye' },
    firstDeadline: (when) => `Første frist: ${when}.`,
    atTheEnd: {
      OPT_OUT: 'Hvis ingen afgør det i tide, bliver de afmeldt.',
      REVERT: 'Hvis ingen afgør det i tide, får de beskeder igen.',
    },
    decide: 'Indtil da er adresserne sat på pause. Træf afgørelse her:',
    decideButton: 'Til ønskerne',
    decideByApi:
      'Indtil da er adresserne sat på pause. Træf afgørelse med en GraphQL-klient: docs/admin.md har dokumenterne (optOutRequests, decideOptOutRequests).',
    why: (organisation) =>
      `Denne mail går til dem, der træffer afgørelse hos ${organisation}. Den, der har en adminnøgle, kan ændre det (changeAdminPerson).`,
  },
  de: {
    waiting: {
      one: '# Abmeldung wartet auf eine Entscheidung',
      other: '# Abmeldungen warten auf eine Entscheidung',
    },
    fresh: { one: '# davon ist neu für Sie.', other: '# davon sind neu für Sie.' },
    noneFresh: 'Keine davon ist neu für Sie, aber eine Frist rückt näher.',
    requests: { one: '# Abmeldung', other: '# Abmeldungen' },
    ofThemNew: { one: '# neu', other: '# neu' },
    firstDeadline: (when) => `Erste Frist: ${when}.`,
    atTheEnd: {
      OPT_OUT: 'Entscheidet niemand rechtzeitig, sind sie abgemeldet.',
      REVERT: 'Entscheidet niemand rechtzeitig, erhalten sie wieder Nachrichten.',
    },
    decide: 'Bis dahin ruhen die Adressen. Entscheiden Sie hier:',
    decideButton: 'Zu den Abmeldungen',
    decideByApi:
      'Bis dahin ruhen die Adressen. Entscheiden Sie mit einem beliebigen GraphQL-Client: docs/admin.md enthält die Dokumente (optOutRequests, decideOptOutRequests).',
    why: (organisation) =>
      `Diese Mail geht an alle, die bei ${organisation} über Abmeldungen entscheiden. Wer einen Admin-Schlüssel hat, kann das ändern (changeAdminPerson).`,
  },
  cs: {
    waiting: {
      one: '# žádost o odhlášení čeká na rozhodnutí',
      few: '# žádosti o odhlášení čekají na rozhodnutí',
      many: '# žádosti o odhlášení čeká na rozhodnutí',
      other: '# žádostí o odhlášení čeká na rozhodnutí',
    },
    fresh: {
      one: '# z nich je pro vás nová.',
      few: '# z nich jsou pro vás nové.',
      many: '# z nich je pro vás nová.',
      other: '# z nich je pro vás nových.',
    },
    noneFresh: 'Žádná z nich pro vás není nová, ale blíží se lhůta.',
    requests: { one: '# žádost', few: '# žádosti', many: '# žádosti', other: '# žádostí' },
    ofThemNew: { one: '# nová', few: '# nové', many: '# nové', other: '# nových' },
    firstDeadline: (when) => `První lhůta: ${when}.`,
    atTheEnd: {
      OPT_OUT: 'Pokud nikdo včas nerozhodne, budou odhlášeni.',
      REVERT: 'Pokud nikdo včas nerozhodne, budou jim zprávy opět chodit.',
    },
    decide: 'Do té doby jsou adresy pozastaveny. Rozhodněte zde:',
    decideButton: 'K žádostem',
    decideByApi:
      'Do té doby jsou adresy pozastaveny. Rozhodněte libovolným klientem GraphQL: dokumenty jsou v docs/admin.md (optOutRequests, decideOptOutRequests).',
    why: (organisation) =>
      `Tento e-mail dostávají ti, kdo o žádostech rozhodují (${organisation}). Změnit to může ten, kdo má klíč správce (changeAdminPerson).`,
  },
};
