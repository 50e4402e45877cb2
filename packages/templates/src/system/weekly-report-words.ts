import type { Language } from '@adieu/domain';
import type { Forms } from './plural.ts';

/** The words of the mail with a week's figures. Numbers, rates and days come as the language writes them. */
export interface WeeklyReportWords {
  readonly subject: (day: string, account: string) => string;
  readonly said: (day: string, account: string, campaigns: string, sent: string) => string;
  readonly campaigns: Forms;
  readonly figures: (sent: string, left: string, complained: string) => string;
  readonly more: (count: string) => string;
  readonly left: string;
  readonly complained: string;
  /** What a plot shows, for whoever does not see it. */
  readonly plot: (title: string, rate: string) => string;
  readonly warnsAt: (rate: string) => string;
  readonly pausesAt: (rate: string) => string;
  readonly usual: (rate: string) => string;
  readonly button: string;
  readonly why: string;
}

export const WEEKLY_REPORT_WORDS: Readonly<Record<Language, WeeklyReportWords>> = {
  en: {
    subject: (day, account) => `The week from ${day}: ${account}`,
    said: (day, account, campaigns, sent) =>
      `In the week from ${day}, ${account} sent ${campaigns} to ${sent} recipients.`,
    campaigns: { one: '# campaign', other: '# campaigns' },
    figures: (sent, left, complained) =>
      `${sent} sent, ${left} left, ${complained} marked it as spam.`,
    more: (count) => `and ${count} more`,
    left: 'Share who left, by week',
    complained: 'Share who marked as spam, by week',
    plot: (title, rate) => `${title}. The latest: ${rate}.`,
    warnsAt: (rate) => `a warning comes at ${rate}`,
    pausesAt: (rate) => `a campaign is paused at ${rate}`,
    usual: (rate) => `${rate} on average`,
    button: 'See the reports',
    why: 'This mail comes once a week while campaigns are sent. On the page of reports you can stop it.',
  },
  sv: {
    subject: (day, account) => `Veckan från ${day}: ${account}`,
    said: (day, account, campaigns, sent) =>
      `Under veckan från ${day} skickade ${account} ${campaigns} till ${sent} mottagare.`,
    campaigns: { one: '# kampanj', other: '# kampanjer' },
    figures: (sent, left, complained) =>
      `${sent} skickade, ${left} lämnade, ${complained} märkte den som skräppost.`,
    more: (count) => `och ${count} till`,
    left: 'Andel som lämnade, per vecka',
    complained: 'Andel som märkte som skräppost, per vecka',
    plot: (title, rate) => `${title}. Senast: ${rate}.`,
    warnsAt: (rate) => `varning vid ${rate}`,
    pausesAt: (rate) => `en kampanj pausas vid ${rate}`,
    usual: (rate) => `${rate} i genomsnitt`,
    button: 'Se rapporterna',
    why: 'Det här mejlet kommer en gång i veckan så länge kampanjer skickas. På sidan med rapporter kan du stoppa det.',
  },
  da: {
    subject: (day, account) => `Ugen fra ${day}: ${account}`,
    said: (day, account, campaigns, sent) =>
      `I ugen fra ${day} sendte ${account} ${campaigns} til ${sent} modtagere.`,
    campaigns: { one: '# kampagne', other: '# kampagner' },
    figures: (sent, left, complained) =>
      `${sent} sendt, ${left} meldte sig fra, ${complained} markerede den som spam.`,
    more: (count) => `og ${count} mere`,
    left: 'Andel, der meldte sig fra, pr. uge',
    complained: 'Andel, der markerede som spam, pr. uge',
    plot: (title, rate) => `${title}. Senest: ${rate}.`,
    warnsAt: (rate) => `advarsel ved ${rate}`,
    pausesAt: (rate) => `en kampagne sættes på pause ved ${rate}`,
    usual: (rate) => `${rate} i gennemsnit`,
    button: 'Se rapporterne',
    why: 'Denne mail kommer én gang om ugen, så længe der sendes kampagner. På siden med rapporter kan du stoppe den.',
  },
  de: {
    subject: (day, account) => `Die Woche ab ${day}: ${account}`,
    said: (day, account, campaigns, sent) =>
      `In der Woche ab ${day} hat ${account} ${campaigns} an ${sent} Empfänger gesendet.`,
    campaigns: { one: '# Kampagne', other: '# Kampagnen' },
    figures: (sent, left, complained) =>
      `${sent} gesendet, ${left} abgemeldet, ${complained} als Spam gemeldet.`,
    more: (count) => `und ${count} weitere`,
    left: 'Anteil der Abmeldungen je Woche',
    complained: 'Anteil der Spam-Meldungen je Woche',
    plot: (title, rate) => `${title}. Zuletzt: ${rate}.`,
    warnsAt: (rate) => `Warnung ab ${rate}`,
    pausesAt: (rate) => `ab ${rate} wird eine Kampagne angehalten`,
    usual: (rate) => `im Durchschnitt ${rate}`,
    button: 'Zu den Berichten',
    why: 'Diese Mail kommt einmal in der Woche, solange Kampagnen gesendet werden. Auf der Seite der Berichte können Sie sie abbestellen.',
  },
  cs: {
    subject: (day, account) => `Týden od ${day}: ${account}`,
    said: (day, account, campaigns, sent) =>
      `V týdnu od ${day} odeslal účet ${account} ${campaigns}, celkem ${sent} příjemcům.`,
    campaigns: { one: '# kampaň', few: '# kampaně', many: '# kampaně', other: '# kampaní' },
    figures: (sent, left, complained) =>
      `odesláno ${sent}, odhlášeno ${left}, označeno jako spam ${complained}.`,
    more: (count) => `a další: ${count}`,
    left: 'Podíl odhlášených po týdnech',
    complained: 'Podíl označení jako spam po týdnech',
    plot: (title, rate) => `${title}. Naposledy: ${rate}.`,
    warnsAt: (rate) => `varování od ${rate}`,
    pausesAt: (rate) => `od ${rate} se kampaň pozastaví`,
    usual: (rate) => `průměrně ${rate}`,
    button: 'Zobrazit přehledy',
    why: 'Tento e-mail přichází jednou týdně, dokud se posílají kampaně. Na stránce přehledů ho můžete zrušit.',
  },
};
