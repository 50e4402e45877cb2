import type { MailMessages } from './en.ts';

export const sv: MailMessages = {
  greeting: 'Hej!',

  doubleOptIn: {
    subject: (what) => `Bekräfta: ${what}`,
    asked: (what) => `Någon, förmodligen du, har bett att få detta till den här adressen: ${what}.`,
    open: 'Om det var du: öppna sidan och tryck på knappen där:',
    button: 'Till bekräftelsesidan',
    until: (when) => `Länken fungerar en gång, till den ${when}.`,
    withdraw: 'Du kan när som helst ta tillbaka ditt samtycke med länken i varje mejl.',
    otherwise: 'Om det inte var du behöver du inte göra något: utan din bekräftelse ändras inget.',
  },

  decision: {
    declinedSubject: (scope) => `Din avregistrering från ”${scope}”: avslagen`,
    declined: (scope, when, organisation) =>
      `Den ${when} begärde du att bli avregistrerad från ”${scope}”. ${organisation} har avslagit det.`,
    declinedReason: 'Skälet som angavs:',
    revertedSubject: (scope) => `Din avregistrering från ”${scope}”: inget beslut`,
    reverted: (scope, when, organisation) =>
      `Den ${when} begärde du att bli avregistrerad från ”${scope}”. ${organisation} fattade inget beslut i tid, så pausen för din adress är slut.`,
    comesAgain: 'Du får meddelanden från listan igen.',
    askAgain:
      'Du kan avregistrera dig igen när som helst, med länken i varje meddelande från listan.',
    askAgainHere: 'Du kan avregistrera dig igen när som helst på den här sidan:',
    askAgainButton: 'Till sidan',
  },

  answer: {
    from: (writer: string, account: string) => `${writer} svarade på ett mejl från ${account}:`,
    why: 'Ingen önskan om att avregistrera sig hittades i svaret. Om du svarar på det här mejlet går ditt svar till den som skrev.',
    nobody: 'Du kan svara till adressen ovan.',
    instead: '(läsarens länk, borttagen)',
    leftOut: (names: string) => `Inte vidarebefordrat: ${names}`,
  },

  dataLink: {
    subject: (organisation) => `Dina uppgifter hos ${organisation}`,
    asked: (organisation) =>
      `Någon, förmodligen du, har frågat vad ${organisation} har sparat om den här adressen.`,
    open: 'På den här sidan kan du se uppgifterna, ladda ner dem eller få dem raderade:',
    button: 'Till mina uppgifter',
    until: (when) => `Länken fungerar till den ${when}. Skicka den inte vidare.`,
    otherwise:
      'Om det inte var du behöver du inte göra något: ingen har sett något och inget ändras.',
  },

  signIn: {
    subject: (organisation) => `Logga in: ${organisation}`,
    asked: (organisation) => `Någon, förmodligen du, vill logga in hos ${organisation}.`,
    button: 'Logga in',
    until: (when) => `Länken fungerar till den ${when}. Skicka den inte vidare.`,
    otherwise:
      'Om det inte var du behöver du inte göra något: utan det här mejlet kommer ingen in.',
  },

  invitation: {
    subject: (organisation) => `Bli medlem: ${organisation}`,
    invited: (organisation, inviter) =>
      `${inviter} bjuder in dig till ${organisation}, för att besluta om avregistreringar eller arbeta med utskicken.`,
    button: 'Till inbjudan',
    until: (when) => `Länken fungerar till den ${when}. Skicka den inte vidare.`,
    otherwise:
      'Om du inte vill, eller inte vet varför du fick det här mejlet, behöver du inte göra något.',
  },

  webhookDisabled: {
    subject: (host: string) => `Webhookar till ${host} är avstängda`,
    said: {
      FAILING: (since: string) =>
        `Sedan ${since} har ingen webhook tagits emot på den här adressen. Efter fem dagar har vi slutat försöka:`,
      GONE: (_since: string) =>
        'Servern på den här adressen säger (410) att ingen finns där längre. Vi har slutat skicka webhookar dit:',
    },
    advice:
      'Ingenting är förlorat: sätt i gång ändpunkten igen (resumeWebhookEndpoint) när servern är tillbaka, så levereras allt i ordning. Behövs den inte längre, ta bort den.',
  },

  digest: {
    waiting: {
      one: '# avregistrering väntar på beslut',
      other: '# avregistreringar väntar på beslut',
    },
    fresh: { one: '# av dem är ny för dig.', other: '# av dem är nya för dig.' },
    noneFresh: 'Ingen av dem är ny för dig, men en tidsgräns närmar sig.',
    requests: { one: '# avregistrering', other: '# avregistreringar' },
    ofThemNew: { one: '# ny', other: '# nya' },
    firstDeadline: (when) => `Första tidsgränsen: ${when}.`,
    atTheEnd: {
      OPT_OUT: 'Om ingen beslutar i tid blir de avregistrerade.',
      REVERT: 'Om ingen beslutar i tid får de meddelanden igen.',
    },
    decide: 'Till dess är adresserna pausade. Besluta här:',
    decideButton: 'Till avregistreringarna',
    decideByApi:
      'Till dess är adresserna pausade. Besluta med valfri GraphQL-klient: docs/admin.md har dokumenten (optOutRequests, decideOptOutRequests).',
    why: (organisation, membersUrl) =>
      `Du får det här mejlet för att du beslutar om avregistreringar hos ${organisation}. En administratör där kan ändra det. Dina roller: ${membersUrl}`,
  },

  held: {
    gathered: { one: '# meddelande i ett mejl', other: '# meddelanden i ett mejl' },
    why: (account) =>
      `Du har bett ${account} att skriva mer sällan. Här är det som har kommit sedan det förra mejlet, samlat i ett.`,
    read: 'Läs hela',
    change: 'Med länken högst upp ändrar du hur ofta vi skriver, eller avregistrerar dig.',
  },

  warning: {
    subject: (campaign) => `Varning för kampanjen ”${campaign}”`,
    paused: (campaign) => `Kampanjen ”${campaign}” är pausad`,
    said: {
      OPT_OUT_RATE: ({ campaign, account, rate, counted, sent }) =>
        `Av mottagarna av kampanjen ”${campaign}” (${account}) har ${rate} avregistrerat sig hittills: ${counted} av ${sent}.`,
      OPT_OUT_UNUSUAL: ({ campaign, account, rate, counted, sent }) =>
        `Kampanjen ”${campaign}” (${account}) skiljer sig från de tidigare: ${rate} av mottagarna har avregistrerat sig, ${counted} av ${sent}.`,
      COMPLAINT_RATE: ({ campaign, account, rate, counted, sent }) =>
        `Av mottagarna av kampanjen ”${campaign}” (${account}) har ${rate} markerat den som skräppost: ${counted} av ${sent}.`,
      COMPLAINT_PAUSE: ({ campaign, account, rate, counted, sent }) =>
        `Av mottagarna av kampanjen ”${campaign}” (${account}) har ${rate} markerat den som skräppost: ${counted} av ${sent}. Den är pausad: inget mer av den skickas.`,
      BOUNCE_RATE: ({ campaign, account, rate, counted, sent }) =>
        `Av adresserna som kampanjen ”${campaign}” (${account}) gick till finns ${rate} inte: ${counted} av ${sent}.`,
    },
    usual: (usual) => `I genomsnitt har det varit ${usual} på det här kontot.`,
    advice: {
      OPT_OUT_RATE: 'Titta på skälen som de angav och på hur ofta och till vilka ni skickar.',
      OPT_OUT_UNUSUAL:
        'Titta på skälen som de angav. Om färre än någonsin avregistrerar sig: kontrollera att länkarna fungerar.',
      COMPLAINT_RATE:
        'Vid så höga andelar börjar e-postleverantörer avvisa mejl. Se till att mottagarna har bett om dem.',
      COMPLAINT_PAUSE:
        'Ta först reda på hur de här personerna kom med på listan. Sedan kan den som sköter era kampanjer låta den fortsätta eller avbryta den för gott (i API:et: resumeCampaign, cancelCampaign). Till dess väntar den, och inget av den skickas.',
      BOUNCE_RATE:
        'E-postleverantörer litar inte på den som skriver till många adresser som inte finns. Ta reda på var de kom ifrån; till dem skickas inget mer.',
    },
    once: (organisation) =>
      `Varningen kommer en gång per kampanj. Den går till administratörerna hos ${organisation}; siffrorna finns i kampanjens rapport.`,
    eachTime: (organisation) =>
      `Det här mejlet kommer varje gång kampanjen pausas. Det går till administratörerna hos ${organisation}; siffrorna finns i kampanjens rapport.`,
  },

  weeklyReport: {
    subject: (day, account) => `Veckan från den ${day}: ${account}`,
    said: (day, account, campaigns, sent) =>
      `Under veckan från den ${day} skickade ${account} ${campaigns} till ${sent} mottagare.`,
    campaigns: { one: '# kampanj', other: '# kampanjer' },
    figures: (sent, left, complained) =>
      `${sent} skickade, ${left} avregistrerade, ${complained} markerade den som skräppost.`,
    more: (count) => `och ${count} till`,
    left: 'Andel som avregistrerade sig, per vecka',
    complained: 'Andel som markerade som skräppost, per vecka',
    plot: (title, rate) => `${title}. Senast: ${rate}.`,
    warnsAt: (rate) => `varning vid ${rate}`,
    pausesAt: (rate) => `en kampanj pausas vid ${rate}`,
    usual: (rate) => `${rate} i genomsnitt`,
    button: 'Se rapporterna',
    why: 'Det här mejlet kommer en gång i veckan så länge kampanjer skickas. På sidan med rapporter kan du stoppa det.',
  },
};
