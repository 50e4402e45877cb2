import type { Language, ScopeKind } from '@adieu/domain';

interface Texts {
  /** Of a book or a topic. */
  readonly one: (scope: string, sender: string) => string;
  readonly allMarketing: (sender: string) => string;
}

const WANTED: Readonly<Record<Language, Texts>> = {
  en: {
    one: (scope, sender) => `“${scope}” from ${sender}`,
    allMarketing: (sender) => `marketing from ${sender}`,
  },
  sv: {
    one: (scope, sender) => `”${scope}” från ${sender}`,
    allMarketing: (sender) => `marknadsföring från ${sender}`,
  },
  da: {
    one: (scope, sender) => `»${scope}« fra ${sender}`,
    allMarketing: (sender) => `markedsføring fra ${sender}`,
  },
  de: {
    one: (scope, sender) => `„${scope}“ von ${sender}`,
    allMarketing: (sender) => `Werbung von ${sender}`,
  },
  cs: {
    one: (scope, sender) => `„${scope}“ od odesílatele ${sender}`,
    allMarketing: (sender) => `obchodní sdělení odesílatele ${sender}`,
  },
};

/** What somebody asked for, as the mail and the page that ask to confirm it call it. */
export function wantedText(
  language: Language,
  scope: { readonly kind: ScopeKind; readonly name: string },
  sender: string,
): string {
  const { one, allMarketing } = WANTED[language];
  return scope.kind === 'BOOK' || scope.kind === 'TOPIC'
    ? one(scope.name, sender)
    : allMarketing(scope.name);
}
