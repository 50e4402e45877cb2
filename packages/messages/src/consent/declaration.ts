import type { Language } from '@adieu/domain';

/** Changes with every change of the texts below: a proof names the version that was agreed to (D-2). */
export const DECLARATION_VERSION = '2026-11';

const DECLARATIONS: Readonly<Record<Language, (sender: string, scope: string) => string>> = {
  en: (sender, scope) =>
    `I agree that ${sender} sends me “${scope}” by e-mail. I can withdraw this consent at any time, by the link in every mail.`,
  sv: (sender, scope) =>
    `Jag samtycker till att ${sender} skickar ”${scope}” till mig per e-post. Jag kan när som helst ta tillbaka samtycket med länken i varje mejl.`,
  da: (sender, scope) =>
    `Jeg samtykker i, at ${sender} sender mig „${scope}“ pr. e-mail. Jeg kan når som helst trække samtykket tilbage med linket i hver mail.`,
  de: (sender, scope) =>
    `Ich willige ein, dass ${sender} mir „${scope}“ per E-Mail sendet. Diese Einwilligung kann ich jederzeit über den Link in jeder Mail widerrufen.`,
  cs: (sender, scope) =>
    `Souhlasím s tím, aby mi odesílatel ${sender} posílal „${scope}“ e-mailem. Tento souhlas mohu kdykoli odvolat odkazem v každém e-mailu.`,
};

/** The full text that a person agrees to when coming back; says that consent can be withdrawn (G-6). */
export function consentDeclaration(language: Language, sender: string, scope: string): string {
  return DECLARATIONS[language](sender, scope);
}
