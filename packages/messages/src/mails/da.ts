import type { MailMessages } from './en.ts';

export const da: MailMessages = {
  greeting: 'Hej!',

  doubleOptIn: {
    subject: (what) => `Bekræft: ${what}`,
    asked: (what) =>
      `Nogen, formentlig dig, har bedt om at få dette sendt til denne adresse: ${what}.`,
    open: 'Hvis det var dig, så åbn siden, og tryk på knappen dér:',
    button: 'Til bekræftelsessiden',
    until: (when) => `Linket virker én gang, indtil den ${when}.`,
    withdraw: 'Du kan når som helst trække dit samtykke tilbage med linket i hver mail.',
    otherwise:
      'Hvis det ikke var dig, behøver du ikke gøre noget: Uden denne bekræftelse ændres intet.',
  },

  decision: {
    declinedSubject: (scope) => `Din afmelding af »${scope}«: afslået`,
    declined: (scope, when, organisation) =>
      `Den ${when} ville du afmelde »${scope}«. ${organisation} har afslået det.`,
    declinedReason: 'Begrundelsen lyder:',
    revertedSubject: (scope) => `Din afmelding af »${scope}«: ikke afgjort`,
    reverted: (scope, when, organisation) =>
      `Den ${when} ville du afmelde »${scope}«. ${organisation} nåede ikke at træffe en afgørelse, så pausen for din adresse er slut.`,
    comesAgain: 'Du får igen beskeder fra listen.',
    askAgain: 'Du kan afmelde dig igen når som helst med linket i hver besked fra listen.',
    askAgainHere: 'Du kan afmelde dig igen når som helst på denne side:',
    askAgainButton: 'Til siden',
  },

  answer: {
    from: (writer: string, account: string) => `${writer} svarede på en mail fra ${account}:`,
    why: 'Der blev ikke fundet noget ønske om at afmelde sig i svaret. Hvis du svarer på denne mail, går dit svar til den, der skrev.',
    nobody: 'Du kan svare til adressen ovenfor.',
    instead: '(læserens link, fjernet)',
    leftOut: (names: string) => `Ikke sendt videre: ${names}`,
  },

  dataLink: {
    subject: (organisation) => `Dine oplysninger hos ${organisation}`,
    asked: (organisation) =>
      `Nogen, formentlig dig, har spurgt, hvad ${organisation} gemmer om denne adresse.`,
    open: 'På denne side kan du se oplysningerne, hente dem eller få dem slettet:',
    button: 'Til mine oplysninger',
    until: (when) => `Linket virker indtil den ${when}. Send det ikke videre.`,
    otherwise:
      'Hvis det ikke var dig, behøver du ikke gøre noget: Ingen har set noget, og intet ændres.',
  },

  signIn: {
    subject: (organisation) => `Log ind: ${organisation}`,
    asked: (organisation) => `Nogen, formentlig dig, vil logge ind hos ${organisation}.`,
    button: 'Log ind',
    until: (when) => `Linket virker indtil den ${when}. Send det ikke videre.`,
    otherwise:
      'Hvis det ikke var dig, behøver du ikke gøre noget: Uden denne mail kommer ingen ind.',
  },

  invitation: {
    subject: (organisation) => `Bliv medlem: ${organisation}`,
    invited: (organisation, inviter) =>
      `${inviter} inviterer dig til at blive medlem hos ${organisation} og træffe afgørelse om afmeldinger eller arbejde med kampagner.`,
    button: 'Til invitationen',
    until: (when) => `Linket virker indtil den ${when}. Send det ikke videre.`,
    otherwise:
      'Hvis du ikke vil, eller ikke ved, hvorfor du har fået denne mail, behøver du ikke gøre noget.',
  },

  webhookDisabled: {
    subject: (host: string) => `Webhooks til ${host} er slået fra`,
    said: {
      FAILING: (since: string) =>
        `Siden ${since} er ingen webhook blevet modtaget på denne adresse. Efter fem dage er vi holdt op med at prøve:`,
      GONE: (_since: string) =>
        'Serveren på denne adresse siger (410), at der ikke er nogen mere. Vi er holdt op med at sende webhooks dertil:',
    },
    advice:
      'Intet er tabt: Når serveren er tilbage, sættes endepunktet i gang igen (resumeWebhookEndpoint), og alt leveres i rækkefølge. Er der ikke brug for det mere, så slet det.',
  },

  digest: {
    waiting: {
      one: '# afmelding venter på en afgørelse',
      other: '# afmeldinger venter på en afgørelse',
    },
    fresh: { one: '# af dem er ny for dig.', other: '# af dem er nye for dig.' },
    noneFresh: 'Ingen af dem er nye for dig, men en frist nærmer sig.',
    requests: { one: '# afmelding', other: '# afmeldinger' },
    ofThemNew: { one: '# ny', other: '# nye' },
    firstDeadline: (when) => `Første frist: ${when}.`,
    atTheEnd: {
      OPT_OUT: 'Hvis ingen afgør det i tide, bliver de afmeldt.',
      REVERT: 'Hvis ingen afgør det i tide, får de beskeder igen.',
    },
    decide: 'Indtil da er adresserne sat på pause. Træf afgørelse her:',
    decideButton: 'Til afmeldingerne',
    decideByApi:
      'Indtil da er adresserne sat på pause. Træf afgørelse med en GraphQL-klient: docs/admin.md har dokumenterne (optOutRequests, decideOptOutRequests).',
    why: (organisation, membersUrl) =>
      `Du får denne mail, fordi du træffer afgørelse om afmeldinger hos ${organisation}. En administrator dér kan ændre det. Dine roller: ${membersUrl}`,
  },

  held: {
    gathered: { one: '# besked i én mail', other: '# beskeder i én mail' },
    why: (account) =>
      `Du har bedt ${account} om at skrive sjældnere. Her er det, der er kommet siden den seneste mail, samlet i én.`,
    read: 'Læs det hele',
    change: 'Med linket øverst ændrer du, hvor ofte vi skriver, eller afmelder dig.',
  },

  warning: {
    subject: (campaign) => `Advarsel om kampagnen »${campaign}«`,
    paused: (campaign) => `Kampagnen »${campaign}« er sat på pause`,
    said: {
      OPT_OUT_RATE: ({ campaign, account, rate, counted, sent }) =>
        `Af modtagerne af kampagnen »${campaign}« (${account}) har ${rate} indtil nu afmeldt sig: ${counted} af ${sent}.`,
      OPT_OUT_UNUSUAL: ({ campaign, account, rate, counted, sent }) =>
        `Kampagnen »${campaign}« (${account}) skiller sig ud fra de tidligere: ${rate} af modtagerne har afmeldt sig, ${counted} af ${sent}.`,
      COMPLAINT_RATE: ({ campaign, account, rate, counted, sent }) =>
        `Af modtagerne af kampagnen »${campaign}« (${account}) har ${rate} markeret den som spam: ${counted} af ${sent}.`,
      COMPLAINT_PAUSE: ({ campaign, account, rate, counted, sent }) =>
        `Af modtagerne af kampagnen »${campaign}« (${account}) har ${rate} markeret den som spam: ${counted} af ${sent}. Den er sat på pause: Der sendes ikke mere af den.`,
      BOUNCE_RATE: ({ campaign, account, rate, counted, sent }) =>
        `Af de adresser, som kampagnen »${campaign}« (${account}) gik til, findes ${rate} ikke: ${counted} af ${sent}.`,
    },
    usual: (usual) => `I gennemsnit har det været ${usual} på denne konto.`,
    advice: {
      OPT_OUT_RATE: 'Se på de grunde, de gav, og på, hvor ofte og til hvem I sender.',
      OPT_OUT_UNUSUAL:
        'Se på de grunde, de gav. Hvis færre end nogensinde afmelder sig, så tjek, at linkene virker.',
      COMPLAINT_RATE:
        'Ved så høje andele begynder mailudbydere at afvise mails. Sørg for, at modtagerne har bedt om dem.',
      COMPLAINT_PAUSE:
        'Find først ud af, hvordan disse personer kom på listen. Derefter kan den, der står for jeres kampagner, lade den fortsætte eller annullere den helt (i API’et: resumeCampaign, cancelCampaign). Indtil da venter den, og der sendes intet af den.',
      BOUNCE_RATE:
        'Mailudbydere stoler ikke på afsendere, der skriver til mange adresser, som ikke findes. Find ud af, hvor de kom fra; der sendes ikke mere til dem.',
    },
    once: (organisation) =>
      `Advarslen kommer én gang for hver kampagne. Den går til administratorerne hos ${organisation}; tallene står i kampagnens rapport.`,
    eachTime: (organisation) =>
      `Denne mail kommer, hver gang kampagnen sættes på pause. Den går til administratorerne hos ${organisation}; tallene står i kampagnens rapport.`,
  },

  weeklyReport: {
    subject: (day, account) => `Ugen fra den ${day}: ${account}`,
    said: (day, account, campaigns, sent) =>
      `I ugen fra den ${day} sendte ${account} ${campaigns} til ${sent} modtagere.`,
    campaigns: { one: '# kampagne', other: '# kampagner' },
    figures: (sent, left, complained) =>
      `${sent} sendt, ${left} afmeldte sig, ${complained} markerede den som spam.`,
    more: (count) => `og ${count} mere`,
    left: 'Andel, der afmeldte sig, pr. uge',
    complained: 'Andel, der markerede som spam, pr. uge',
    plot: (title, rate) => `${title}. Senest: ${rate}.`,
    warnsAt: (rate) => `advarsel ved ${rate}`,
    pausesAt: (rate) => `en kampagne sættes på pause ved ${rate}`,
    usual: (rate) => `${rate} i gennemsnit`,
    button: 'Se rapporterne',
    why: 'Denne mail kommer én gang om ugen, så længe der sendes kampagner. På siden med rapporter kan du stoppe den.',
  },
};
