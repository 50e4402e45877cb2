import type { SmsMessages } from './en.ts';

export const sv: SmsMessages = {
  left: (sender, scope) =>
    scope === null
      ? `${sender}: Du är avregistrerad och får ingen mer marknadsföring från oss per sms.`
      : `${sender}: Du är avregistrerad från "${scope}" och får inga fler sms därifrån.`,
  blocked: (sender, scope, shortCode) =>
    `${sender}: Du är avregistrerad${scope === null ? '' : ` från "${scope}"`} och får inga fler sms från ${shortCode}, vem som än skickar dem.`,
  declined: (sender, scope, reason) =>
    `${sender}: Din begäran att inte få ${scope === null ? 'våra sms' : `"${scope}"`} avslogs${reason === null ? '' : `: ${reason}`}`,
  reverted: (sender, scope) =>
    `${sender}: Ingen avgjorde din begäran att inte få ${scope === null ? 'våra sms' : `"${scope}"`}, så sms kommer igen. Du kan be om det på nytt.`,
  prompt: (sender, scope, { confirm, stop }) =>
    `${sender}: Vill du få ${scope === null ? 'marknadsföring' : `"${scope}"`} per sms? Svara ${confirm} för att tacka ja. Du kan sluta när du vill: svara ${stop}.`,
  joined: (sender, scope, stop) =>
    `${sender}: Du får nu ${scope === null ? 'våra sms' : `"${scope}" per sms`}. Svara ${stop} om du vill sluta.`,
  help: (sender, { stop, all }, contact) =>
    `Numret tillhör ${sender}. Svara ${stop} för att sluta få det senaste, ${all} för att sluta få allt.${contact === null ? '' : ` Frågor: ${contact}`}`,
  helpShared: (sender, { code, stop, all }, contact) =>
    `${sender} och andra skickar från ${code}. Svara ${stop === null ? '' : `${stop} för att slippa våra, `}${all} för att slippa alla.${contact === null ? '' : ` Frågor: ${contact}`}`,
  test: (sender) => `räksmörgås. Numret tillhör ${sender}.`,
  declaration: (sender, scope) =>
    `Jag samtycker till att ${sender} skickar ${scope === null ? 'marknadsföring' : `”${scope}”`} till mig per sms. Jag kan när som helst ta tillbaka samtycket genom att svara STOPP.`,
  noReply: 'Svar läses inte.',
};
