import type { SmsMessages } from './en.ts';

export const da: SmsMessages = {
  left: (sender, scope) =>
    scope === null
      ? `${sender}: Du er afmeldt og får ikke mere markedsføring på sms fra os.`
      : `${sender}: Du er afmeldt "${scope}" og får ikke flere sms'er derfra.`,
  blocked: (sender, scope, shortCode) =>
    `${sender}: Du er afmeldt${scope === null ? '' : ` "${scope}"`} og får ikke flere sms'er fra ${shortCode}, hvem der end sender dem.`,
  declined: (sender, scope, reason) =>
    `${sender}: Din anmodning om at afmelde ${scope === null ? "vores sms'er" : `"${scope}"`} blev afvist${reason === null ? '' : `: ${reason}`}`,
  reverted: (sender, scope) =>
    `${sender}: Ingen tog stilling til din afmelding af ${scope === null ? "vores sms'er" : `"${scope}"`}, så sms'er kommer igen. Du kan bede om det igen.`,
  prompt: (sender, scope, { confirm, stop }) =>
    `${sender}: Vil du have ${scope === null ? 'markedsføring' : `"${scope}"`} på sms? Svar ${confirm} for at sige ja. Du kan stoppe når som helst: svar ${stop}.`,
  joined: (sender, scope, stop) =>
    `${sender}: Du får nu ${scope === null ? "vores sms'er" : `"${scope}" på sms`}. Svar ${stop} for at stoppe.`,
  help: (sender, { stop, all }, contact) =>
    `Nummeret tilhører ${sender}. Svar ${stop} for at stoppe det seneste, ${all} for at stoppe alt.${contact === null ? '' : ` Spørgsmål: ${contact}`}`,
  helpShared: (sender, { code, stop, all }, contact) =>
    `${sender} og andre sender fra ${code}. Svar ${stop === null ? '' : `${stop} for at stoppe vores, `}${all} for at stoppe alle.${contact === null ? '' : ` Spørgsmål: ${contact}`}`,
  test: (sender) => `räksmörgås. Nummeret tilhører ${sender}.`,
  declaration: (sender, scope) =>
    `Jeg samtykker i, at ${sender} sender mig ${scope === null ? 'markedsføring' : `»${scope}«`} på sms. Jeg kan når som helst trække samtykket tilbage ved at svare STOP.`,
  noReply: 'Svar bliver ikke læst.',
};
