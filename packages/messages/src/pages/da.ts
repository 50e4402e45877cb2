import type { PageMessages } from './en.ts';

export const da: PageMessages = {
  unsubscribe: 'Afmeld',
  address: 'Adresse',
  number: 'Nummer',
  forwarded:
    'Er det ikke din adresse? Så er mailen videresendt til dig, og du behøver ikke gøre noget.',
  forwardedSms:
    'Er det ikke dit nummer? Så er beskeden videresendt til dig, og du behøver ikke gøre noget.',
  quote: (name) => `»${name}«`,
  allMarketing: (sender) => `Al markedsføring fra ${sender}`,
  channels: { EMAIL: 'e-mail', SMS: 'sms' },
  byChannels: (what, channels) => `${what}, via ${channels}`,

  leaveAll: (sender) => `Afmeld al markedsføring fra ${sender}`,
  leaveAllNote: 'Gælder med det samme. Intet login, ingen flere spørgsmål og ingen afskedsmail.',
  leaveAllNoteBySms: 'Gælder med det samme. Intet login og ingen flere spørgsmål.',
  settings: 'Eller ændr indstillinger',
  topics: 'Du får beskeder om disse emner. Fjern fluebenet ved det, du ikke længere vil have.',
  topicsRest:
    'Du får ikke beskeder om disse emner nu, fordi du ikke længere får de lister, de hører til. Fjern fluebenet ved det, du ikke vil have, hvis du kommer tilbage.',
  topicsOff: 'Du får ikke længere:',
  topicOffSince: (name, when) => `${name}, siden den ${when}`,
  saveTopics: 'Gem indstillinger',
  howOften: 'Hvor ofte?',
  frequencies: {
    EVERY: 'Alle beskeder',
    DAILY: 'Højst én om dagen',
    WEEKLY: 'Højst én om ugen',
    MONTHLY: 'Højst én hver 30. dag',
  },
  pauseUntil: 'Ingen markedsføring før denne dag',
  pauseNote: 'Lad feltet stå tomt, hvis der ikke skal være pause. Pausen slutter af sig selv.',
  pausedUntil: (when) => `Ingen markedsføring før den ${when}.`,
  language: 'Sprog',
  topicAgain: (name) => `Få »${name}« igen`,
  topicAgainNote:
    'Du får emnet igen, når du har bekræftet i den mail, vi sender til denne adresse.',
  leaveOnly: (name) => `Afmeld kun »${name}«`,
  bookGoesOn: (name) => `Beskeder fra »${name}«, som ikke hører til et emne, kommer fortsat.`,
  leave: (name) => `Afmeld »${name}«`,
  pausedAtOnce:
    'Beskederne sættes på pause med det samme: Der sendes ikke mere til dig fra denne liste.',
  reviewFollows: (organisation) =>
    `Hvis ${organisation} behandler afmeldinger fra listen, står der på næste side, hvor længe det kan vare.`,
  transactional:
    'Denne besked handlede om noget, du selv har gjort, for eksempel en bestilling eller et login. Den slags beskeder får du fortsat. Her kan du afmelde al markedsføring.',
  exempt: (list: string, organisation: string) =>
    `»${list}« er information, som ${organisation} skal kunne sende dig, så den liste kan ikke afmeldes. Her kan du afmelde al markedsføring.`,

  left: 'Du er afmeldt',
  alreadyLeft: 'Du er allerede afmeldt',
  paused: 'Beskederne er sat på pause',
  what: 'Hvad',
  since: 'Siden',
  how: 'Hvordan',
  mailing: 'Udsendelse',
  methods: {
    ONE_CLICK: 'med afmeldingsknappen i et mailprogram',
    LINK: 'på denne side',
    MAILTO: 'med en mail til afmeldingsadressen',
    MAIL_REPLY: 'med et svar på en mail',
    SMS_KEYWORD: 'med en sms',
    SMS_LINK: 'med linket i en sms',
    SPAM_REPORT: 'ved at en mail blev markeret som spam',
    API: 'gennem en anden af afsenderens tjenester',
    MANUAL: 'registreret af afsenderens medarbejdere',
    FILTER: 'gennem et mailfilter',
    IMPORT: 'overtaget fra en tidligere liste',
    PROVIDER: 'indberettet af en mail- eller sms-udbyder',
  },
  noneInFlight: 'Der er ingen beskeder på vej til dig. Du behøver ikke gøre mere.',
  inFlight: 'Disse var netop ved at blive afleveret og kan stadig nå frem:',
  inFlightUntil: (name, when) => `»${name}«, senest den ${when}`,
  mailUntil: (when) => `En besked, senest den ${when}`,
  decides: (organisation, when) =>
    `${organisation} har indtil den ${when} til at afgøre, om afmeldingen bliver endelig. Indtil da sendes der intet til dig fra denne liste.`,
  elseLeft: 'Hvis ingen har taget stilling inden da, er du endeligt afmeldt.',
  elseReverted:
    'Hvis ingen har taget stilling inden da, ophører pausen, beskederne kommer igen, og du får det at vide i en mail.',
  elseRevertedBySms:
    'Hvis ingen har taget stilling inden da, ophører pausen, og beskederne kommer igen.',
  declined: (organisation, when) =>
    `${organisation} har afslået dit ønske fra den ${when}; begrundelsen står i den mail, du har fået. Du kan bede om det igen.`,
  declinedBySms: (organisation, when) =>
    `${organisation} har afslået dit ønske fra den ${when}. Du kan bede om det igen.`,
  undeliverable: (when, organisation) =>
    `Mails til denne adresse kom tilbage, så siden ${when} er der ikke sendt noget til den. Hvis postkassen virker igen, så svar på en af mailene, eller bed ${organisation} om at skrive til den igen.`,
  reverted: (when) =>
    `Ingen tog stilling til dit ønske fra den ${when} i tide, så pausen er ophørt. Du kan bede om det igen.`,

  why: 'Vil du fortælle hvorfor?',
  whyNote: 'Du er allerede afmeldt; svaret ændrer intet ved det. Du kan bare lukke siden.',
  addWords: 'Vil du tilføje noget?',
  addWordsNote: (organisation) =>
    `Den, der træffer afgørelse hos ${organisation}, læser det. Du behøver ikke skrive noget: Beskederne er sat på pause under alle omstændigheder.`,
  reasons: {
    TOO_MANY: 'For mange beskeder',
    NOT_RELEVANT: 'De er ikke relevante for mig',
    NEVER_ASKED: 'Jeg har aldrig bedt om dem',
    OTHER_ADDRESS: 'Jeg får dem på en anden adresse',
    NO_LONGER_CUSTOMER: 'Jeg er ikke længere kunde',
  },
  ownWords: 'Med egne ord',
  giveReason: 'Send',
  reasonGiven: 'Tak, vi har noteret det.',
  noReasonGiven: 'Der blev ikke sendt noget. Vælg en grund, eller skriv noget.',

  saved: 'Gemt',
  outdated: 'Siden var forældet, så der blev ikke gemt noget. Sådan ser det ud nu. Vælg igen.',

  mistake: 'Var det en fejl?',
  mistakeNote: (address) =>
    `Knappen sender kun en mail med et link til ${address}. Beskederne begynder først igen, når du har bekræftet dér.`,
  mistakeNotePaused: (address) =>
    `Knappen sender kun en mail med et link til ${address}. Når du har bekræftet dér, kommer beskederne igen uden at vente på afgørelsen.`,
  mistakeNoteBySms: (word, number, list) =>
    `Vil du have »${list}« på sms igen? Send ${word} til ${number} fra din telefon. Så bliver du bedt om at bekræfte med et andet ord. Indtil da ændres intet.`,
  askReturn: 'Send mig bekræftelsesmailen',
  returnAsked: 'Tjek din indbakke',
  returnAskedNote: (address) =>
    `Hvis det er muligt, har vi sendt et link til ${address}. Åbn det, og bekræft. Indtil da ændres intet.`,
  returnNotThere: 'Er der intet efter ti minutter? Se i spammappen, og prøv så en gang til.',

  confirmTitle: 'Bekræft',
  confirmIntro: (what) => `Nogen har bedt om at få dette sendt til denne adresse: ${what}.`,
  confirmButton: 'Ja, jeg giver samtykke',
  notYou: (when) =>
    `Var det ikke dig? Så behøver du ikke gøre noget. Uden denne bekræftelse ændres intet, og linket udløber den ${when}.`,
  confirmed: 'Bekræftet',
  confirmedAt: 'Bekræftet den',
  confirmedNote: 'Du kan altid afmelde dig med linket i hver besked.',
  stillOff: 'Det, du tidligere har afmeldt, er stadig afmeldt:',
  allOtherMarketing: (sender) => `Al anden markedsføring fra ${sender}`,
  expired: 'Linket er udløbet',
  superseded: 'Et senere valg gælder',
  leftAgainNote: (confirmed, left) =>
    `Du bekræftede dette den ${confirmed}. Den ${left} bad du om at blive afmeldt. Det senere valg gælder: Intet af det sendes til denne adresse.`,
  supersededNote:
    'Efter at der blev bedt om dette link, er der bedt om at afmelde adressen. Det senere valg gælder, så linket ændrer ikke længere noget.',
  noLongerSent: (name) => `»${name}« sendes ikke længere`,
  noLongerSentNote: 'Afsenderen har indstillet udsendelsen, så linket ændrer intet.',
  newLinkNote: (address) =>
    `Knappen sender kun en mail med et nyt link til ${address}. Intet ændres, før du har bekræftet dér.`,
  newLink: 'Send mig et nyt link',

  yourData: 'Dine oplysninger',
  yourDataNote:
    'Knappen sender én mail med et kortlivet link til denne adresse. Med det kan du se, hvad der er gemt, hente det eller få det slettet.',
  yourDataBySms: (organisation) =>
    `Kontakt ${organisation}, hvis du vil vide, hvad der er gemt om dit nummer, eller have det slettet.`,
  askForData: 'Send linket til mig',
  dataAsked: 'Tjek din indbakke',
  dataAskedNote: (address) =>
    `Hvis det er muligt, har vi sendt en mail med et link til dine oplysninger til ${address}. Linket virker et døgn.`,
  objection:
    'Du har ret til når som helst og uden begrundelse at gøre indsigelse mod direkte markedsføring (GDPR art. 21, stk. 2).',
  objectionHere: 'Den første knap på siden gør netop det.',
  dataTitle: 'Dine oplysninger',
  dataIntro: (organisation) => `Dette har ${organisation} gemt om din adresse:`,
  inBooks: 'Lister',
  messagesCount: 'Beskeder',
  wishes: 'Afmeldinger',
  consents: 'Beviser for samtykke',
  download: 'Hent det hele (JSON)',
  erase: 'Slet mine oplysninger',
  eraseNote:
    'Din adresse, dit navn og alt andet om dig slettes. To ting bliver tilbage: en kode dannet af adressen, så det, du har afmeldt, forbliver afmeldt, og de beviser for samtykke, som loven kræver, med adressen i.',
  eraseLeavesAll: (organisation) =>
    `Du har afmeldt noget før. Når dine oplysninger slettes, ophører derfor al markedsføring fra ${organisation}, også hvis du kommer på en liste igen.`,
  eraseLeavesNothing: (organisation) =>
    `Du har ikke afmeldt noget. Hvis kun dine oplysninger slettes, kan ${organisation} skrive til dig igen, hvis du kommer på en liste på ny. Vil du ikke det, så afmeld også al markedsføring.`,
  leaveAndErase: 'Afmeld al markedsføring, og slet mine oplysninger',
  eraseOnly: 'Slet kun mine oplysninger',
  erased: 'Slettet',
  erasedAndLeft: (organisation) =>
    `Dine oplysninger er slettet. Du får ikke mere markedsføring fra ${organisation}, heller ikke hvis du kommer på en liste igen.`,
  erasedAlone: (organisation) =>
    `Dine oplysninger er slettet. Du har ikke afmeldt noget: Kommer du på en liste igen, kan ${organisation} skrive til dig.`,

  yourAddress: 'Din e-mailadresse',
  notAnAddress: 'Det er ikke en e-mailadresse. Skriv en adresse som navn@example.com.',
  leaveEmpty: 'Lad feltet være tomt',
  signUpButton: 'Tilmeld mig',
  signUpNote:
    'Knappen sender kun én mail med et link til adressen. Beskederne begynder først, når du har bekræftet dér.',
  signUpOutdated: 'Siden var forældet. Send formularen en gang til.',
  signUpAskedNote:
    'Hvis der må sendes til adressen, er en mail med et link på vej. Åbn linket, og bekræft. Der sker ikke noget før da.',

  imprint: 'Om afsenderen',
  privacyPolicy: 'Privatlivspolitik',

  notFound: 'Linket virker ikke',
  notFoundNote:
    'Det kan være blevet afkortet undervejs. Åbn det igen fra beskeden, eller brug afmeldingsknappen i dit mailprogram.',
  linkGoneNote:
    'Det kan være blevet afkortet undervejs, eller det kan være udløbet. Du kan bede om et nyt link dér, hvor du bad om dette.',
  formGoneNote: 'Formularen findes ikke længere, eller adressen er blevet afkortet.',
  notFoundUnchanged: 'Intet er ændret.',
  unavailable: 'Siden kan ikke vises lige nu',
  unavailableNote:
    'Intet er ændret, og intet er gået tabt. Prøv igen om et minut: Linket virker fortsat.',
  unsure: 'Endnu ikke bekræftet',
  unsureNote:
    'Vi kunne ikke sikre os, at dit valg blev gemt. Send det igen; det gør ikke noget, hvis det bliver sendt to gange.',
  sendAgain: 'Send igen',
};
