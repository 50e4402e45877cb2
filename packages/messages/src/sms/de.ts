import type { SmsMessages } from './en.ts';

export const de: SmsMessages = {
  left: (sender, scope) =>
    scope === null
      ? `${sender}: Sie sind abgemeldet und bekommen keine Werbung mehr per SMS von uns.`
      : `${sender}: Sie sind von "${scope}" abgemeldet und bekommen daraus keine SMS mehr.`,
  blocked: (sender, scope, shortCode) =>
    `${sender}: Sie sind ${scope === null ? '' : `von "${scope}" `}abgemeldet und bekommen von ${shortCode} keine SMS mehr, wer auch immer sendet.`,
  declined: (sender, scope, reason) =>
    `${sender}: Ihr Wunsch, ${scope === null ? 'unsere SMS' : `"${scope}"`} abzubestellen, wurde abgelehnt${reason === null ? '' : `: ${reason}`}`,
  reverted: (sender, scope) =>
    `${sender}: Über Ihre Abmeldung ${scope === null ? 'von unseren SMS' : `von "${scope}"`} hat niemand entschieden, es geht weiter. Sie können sie wiederholen.`,
  prompt: (sender, scope, { confirm, stop }) =>
    `${sender}: Möchten Sie ${scope === null ? 'Werbung' : `"${scope}"`} per SMS? Zustimmen: mit ${confirm} antworten. Beenden geht jederzeit: mit ${stop} antworten.`,
  joined: (sender, scope, stop) =>
    `${sender}: Sie bekommen jetzt ${scope === null ? 'unsere SMS' : `"${scope}" per SMS`}. Beenden: mit ${stop} antworten.`,
  help: (sender, { stop, all }, contact) =>
    `Diese Nummer gehört ${sender}. Zuletzt Erhaltenes abbestellen: ${stop}, alles: ${all}.${contact === null ? '' : ` Fragen: ${contact}`}`,
  helpShared: (sender, { code, stop, all }, contact) =>
    `${sender} und andere senden von ${code}. Abbestellen: ${stop === null ? '' : `unsere SMS mit ${stop}, `}alle mit ${all}.${contact === null ? '' : ` Fragen: ${contact}`}`,
  test: (sender) => `räksmörgås. Diese Nummer gehört ${sender}.`,
  declaration: (sender, scope) =>
    `Ich willige ein, dass ${sender} mir ${scope === null ? 'Werbung' : `„${scope}“`} per SMS sendet. Diese Einwilligung kann ich jederzeit widerrufen, indem ich mit STOP antworte.`,
  noReply: 'Antworten werden nicht gelesen.',
};
