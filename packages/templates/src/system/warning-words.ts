import type { Language, WarningKind } from '@adieu/domain';

interface Said {
  readonly campaign: string;
  readonly account: string;
  /** Formatted: a percentage, and the numbers that it is of. */
  readonly rate: string;
  readonly counted: string;
  readonly sent: string;
}

/** The words of the mail that warns of a campaign (F3). */
export interface WarningWords {
  readonly subject: (campaign: string) => string;
  /** The subject where it was paused. */
  readonly paused: (campaign: string) => string;
  readonly said: Readonly<Record<WarningKind, (said: Said) => string>>;
  readonly usual: (usual: string) => string;
  readonly advice: Readonly<Record<WarningKind, string>>;
  readonly once: (organisation: string) => string;
  /** Of a pause. */
  readonly eachTime: (organisation: string) => string;
}

export const WARNING_WORDS: Readonly<Record<Language, WarningWords>> = {
  en: {
    subject: (campaign) => `Warning about the campaign “${campaign}”`,
    paused: (campaign) => `The campaign “${campaign}” is paused`,
    said: {
      OPT_OUT_RATE: ({ campaign, account, rate, counted, sent }) =>
        `${rate} of the recipients of the campaign “${campaign}” (${account}) have left so far: ${counted} of ${sent}.`,
      OPT_OUT_UNUSUAL: ({ campaign, account, rate, counted, sent }) =>
        `The campaign “${campaign}” (${account}) is unlike those before it: ${rate} of the recipients have left, ${counted} of ${sent}.`,
      COMPLAINT_RATE: ({ campaign, account, rate, counted, sent }) =>
        `${rate} of the recipients of the campaign “${campaign}” (${account}) have reported it as spam: ${counted} of ${sent}.`,
      COMPLAINT_PAUSE: ({ campaign, account, rate, counted, sent }) =>
        `${rate} of the recipients of the campaign “${campaign}” (${account}) have reported it as spam: ${counted} of ${sent}. It is paused: nothing more of it is sent.`,
    },
    usual: (usual) => `On average it was ${usual} in this account.`,
    advice: {
      OPT_OUT_RATE: 'Look at the reasons they gave, and at how often and to whom you send.',
      OPT_OUT_UNUSUAL:
        'Look at the reasons they gave. Where fewer leave than ever, check that the links work.',
      COMPLAINT_RATE:
        'Mailbox providers begin to refuse mail at such rates. Make sure that these people asked for the mail.',
      COMPLAINT_PAUSE:
        'Find out first how these people came onto the list. Then let it go on with resumeCampaign, or end it for good with cancelCampaign. Until then it waits.',
    },
    once: (organisation) =>
      `This warning comes once for each campaign. It goes to the admins of ${organisation}; the figures are in the campaign’s report.`,
    eachTime: (organisation) =>
      `This mail comes each time that it is paused. It goes to the admins of ${organisation}; the figures are in the campaign’s report.`,
  },
  sv: {
    subject: (campaign) => `Varning för kampanjen ”${campaign}”`,
    paused: (campaign) => `Kampanjen ”${campaign}” är pausad`,
    said: {
      OPT_OUT_RATE: ({ campaign, account, rate, counted, sent }) =>
        `Av mottagarna av kampanjen ”${campaign}” (${account}) har ${rate} lämnat hittills: ${counted} av ${sent}.`,
      OPT_OUT_UNUSUAL: ({ campaign, account, rate, counted, sent }) =>
        `Kampanjen ”${campaign}” (${account}) skiljer sig från de tidigare: ${rate} av mottagarna har lämnat, ${counted} av ${sent}.`,
      COMPLAINT_RATE: ({ campaign, account, rate, counted, sent }) =>
        `Av mottagarna av kampanjen ”${campaign}” (${account}) har ${rate} anmält den som skräppost: ${counted} av ${sent}.`,
      COMPLAINT_PAUSE: ({ campaign, account, rate, counted, sent }) =>
        `Av mottagarna av kampanjen ”${campaign}” (${account}) har ${rate} anmält den som skräppost: ${counted} av ${sent}. Den är pausad: inget mer av den skickas.`,
    },
    usual: (usual) => `I genomsnitt har det varit ${usual} på det här kontot.`,
    advice: {
      OPT_OUT_RATE: 'Titta på skälen som de angav och på hur ofta och till vilka ni skickar.',
      OPT_OUT_UNUSUAL:
        'Titta på skälen som de angav. Om färre än någonsin lämnar: kontrollera att länkarna fungerar.',
      COMPLAINT_RATE:
        'Vid sådana andelar börjar e-postleverantörer avvisa mejl. Se till att mottagarna har bett om dem.',
      COMPLAINT_PAUSE:
        'Ta först reda på hur de här personerna kom med på listan. Låt den sedan fortsätta med resumeCampaign eller avsluta den helt med cancelCampaign. Till dess väntar den.',
    },
    once: (organisation) =>
      `Varningen kommer en gång per kampanj. Den går till administratörerna hos ${organisation}; siffrorna finns i kampanjens rapport.`,
    eachTime: (organisation) =>
      `Det här mejlet kommer varje gång den pausas. Det går till administratörerna hos ${organisation}; siffrorna finns i kampanjens rapport.`,
  },
  da: {
    subject: (campaign) => `Advarsel om kampagnen „${campaign}“`,
    paused: (campaign) => `Kampagnen „${campaign}“ er sat på pause`,
    said: {
      OPT_OUT_RATE: ({ campaign, account, rate, counted, sent }) =>
        `Af modtagerne af kampagnen „${campaign}“ (${account}) har ${rate} indtil nu meldt sig fra: ${counted} af ${sent}.`,
      OPT_OUT_UNUSUAL: ({ campaign, account, rate, counted, sent }) =>
        `Kampagnen „${campaign}“ (${account}) skiller sig ud fra de tidligere: ${rate} af modtagerne har meldt sig fra, ${counted} af ${sent}.`,
      COMPLAINT_RATE: ({ campaign, account, rate, counted, sent }) =>
        `Af modtagerne af kampagnen „${campaign}“ (${account}) har ${rate} anmeldt den som spam: ${counted} af ${sent}.`,
      COMPLAINT_PAUSE: ({ campaign, account, rate, counted, sent }) =>
        `Af modtagerne af kampagnen „${campaign}“ (${account}) har ${rate} anmeldt den som spam: ${counted} af ${sent}. Den er sat på pause: der sendes ikke mere af den.`,
    },
    usual: (usual) => `I gennemsnit har det været ${usual} på denne konto.`,
    advice: {
      OPT_OUT_RATE: 'Se på de grunde, de gav, og på, hvor ofte og til hvem I sender.',
      OPT_OUT_UNUSUAL:
        'Se på de grunde, de gav. Hvis færre end nogensinde melder sig fra, så tjek, at linkene virker.',
      COMPLAINT_RATE:
        'Ved den slags andele begynder mailudbydere at afvise mails. Sørg for, at modtagerne har bedt om dem.',
      COMPLAINT_PAUSE:
        'Find først ud af, hvordan disse personer kom på listen. Lad den så fortsætte med resumeCampaign, eller afslut den helt med cancelCampaign. Indtil da venter den.',
    },
    once: (organisation) =>
      `Advarslen kommer én gang for hver kampagne. Den går til administratorerne hos ${organisation}; tallene står i kampagnens rapport.`,
    eachTime: (organisation) =>
      `Denne mail kommer, hver gang den sættes på pause. Den går til administratorerne hos ${organisation}; tallene står i kampagnens rapport.`,
  },
  de: {
    subject: (campaign) => `Warnung zur Kampagne „${campaign}“`,
    paused: (campaign) => `Die Kampagne „${campaign}“ ist angehalten`,
    said: {
      OPT_OUT_RATE: ({ campaign, account, rate, counted, sent }) =>
        `Von den Empfängern der Kampagne „${campaign}“ (${account}) haben sich bisher ${rate} abgemeldet: ${counted} von ${sent}.`,
      OPT_OUT_UNUSUAL: ({ campaign, account, rate, counted, sent }) =>
        `Die Kampagne „${campaign}“ (${account}) weicht von den früheren ab: ${rate} der Empfänger haben sich abgemeldet, ${counted} von ${sent}.`,
      COMPLAINT_RATE: ({ campaign, account, rate, counted, sent }) =>
        `Von den Empfängern der Kampagne „${campaign}“ (${account}) haben ${rate} sie als Spam gemeldet: ${counted} von ${sent}.`,
      COMPLAINT_PAUSE: ({ campaign, account, rate, counted, sent }) =>
        `Von den Empfängern der Kampagne „${campaign}“ (${account}) haben ${rate} sie als Spam gemeldet: ${counted} von ${sent}. Sie ist angehalten: Von ihr geht nichts mehr hinaus.`,
    },
    usual: (usual) => `Im Durchschnitt waren es in diesem Konto ${usual}.`,
    advice: {
      OPT_OUT_RATE:
        'Sehen Sie sich die genannten Gründe an und prüfen Sie, wie oft und an wen Sie senden.',
      OPT_OUT_UNUSUAL:
        'Sehen Sie sich die genannten Gründe an. Melden sich weniger ab als je zuvor, prüfen Sie, ob die Links funktionieren.',
      COMPLAINT_RATE:
        'Bei solchen Anteilen beginnen Mailanbieter, Mails abzuweisen. Stellen Sie sicher, dass die Empfänger sie angefordert haben.',
      COMPLAINT_PAUSE:
        'Klären Sie zuerst, wie diese Personen auf die Liste kamen. Setzen Sie sie dann mit resumeCampaign fort, oder beenden Sie sie endgültig mit cancelCampaign. Bis dahin wartet sie.',
    },
    once: (organisation) =>
      `Diese Warnung kommt für jede Kampagne einmal. Sie geht an die Administratoren von ${organisation}; die Zahlen stehen im Bericht der Kampagne.`,
    eachTime: (organisation) =>
      `Diese Mail kommt jedes Mal, wenn sie angehalten wird. Sie geht an die Administratoren von ${organisation}; die Zahlen stehen im Bericht der Kampagne.`,
  },
  cs: {
    subject: (campaign) => `Upozornění ke kampani „${campaign}“`,
    paused: (campaign) => `Kampaň „${campaign}“ je pozastavena`,
    said: {
      OPT_OUT_RATE: ({ campaign, account, rate, counted, sent }) =>
        `Z příjemců kampaně „${campaign}“ (${account}) se zatím odhlásilo ${rate}: ${counted} z ${sent}.`,
      OPT_OUT_UNUSUAL: ({ campaign, account, rate, counted, sent }) =>
        `Kampaň „${campaign}“ (${account}) se liší od předchozích: odhlásilo se ${rate} příjemců, ${counted} z ${sent}.`,
      COMPLAINT_RATE: ({ campaign, account, rate, counted, sent }) =>
        `Z příjemců kampaně „${campaign}“ (${account}) ji jako spam nahlásilo ${rate}: ${counted} z ${sent}.`,
      COMPLAINT_PAUSE: ({ campaign, account, rate, counted, sent }) =>
        `Z příjemců kampaně „${campaign}“ (${account}) ji jako spam nahlásilo ${rate}: ${counted} z ${sent}. Je pozastavena: nic dalšího z ní neodchází.`,
    },
    usual: (usual) => `Průměr v tomto účtu byl ${usual}.`,
    advice: {
      OPT_OUT_RATE: 'Podívejte se na uvedené důvody a na to, jak často a komu posíláte.',
      OPT_OUT_UNUSUAL:
        'Podívejte se na uvedené důvody. Pokud se odhlašuje méně lidí než kdy dřív, ověřte, že odkazy fungují.',
      COMPLAINT_RATE:
        'Při takovém podílu začínají poskytovatelé pošty e-maily odmítat. Ověřte, že o ně příjemci stáli.',
      COMPLAINT_PAUSE:
        'Nejprve zjistěte, jak se tito lidé na seznam dostali. Pak ji pusťte dál pomocí resumeCampaign, nebo ji nadobro ukončete pomocí cancelCampaign. Do té doby čeká.',
    },
    once: (organisation) =>
      `Toto upozornění přichází ke každé kampani jednou. Dostávají ho správci (${organisation}); čísla jsou v přehledu kampaně.`,
    eachTime: (organisation) =>
      `Tento e-mail přichází při každém pozastavení. Dostávají ho správci (${organisation}); čísla jsou v přehledu kampaně.`,
  },
};
