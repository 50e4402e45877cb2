import type { SmsMessages } from './en.ts';

/** What is sent has no accents: as is usual there, for a text with them takes two parts. */
export const cs: SmsMessages = {
  left: (sender, scope) =>
    scope === null
      ? `${sender}: Jste odhlaseni a obchodni sdeleni od nas pres SMS uz nedostanete.`
      : `${sender}: Jste odhlaseni z "${scope}" a dalsi SMS odtud uz nedostanete.`,
  blocked: (sender, scope, shortCode) =>
    `${sender}: Jste odhlaseni${scope === null ? '' : ` z "${scope}"`} a SMS z cisla ${shortCode} uz nedostanete, at je posila kdokoli.`,
  declined: (sender, scope, reason) =>
    `${sender}: Vase zadost o odhlaseni ${scope === null ? 'nasich SMS' : `z "${scope}"`} byla zamitnuta${reason === null ? '' : `: ${reason}`}`,
  reverted: (sender, scope) =>
    `${sender}: O vasi zadosti o odhlaseni ${scope === null ? 'nasich SMS' : `z "${scope}"`} nikdo nerozhodl, SMS proto chodi dal. Muzete pozadat znovu.`,
  prompt: (sender, scope, { confirm, stop }) =>
    `${sender}: Chcete dostavat ${scope === null ? 'obchodni sdeleni' : `"${scope}"`} pres SMS? Souhlas: odpovezte ${confirm}. Ukoncit lze kdykoli: odpovezte ${stop}.`,
  joined: (sender, scope, stop) =>
    `${sender}: Nyni dostavate ${scope === null ? 'nase SMS' : `"${scope}" pres SMS`}. Ukonceni: odpovezte ${stop}.`,
  help: (sender, { stop, all }, contact) =>
    `Cislo patri: ${sender}. Konec toho, co prislo naposled: ${stop}, vseho: ${all}.${contact === null ? '' : ` Dotazy: ${contact}`}`,
  helpShared: (sender, { code, stop, all }, contact) =>
    `${sender} a dalsi pisi z cisla ${code}. Konec ${stop === null ? '' : `nasich SMS: ${stop}, `}vsech: ${all}.${contact === null ? '' : ` Dotazy: ${contact}`}`,
  test: (sender) => `räksmörgås. Cislo patri: ${sender}.`,
  declaration: (sender, scope) =>
    `Souhlasím s tím, aby mi odesílatel ${sender} posílal ${scope === null ? 'obchodní sdělení' : `„${scope}“`} přes SMS. Tento souhlas mohu kdykoli odvolat odpovědí STOP.`,
  noReply: 'Odpovedi nikdo necte.',
};
