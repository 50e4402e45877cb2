import type { Language } from '@adieu/domain';

const en = {
  subject: (organisation: string) => `Sign in: ${organisation}`,
  asked: (organisation: string) =>
    `Somebody, presumably you, asked for a way in to the requests to leave at ${organisation}.`,
  button: 'Sign in',
  until: (when: string) => `It works until ${when}. Do not pass it on.`,
  otherwise: 'If it was not you, do nothing: without this mail nobody gets in.',
};

type SignInWords = typeof en;

const sv: SignInWords = {
  subject: (organisation) => `Logga in: ${organisation}`,
  asked: (organisation) =>
    `Någon, förmodligen du, har bett att få komma till avregistreringsärendena hos ${organisation}.`,
  button: 'Logga in',
  until: (when) => `Länken fungerar till ${when}. Skicka den inte vidare.`,
  otherwise: 'Om det inte var du behöver du inte göra något: utan det här mejlet kommer ingen in.',
};

const da: SignInWords = {
  subject: (organisation) => `Log ind: ${organisation}`,
  asked: (organisation) =>
    `Nogen, formentlig dig, har bedt om adgang til ønskerne om afmelding hos ${organisation}.`,
  button: 'Log ind',
  until: (when) => `Linket virker indtil ${when}. Send det ikke videre.`,
  otherwise: 'Hvis det ikke var dig, skal du ikke gøre noget: Uden denne mail kommer ingen ind.',
};

const de: SignInWords = {
  subject: (organisation) => `Anmelden: ${organisation}`,
  asked: (organisation) =>
    `Jemand, vermutlich Sie, möchte zu den Abmeldungen bei ${organisation}, über die zu entscheiden ist.`,
  button: 'Anmelden',
  until: (when) => `Der Link gilt bis ${when}. Geben Sie ihn nicht weiter.`,
  otherwise:
    'Wenn Sie es nicht waren, brauchen Sie nichts zu tun: Ohne diese Mail kommt niemand hinein.',
};

const cs: SignInWords = {
  subject: (organisation) => `Přihlášení: ${organisation}`,
  asked: (organisation) =>
    `Někdo, nejspíš vy, chce přejít k žádostem o odhlášení (${organisation}).`,
  button: 'Přihlásit se',
  until: (when) => `Odkaz platí do ${when}. Nikomu ho nepředávejte.`,
  otherwise: 'Pokud jste to nebyli vy, nemusíte dělat nic: bez tohoto e-mailu se nikdo nepřihlásí.',
};

export const SIGN_IN_WORDS: Readonly<Record<Language, SignInWords>> = { sv, cs, de, da, en };
