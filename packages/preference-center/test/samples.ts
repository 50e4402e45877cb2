import type {
  Brand,
  CurrentOptOut,
  DoubleOptInView,
  PersonalDataView,
  PreferenceView,
  SignUpFormView,
} from '../app/api/operations.ts';

export const LINK = 'AQEBc2FtcGxlLWxpbmstdG9rZW4tb2YtMzYtYnl0ZXMtMDAw';
export const RETURN_LINK = 'c2FtcGxlLWRvdWJsZS1vcHQtaW4tdG9rZW4tMzJieXRl';

const NEWSLETTER: PreferenceView = {
  organisationName: 'Fjordkraft Kooperativ',
  accountName: 'Fjordkraft',
  brand: null,
  maskedAddress: 'an•••@ex•••.test',
  channels: ['EMAIL'],
  language: 'en',
  timeZone: null,
  accountTimeZone: 'Europe/Oslo',
  purpose: 'MARKETING',
  exempt: false,
  scope: { kind: 'BOOK', id: 'book_1', name: 'Newsletter' },
  addressBookName: 'Newsletter',
  optOut: null,
  allMarketing: null,
  topics: [
    { id: 'topic_1', name: 'Product news', on: true, since: null },
    { id: 'topic_2', name: 'Events & <courses>', on: true, since: null },
    { id: 'topic_3', name: 'Surveys', on: false, since: '2026-11-02T09:15:00Z' },
  ],
  topicsCome: true,
  inFlight: [],
  undeliverableSince: null,
  mayReturn: false,
  startTo: null,
  frequency: 'EVERY',
  pausedUntil: null,
  reasons: [
    { id: 'TOO_MANY', text: null, language: null },
    { id: 'reason_2', text: 'The <shop> closed', language: 'en' },
  ],
};

export function newsletter(changes: Partial<PreferenceView> = {}) {
  return { preferences: { __typename: 'PreferenceView', ...NEWSLETTER, ...changes } };
}

export function staffInformation(changes: Partial<PreferenceView> = {}) {
  const scope = { kind: 'BOOK', id: 'book_2', name: 'Staff information' } as const;
  return newsletter({
    purpose: 'SERVICE',
    scope,
    addressBookName: scope.name,
    topics: [],
    ...changes,
  });
}

export function optOut(changes: Partial<CurrentOptOut> = {}): CurrentOptOut {
  return {
    state: 'CONFIRMED',
    method: 'LINK',
    channels: ['EMAIL'],
    since: '2026-11-24T10:32:00Z',
    scope: { kind: 'ACCOUNT', id: 'account_1', name: 'Fjordkraft' },
    deadline: null,
    onTimeout: null,
    subject: 'Offers in November',
    ...changes,
  };
}

export const DOUBLE_OPT_IN: DoubleOptInView = {
  organisationName: 'Fjordkraft Kooperativ',
  accountName: 'Fjordkraft',
  brand: null,
  maskedAddress: 'an•••@ex•••.test',
  channels: ['EMAIL'],
  language: 'en',
  timeZone: null,
  accountTimeZone: 'Europe/Oslo',
  declaration:
    'I agree that Fjordkraft sends me “Newsletter” by e-mail. I can leave at any time with the link in each message.',
  scope: { kind: 'BOOK', id: 'book_1', name: 'Newsletter' },
  state: 'OPEN',
  expiresAt: '2026-12-01T10:32:00Z',
  confirmedAt: null,
  leftAgainAt: null,
  pausedUntil: null,
  stillLeft: [],
};

/** A confirmation mail's link in every state that it can be in. */
export const LINK_STATES = {
  OPEN: DOUBLE_OPT_IN,
  CONFIRMED: {
    ...DOUBLE_OPT_IN,
    state: 'CONFIRMED',
    confirmedAt: '2026-11-24T10:40:00Z',
    pausedUntil: '2026-12-24T00:00:00Z',
    stillLeft: [
      {
        since: '2026-11-02T09:15:00Z',
        scope: { kind: 'ACCOUNT', id: 'account_1', name: 'Fjordkraft' },
      },
      {
        since: '2026-11-01T09:15:00Z',
        scope: { kind: 'TOPIC', id: 'topic_3', name: 'Surveys' },
      },
    ],
  },
  LEFT_AGAIN: {
    ...DOUBLE_OPT_IN,
    state: 'LEFT_AGAIN',
    confirmedAt: '2026-11-24T10:40:00Z',
    leftAgainAt: '2026-11-25T10:40:00Z',
  },
  SUPERSEDED: { ...DOUBLE_OPT_IN, state: 'SUPERSEDED' },
  ENDED: { ...DOUBLE_OPT_IN, state: 'ENDED' },
  ARCHIVED: { ...DOUBLE_OPT_IN, state: 'ARCHIVED' },
} as const satisfies Record<DoubleOptInView['state'], DoubleOptInView>;

export const FORM = 'form_01990000';
export const SIGN_UP_FORM: SignUpFormView = {
  organisationName: 'Fjordkraft Kooperativ',
  accountName: 'Fjordkraft',
  brand: null,
  title: 'News & <offers>',
  declaration: 'I want the newsletter of Fjordkraft by e-mail.',
  languages: ['en', 'sv'],
  origins: [],
  redirectUrl: null,
  shown: 'AQEAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
};

export const PERSONAL_DATA: PersonalDataView = {
  organisationName: 'Fjordkraft Kooperativ',
  accountName: 'Fjordkraft',
  brand: null,
  maskedAddress: 'an•••@ex•••.test',
  language: 'en',
  addressBooks: 2,
  messages: 14,
  requests: 1,
  consents: 1,
  leftSomething: true,
};

export const BRAND: Brand = {
  displayName: 'Fjord <b>&</b> Kraft',
  light: {
    ground: '#f1ecff',
    surface: '#ffffff',
    text: '#221144',
    accent: '#7a3df0',
    onAccent: '#ffffff',
  },
  dark: {
    ground: '#0d0717',
    surface: '#1a1030',
    text: '#f4f1ff',
    accent: '#c9a8ff',
    onAccent: '#1a1030',
  },
  logo: { id: 'ab'.repeat(32), width: 240, height: 80, alt: 'Two "waves"' },
  imprint: {
    postalAddress: 'Fjordkraft AS\nBryggen 1\n5003 <Bergen>',
    contact: '+47 55 00 00 00',
    imprintUrl: 'https://fjordkraft.example.test/about?a=1&b=2',
    privacyUrl: 'https://fjordkraft.example.test/privacy',
  },
  texts: [
    { language: 'en', intro: 'Power from <i>water</i>.', farewell: 'Thank you & goodbye.' },
    { language: 'sv', intro: 'Kraft ur vatten.', farewell: null },
  ],
};
