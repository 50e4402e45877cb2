import { consentDeclaration, type Reader } from '@adieu/messages';
import type { ReactNode } from 'react';
import {
  BRAND,
  DOUBLE_OPT_IN,
  FORM,
  LINK_STATES,
  newsletter,
  optOut,
  PERSONAL_DATA,
  SIGN_UP_FORM,
} from './samples.ts';
import type { PreferenceView } from '../app/api/operations.ts';
import { LinkPage } from '../app/double-opt-in/link-page.tsx';
import { DataPage } from '../app/personal-data/data-page.tsx';
import { NotFound } from '../app/errors/not-found.tsx';
import { PreferencesPage } from '../app/preferences/preferences-page.tsx';
import { SignUpAskedPage } from '../app/sign-up/sign-up-asked-page.tsx';
import { SignUpPage } from '../app/sign-up/sign-up-page.tsx';
import { Unavailable } from '../app/errors/unavailable.tsx';
import type { Done } from '../app/preferences/done.ts';

const now = new Date('2026-11-25T08:00:00Z');
const token = 'token';

function preferences(
  reader: Reader,
  changes: Partial<PreferenceView>,
  done: Done | null = null,
): ReactNode {
  const view = newsletter(changes).preferences as PreferenceView;
  return <PreferencesPage {...{ token, view, reader, done, now }} />;
}
const left = optOut();
const leftBySms = optOut({ method: 'SMS_LINK', channels: ['SMS'], subject: null });
const BY_SMS = { maskedAddress: '+46 70 ••• •• 12', channels: ['SMS'] as ['SMS'] };
const listLeft = optOut({ scope: DOUBLE_OPT_IN.scope });
/** Every page that recipients meet, in every state, as this reader meets it. */
export function recipientPages(reader: Reader): readonly (readonly [string, ReactNode])[] {
  const { language } = reader;
  const declaration = consentDeclaration(language, 'Fjordkraft', DOUBLE_OPT_IN.scope);
  return [
    ['settings', preferences(reader, { pausedUntil: '2026-12-24T00:00:00Z', brand: BRAND })],
    ['exempt', preferences(reader, { exempt: true, purpose: 'SERVICE' })],
    ['service', preferences(reader, { purpose: 'SERVICE' })],
    ['transactional', preferences(reader, { purpose: 'TRANSACTIONAL' })],
    [
      'a mailbox from which mail came back',
      preferences(reader, { undeliverableSince: '2026-11-24T10:32:00Z' }),
    ],
    ['left', preferences(reader, { allMarketing: left, mayReturn: true }, 'left')],
    [
      'left by a report of spam, opened again',
      preferences(reader, {
        channels: ['EMAIL', 'SMS'],
        allMarketing: { ...left, method: 'SPAM_REPORT', channels: ['EMAIL', 'SMS'] },
        mayReturn: true,
      }),
    ],
    [
      'paused, with a message under way',
      preferences(
        reader,
        {
          purpose: 'SERVICE',
          optOut: {
            ...listLeft,
            state: 'PENDING',
            deadline: '2026-12-01T10:00:00Z',
            onTimeout: 'REVERT',
          },
          inFlight: [{ subject: 'Offers in November', until: '2026-11-24T10:32:30Z' }],
        },
        'left',
      ),
    ],
    [
      'a list left, its topics too',
      preferences(reader, { optOut: listLeft, topicsCome: false }, 'no-reason'),
    ],
    [
      'declined',
      preferences(reader, { purpose: 'SERVICE', optOut: { ...listLeft, state: 'DECLINED' } }),
    ],
    [
      'reverted',
      preferences(reader, { purpose: 'SERVICE', optOut: { ...listLeft, state: 'REVERTED' } }),
    ],
    ...(['settings', 'return', 'reason', 'data', 'outdated'] as const).map(
      (done) => [done, preferences(reader, {}, done)] as const,
    ),
    ...Object.entries(LINK_STATES).map(([state, view]) => {
      const props = { token, view: { ...view, declaration }, reader, posted: null };
      return [`a confirmation link: ${state}`, <LinkPage key="1" {...props} />] as const;
    }),
    [
      'another confirmation mail asked for',
      <LinkPage key="1" {...{ token, view: DOUBLE_OPT_IN, reader, posted: 'ask' as const }} />,
    ],
    ['one’s own data', <DataPage key="1" {...{ token, view: PERSONAL_DATA, language }} />],
    ...(['address', 'outdated'] as const).map((error) => {
      const props = { id: FORM, view: SIGN_UP_FORM, language, posted: { error, address: 'x' } };
      return [`a form with its ${error} wrong`, <SignUpPage key="1" {...props} />] as const;
    }),
    ['a form posted', <SignUpAskedPage key="1" {...{ view: SIGN_UP_FORM, language }} />],
    ['an unknown link', <NotFound key="1" language={language} />],
    ['an unknown confirmation link', <NotFound key="1" language={language} opened="asked" />],
    ['a form that is gone', <NotFound key="1" language={language} opened="form" />],
    [
      'a topic of a book',
      preferences(reader, { scope: { kind: 'TOPIC', id: 'topic_1', name: 'Product news' } }),
    ],
    ['an SMS’s page', preferences(reader, BY_SMS)],
    [
      'an SMS’s page, left',
      preferences(reader, { ...BY_SMS, allMarketing: leftBySms, startTo: '+46701740600' }, 'left'),
    ],
    [
      'an SMS’s page, paused',
      preferences(
        reader,
        {
          ...BY_SMS,
          purpose: 'SERVICE',
          optOut: {
            ...leftBySms,
            scope: listLeft.scope,
            state: 'PENDING',
            deadline: '2026-12-01T10:00:00Z',
            onTimeout: 'REVERT',
          },
        },
        'left',
      ),
    ],
    [
      'an SMS’s page, declined',
      preferences(reader, {
        ...BY_SMS,
        purpose: 'SERVICE',
        optOut: { ...listLeft, state: 'DECLINED' },
      }),
    ],
    ['away', <Unavailable key="1" language={language} />],
    ['unsure', <Unavailable key="1" language={language} retry={{ action: '/p/x', fields: [] }} />],
  ];
}
