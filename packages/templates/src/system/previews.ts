import type { Language } from '@adieu/domain';
import { DecisionEmail } from './decision.email.tsx';
import { DoubleOptInEmail } from './double-opt-in.email.tsx';
import type { SystemMail } from './render-system-mail.tsx';

/** Every mail of our own in every state, to be looked at and compared. */
export const PREVIEWS: Readonly<Record<string, (language: Language) => SystemMail>> = {
  'double-opt-in': (language) => ({
    template: 'double-opt-in',
    ...DoubleOptInEmail.PreviewProps,
    language,
  }),
  declined: (language) => ({ template: 'decision', ...DecisionEmail.PreviewProps, language }),
  reverted: (language) => ({
    template: 'decision',
    ...DecisionEmail.PreviewProps,
    language,
    reason: null,
    pageUrl: null,
  }),
};
