import type { Language } from '@adieu/domain';
import { readerOf } from '@adieu/messages';
import { DecisionEmail } from './decision.email.tsx';
import { DoubleOptInEmail } from './double-opt-in.email.tsx';
import { HeldEmail } from './held.email.tsx';
import type { SystemMail } from './render-system-mail.tsx';
import { WarningEmail } from './warning.email.tsx';
import { WeeklyReportEmail } from './weekly-report.email.tsx';

/** Every mail of our own in every state, to be looked at and compared. */
export const PREVIEWS: Readonly<Record<string, (language: Language) => SystemMail>> = {
  'double-opt-in': (language) => ({
    template: 'double-opt-in',
    ...DoubleOptInEmail.PreviewProps,
    ...readerOf(language, { sender: null }),
  }),
  declined: (language) => ({
    template: 'decision',
    ...DecisionEmail.PreviewProps,
    ...readerOf(language, { sender: null }),
  }),
  reverted: (language) => ({
    template: 'decision',
    ...DecisionEmail.PreviewProps,
    ...readerOf(language, { sender: null }),
    reason: null,
    pageUrl: null,
  }),
  'data-link': (language) => ({
    template: 'data-link',
    ...readerOf(language, { sender: null }),
    organisation: 'Nordlys',
    dataUrl: 'https://leave.example.test/d/token',
    expiresAt: new Date('2026-05-05T08:00:00Z'),
  }),
  'sign-in': (language) => ({
    template: 'sign-in',
    ...readerOf(language, { sender: null }),
    organisation: 'Nordlys',
    signInUrl: 'https://leave.example.test/s/token',
    expiresAt: new Date('2026-05-04T08:15:00Z'),
  }),
  invitation: (language) => ({
    template: 'invitation',
    ...readerOf(language, { sender: null }),
    organisation: 'Nordlys',
    inviter: 'Eva Lind',
    invitationUrl: 'https://leave.example.test/i/token',
    expiresAt: new Date('2026-05-11T08:00:00Z'),
  }),
  'webhook-disabled': (language) => ({
    template: 'webhook-disabled',
    ...readerOf(language, { sender: null }),
    organisation: 'Nordlys',
    url: 'https://crm.example.test/hooks/adieu',
    because: 'FAILING',
    failingSince: new Date('2026-05-04T08:00:00Z'),
  }),
  'webhook-gone': (language) => ({
    template: 'webhook-disabled',
    ...readerOf(language, { sender: null }),
    organisation: 'Nordlys',
    url: 'https://crm.example.test/hooks/adieu',
    because: 'GONE',
    failingSince: new Date('2026-05-04T08:00:00Z'),
  }),
  digest: (language) => ({
    template: 'digest',
    ...readerOf(language, { sender: null }),
    organisation: 'Nordlys',
    lines: [
      {
        name: 'Staff information',
        onTimeout: 'REVERT',
        open: 4,
        fresh: 2,
        oldestDeadline: new Date('2026-05-04T08:00:00Z'),
      },
      {
        name: 'Newsletter',
        onTimeout: 'OPT_OUT',
        open: 1,
        fresh: 0,
        oldestDeadline: new Date('2026-05-05T08:00:00Z'),
      },
    ],
    reviewUrl: 'https://leave.example.test/review/token',
    membersUrl: 'https://leave.example.test/members',
  }),
  held: (language) => ({ template: 'held', ...HeldEmail.PreviewProps, language }),
  'warning-left': (language) => ({ template: 'warning', ...WarningEmail.PreviewProps, language }),
  'warning-unusual': (language) => ({
    template: 'warning',
    ...WarningEmail.PreviewProps,
    language,
    kind: 'OPT_OUT_UNUSUAL',
  }),
  'warning-complaints': (language) => ({
    template: 'warning',
    ...WarningEmail.PreviewProps,
    language,
    kind: 'COMPLAINT_RATE',
    counted: 14,
    usual: null,
  }),
  'warning-bounces': (language) => ({
    template: 'warning',
    ...WarningEmail.PreviewProps,
    language,
    kind: 'BOUNCE_RATE',
    counted: 34,
    usual: null,
  }),
  'weekly-report': (language) => ({
    template: 'weekly-report',
    ...WeeklyReportEmail.PreviewProps,
    ...readerOf(language, { sender: null }),
  }),
  'warning-paused': (language) => ({
    template: 'warning',
    ...WarningEmail.PreviewProps,
    language,
    kind: 'COMPLAINT_PAUSE',
    counted: 38,
    usual: null,
  }),
};
