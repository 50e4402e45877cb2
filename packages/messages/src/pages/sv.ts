import type { PageMessages } from './en.ts';

export const sv: PageMessages = {
  unsubscribe: 'Avregistrera',
  address: 'Adress',
  number: 'Nummer',
  forwarded:
    'Är det inte din adress? Då har mejlet vidarebefordrats till dig, och du behöver inte göra något.',
  forwardedSms:
    'Är det inte ditt nummer? Då har meddelandet vidarebefordrats till dig, och du behöver inte göra något.',
  quote: (name) => `”${name}”`,
  allMarketing: (sender) => `All marknadsföring från ${sender}`,
  channels: { EMAIL: 'e-post', SMS: 'sms' },
  byChannels: (what, channels) => `${what}, via ${channels}`,

  leaveAll: (sender) => `Tacka nej till all marknadsföring från ${sender}`,
  leaveAllNote: 'Gäller genast. Ingen inloggning, inga fler frågor och inget avskedsmejl.',
  leaveAllNoteBySms: 'Gäller genast. Ingen inloggning och inga fler frågor.',
  settings: 'Eller ändra inställningar',
  topics: 'Du får meddelanden om de här ämnena. Avmarkera det du inte längre vill ha.',
  topicsRest:
    'Du får inte meddelanden om de här ämnena nu, eftersom du inte längre får listorna som de hör till. Avmarkera det du inte vill ha om du kommer tillbaka.',
  topicsOff: 'Du får inte längre:',
  topicOffSince: (name, when) => `${name}, sedan den ${when}`,
  saveTopics: 'Spara inställningar',
  howOften: 'Hur ofta?',
  frequencies: {
    EVERY: 'Alla meddelanden',
    DAILY: 'Högst ett om dagen',
    WEEKLY: 'Högst ett i veckan',
    MONTHLY: 'Högst ett var 30:e dag',
  },
  pauseUntil: 'Ingen marknadsföring före den här dagen',
  pauseNote: 'Lämna tomt om du inte vill ha någon paus. Pausen upphör av sig själv.',
  pausedUntil: (when) => `Ingen marknadsföring förrän den ${when}.`,
  language: 'Språk',
  topicAgain: (name) => `Få ”${name}” igen`,
  topicAgainNote:
    'Du får ämnet igen när du har bekräftat i det mejl som vi skickar till den här adressen.',
  leaveOnly: (name) => `Avregistrera mig bara från ”${name}”`,
  bookGoesOn: (name) =>
    `Meddelanden från ”${name}” som inte hör till något ämne fortsätter att komma.`,
  leave: (name) => `Avregistrera mig från ”${name}”`,
  pausedAtOnce: 'Utskicken pausas genast: inget mer skickas till dig från den här listan.',
  reviewFollows: (organisation) =>
    `Om ${organisation} prövar avregistreringar från listan står det på nästa sida hur länge det kan dröja.`,
  transactional:
    'Det här meddelandet gällde något du själv har gjort, till exempel en beställning eller inloggning. Sådana meddelanden fortsätter att komma. Här kan du tacka nej till all marknadsföring.',
  exempt: (list: string, organisation: string) =>
    `”${list}” är information som ${organisation} måste kunna skicka till dig, så den listan går inte att avregistrera sig från. Här kan du tacka nej till all marknadsföring.`,

  left: 'Du är avregistrerad',
  alreadyLeft: 'Du är redan avregistrerad',
  paused: 'Utskicken är pausade',
  what: 'Vad',
  since: 'Sedan',
  how: 'Hur',
  mailing: 'Utskick',
  methods: {
    ONE_CLICK: 'med avregistreringsknappen i ett e-postprogram',
    LINK: 'på den här sidan',
    MAILTO: 'med ett mejl till avregistreringsadressen',
    MAIL_REPLY: 'med ett svar på ett mejl',
    SMS_KEYWORD: 'med ett sms',
    SMS_LINK: 'med länken i ett sms',
    SPAM_REPORT: 'genom att ett mejl markerades som skräppost',
    API: 'genom en annan av avsändarens tjänster',
    MANUAL: 'registrerat av avsändarens personal',
    FILTER: 'genom ett e-postfilter',
    IMPORT: 'övertaget från en tidigare lista',
    PROVIDER: 'rapporterat av en e-post- eller sms-leverantör',
  },
  noneInFlight: 'Inget meddelande är på väg till dig. Du behöver inte göra något mer.',
  inFlight: 'De här höll just på att lämnas över och kan fortfarande komma fram:',
  inFlightUntil: (name, when) => `”${name}”, senast den ${when}`,
  mailUntil: (when) => `Ett meddelande, senast den ${when}`,
  decides: (organisation, when) =>
    `${organisation} har till den ${when} på sig att besluta om avregistreringen blir slutgiltig. Till dess skickas inget till dig från den här listan.`,
  elseLeft: 'Om ingen har beslutat då är du avregistrerad för gott.',
  elseReverted:
    'Om ingen har beslutat då upphör pausen, meddelandena börjar komma igen och du får veta det med ett mejl.',
  elseRevertedBySms: 'Om ingen har beslutat då upphör pausen och meddelandena börjar komma igen.',
  declined: (organisation, when) =>
    `${organisation} avslog din begäran från den ${when}; skälet står i mejlet som du har fått. Du kan begära det igen.`,
  declinedBySms: (organisation, when) =>
    `${organisation} avslog din begäran från den ${when}. Du kan begära det igen.`,
  undeliverable: (when, organisation) =>
    `Mejl till den här adressen kom tillbaka, så sedan ${when} skickas inget till den. Om brevlådan fungerar igen: svara på något av mejlen, eller be ${organisation} att skriva till den igen.`,
  reverted: (when) =>
    `Ingen fattade beslut i tid om din begäran från den ${when}, så pausen har upphört. Du kan begära det igen.`,

  why: 'Vill du berätta varför?',
  whyNote: 'Du är redan avregistrerad; svaret ändrar inget. Du kan lika gärna stänga sidan.',
  addWords: 'Vill du lägga till något?',
  addWordsNote: (organisation) =>
    `Den som beslutar hos ${organisation} läser det. Du behöver inte skriva något: utskicken är pausade ändå.`,
  reasons: {
    TOO_MANY: 'För många meddelanden',
    NOT_RELEVANT: 'De är inte relevanta för mig',
    NEVER_ASKED: 'Jag har aldrig bett om dem',
    OTHER_ADDRESS: 'Jag får dem till en annan adress',
    NO_LONGER_CUSTOMER: 'Jag är inte längre kund',
  },
  ownWords: 'Med egna ord',
  giveReason: 'Skicka',
  reasonGiven: 'Tack, vi har noterat det.',
  noReasonGiven: 'Inget har skickats. Välj ett skäl eller skriv något.',

  saved: 'Sparat',
  outdated:
    'Sidan hade blivit inaktuell, så inget sparades. Så här ser det ut nu. Gör ditt val en gång till.',

  mistake: 'Blev det fel?',
  mistakeNote: (address) =>
    `Knappen skickar bara ett mejl med en länk till ${address}. Meddelandena börjar komma igen först när du har bekräftat där.`,
  mistakeNotePaused: (address) =>
    `Knappen skickar bara ett mejl med en länk till ${address}. När du har bekräftat där kommer meddelandena igen utan att vänta på beslutet.`,
  mistakeNoteBySms: (word, number, list) =>
    `Vill du få ”${list}” som sms igen? Skicka ${word} till ${number} från din telefon. Du får sedan bekräfta med ett andra ord. Till dess ändras inget.`,
  askReturn: 'Skicka bekräftelsemejlet till mig',
  returnAsked: 'Titta i din inkorg',
  returnAskedNote: (address) =>
    `Om det går har vi skickat en länk till ${address}. Öppna den och bekräfta. Till dess ändras inget.`,
  returnNotThere:
    'Har inget kommit efter tio minuter? Titta i skräpposten och försök sedan en gång till.',

  confirmTitle: 'Bekräfta',
  confirmIntro: (what) => `Någon har bett att få detta till den här adressen: ${what}.`,
  confirmButton: 'Ja, jag samtycker',
  notYou: (when) =>
    `Var det inte du? Då behöver du inte göra något. Utan din bekräftelse ändras inget, och länken slutar gälla den ${when}.`,
  confirmed: 'Bekräftat',
  confirmedAt: 'Bekräftat den',
  confirmedNote: 'Du kan när som helst avregistrera dig, med länken i varje meddelande.',
  stillOff: 'Det du har avregistrerat dig från tidigare skickas fortfarande inte:',
  allOtherMarketing: (sender) => `All annan marknadsföring från ${sender}`,
  expired: 'Länken gäller inte längre',
  superseded: 'Ett senare val gäller',
  leftAgainNote: (confirmed, left) =>
    `Du bekräftade detta den ${confirmed}. Den ${left} begärde du att bli avregistrerad. Det senare valet gäller: inget av detta skickas till adressen.`,
  supersededNote:
    'Efter att länken beställdes har någon begärt att adressen ska avregistreras. Det senare valet gäller, så länken ändrar inte längre något.',
  noLongerSent: (name) => `”${name}” skickas inte längre`,
  noLongerSentNote: 'Avsändaren har lagt ner utskicket, så länken ändrar inget.',
  newLinkNote: (address) =>
    `Knappen skickar bara ett mejl med en ny länk till ${address}. Inget ändras förrän du har bekräftat där.`,
  newLink: 'Skicka en ny länk till mig',

  yourData: 'Dina uppgifter',
  yourDataNote:
    'Knappen skickar ett mejl med en kortlivad länk till den här adressen. Med den kan du se vad som är sparat, ladda ner det eller få det raderat.',
  yourDataBySms: (organisation) =>
    `Kontakta ${organisation} om du vill veta vad som är sparat om ditt nummer eller få det raderat.`,
  askForData: 'Skicka länken till mig',
  dataAsked: 'Titta i din inkorg',
  dataAskedNote: (address) =>
    `Om det går har vi skickat ett mejl med en länk till dina uppgifter till ${address}. Länken fungerar i ett dygn.`,
  objection:
    'Du har rätt att när som helst och utan att ange skäl invända mot direktmarknadsföring (GDPR art. 21.2).',
  objectionHere: 'Den första knappen på sidan gör just det.',
  dataTitle: 'Dina uppgifter',
  dataIntro: (organisation) => `Det här har ${organisation} sparat om din adress:`,
  inBooks: 'Listor',
  messagesCount: 'Meddelanden',
  wishes: 'Avregistreringar',
  consents: 'Bevis på samtycke',
  download: 'Ladda ner allt (JSON)',
  erase: 'Radera mina uppgifter',
  eraseNote:
    'Din adress, ditt namn och allt annat om dig raderas. Två saker blir kvar: en kod som har skapats av adressen, så att det du har avregistrerat dig från förblir avregistrerat, och de bevis på samtycke som lagen kräver, med adressen i.',
  eraseLeavesAll: (organisation) =>
    `Du har avregistrerat dig tidigare. När dina uppgifter raderas upphör därför all marknadsföring från ${organisation}, även om du skulle hamna på en lista igen.`,
  eraseLeavesNothing: (organisation) =>
    `Du har inte avregistrerat dig från något. Om bara dina uppgifter raderas kan ${organisation} skriva till dig igen, om du hamnar på en lista på nytt. Vill du inte det, tacka då också nej till all marknadsföring.`,
  leaveAndErase: 'Tacka nej till all marknadsföring och radera mina uppgifter',
  eraseOnly: 'Radera bara mina uppgifter',
  erased: 'Raderat',
  erasedAndLeft: (organisation) =>
    `Dina uppgifter har raderats. Du får ingen mer marknadsföring från ${organisation}, även om du skulle hamna på en lista igen.`,
  erasedAlone: (organisation) =>
    `Dina uppgifter har raderats. Du har inte avregistrerat dig från något: hamnar du på en lista igen kan ${organisation} skriva till dig.`,

  yourAddress: 'Din e-postadress',
  notAnAddress: 'Det här är ingen e-postadress. Skriv en adress som namn@example.com.',
  leaveEmpty: 'Lämna det här tomt',
  signUpButton: 'Anmäl mig',
  signUpNote:
    'Knappen skickar bara ett mejl med en länk till adressen. Utskicken börjar först när du har bekräftat där.',
  signUpOutdated: 'Sidan hade blivit inaktuell. Skicka formuläret en gång till.',
  signUpAskedNote:
    'Om det går att skicka till adressen är ett mejl med en länk på väg dit. Öppna länken och bekräfta. Inget börjar förrän då.',

  imprint: 'Om avsändaren',
  privacyPolicy: 'Integritetspolicy',

  notFound: 'Länken fungerar inte',
  notFoundNote:
    'Den kan ha blivit avkortad på vägen. Öppna den igen från meddelandet eller använd avregistreringsknappen i ditt e-postprogram.',
  linkGoneNote:
    'Den kan ha blivit avkortad på vägen, eller så har den slutat gälla. Du kan be om en ny länk på samma ställe som du bad om den här.',
  formGoneNote: 'Formuläret finns inte längre, eller så har adressen blivit avkortad.',
  notFoundUnchanged: 'Inget har ändrats.',
  unavailable: 'Sidan kan inte visas just nu',
  unavailableNote:
    'Inget har ändrats och inget har gått förlorat. Försök igen om en minut: länken fortsätter att fungera.',
  unsure: 'Ännu inte bekräftat',
  unsureNote:
    'Vi kunde inte försäkra oss om att ditt val har sparats. Skicka det igen; det gör inget om det skickas två gånger.',
  sendAgain: 'Skicka igen',
};
