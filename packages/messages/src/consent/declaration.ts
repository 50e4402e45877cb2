import type { Language, ScopeKind } from '@adieu/domain';

/** Changes with every change of the texts below: a proof names the version that was agreed to (D-2). */
export const DECLARATION_VERSION = '2026-12';

interface Texts {
  /** Of a book or a topic. */
  readonly one: (sender: string, scope: string) => string;
  readonly allMarketing: (sender: string) => string;
  readonly withdraw: string;
}

const DECLARATIONS: Readonly<Record<Language, Texts>> = {
  en: {
    one: (sender, scope) => `I agree that ${sender} sends me “${scope}” by e-mail.`,
    allMarketing: (sender) => `I agree that ${sender} sends me marketing by e-mail.`,
    withdraw: 'I can withdraw this consent at any time with the link in every e-mail.',
  },
  sv: {
    one: (sender, scope) =>
      `Jag samtycker till att ${sender} skickar ”${scope}” till mig per e-post.`,
    allMarketing: (sender) =>
      `Jag samtycker till att ${sender} skickar marknadsföring till mig per e-post.`,
    withdraw: 'Jag kan när som helst ta tillbaka samtycket med länken i varje mejl.',
  },
  da: {
    one: (sender, scope) => `Jeg samtykker i, at ${sender} sender mig »${scope}« pr. e-mail.`,
    allMarketing: (sender) => `Jeg samtykker i, at ${sender} sender mig markedsføring pr. e-mail.`,
    withdraw: 'Jeg kan når som helst trække samtykket tilbage med linket i hver mail.',
  },
  de: {
    one: (sender, scope) => `Ich willige ein, dass ${sender} mir „${scope}“ per E-Mail sendet.`,
    allMarketing: (sender) => `Ich willige ein, dass ${sender} mir Werbung per E-Mail sendet.`,
    withdraw: 'Diese Einwilligung kann ich jederzeit über den Link in jeder E-Mail widerrufen.',
  },
  cs: {
    one: (sender, scope) =>
      `Souhlasím s tím, aby mi odesílatel ${sender} posílal „${scope}“ e-mailem.`,
    allMarketing: (sender) =>
      `Souhlasím s tím, aby mi odesílatel ${sender} posílal e-mailem obchodní sdělení.`,
    withdraw: 'Tento souhlas mohu kdykoli odvolat odkazem v každém e-mailu.',
  },
};

/**
 * The full text that a person agrees to when coming back; says that consent can be withdrawn (G-6). An account or an
 * organisation is the sender itself, and what it sends is marketing.
 */
export function consentDeclaration(
  language: Language,
  sender: string,
  scope: { readonly kind: ScopeKind; readonly name: string },
): string {
  const { one, allMarketing, withdraw } = DECLARATIONS[language];
  const isOne = scope.kind === 'BOOK' || scope.kind === 'TOPIC';
  return `${isOne ? one(sender, scope.name) : allMarketing(scope.name)} ${withdraw}`;
}
