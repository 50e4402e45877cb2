/** The English catalog is the pattern: a key that another language lacks, or has too many, is a type error. */
export const en = {
  unsubscribe: 'Unsubscribe',
  address: 'Address',
  forwarded: 'Not your address? Then this mail was forwarded to you: leave everything as it is.',
  quote: (name: string) => `“${name}”`,
  allMarketing: (sender: string) => `All marketing from ${sender}`,

  leaveAll: (sender: string) => `Leave all marketing from ${sender}`,
  leaveAllNote: 'Takes effect at once. No login, no further questions, no goodbye mail.',
  settings: 'Or change settings',
  topics: 'You receive these topics. Untick what you no longer want.',
  topicsOff: 'You no longer receive:',
  topicOffSince: (name: string, when: string) => `${name}, since ${when}`,
  saveTopics: 'Save settings',
  howOften: 'How often?',
  frequencies: {
    EVERY: 'Every message',
    DAILY: 'At most once a day',
    WEEKLY: 'At most once a week',
    MONTHLY: 'At most once every 30 days',
  },
  pauseUntil: 'No marketing before this day',
  pauseNote: 'Leave it empty for no pause. The pause ends by itself.',
  pausedUntil: (when: string) => `No marketing until ${when}.`,
  language: 'Language',
  topicAgain: (name: string) => `Get “${name}” again`,
  topicAgainNote:
    'A topic starts again once you have confirmed a mail that is sent to this address.',
  leaveOnly: (name: string) => `Leave only “${name}”`,
  bookGoesOn: (name: string) => `Messages from “${name}” that belong to no topic keep coming.`,
  leave: (name: string) => `Leave “${name}”`,
  pausedAtOnce: 'Your address is paused at once: nothing more from this list is sent to it.',
  reviewFollows: (organisation: string) =>
    `If ${organisation} reviews requests to leave this list, the next page says how long that can take.`,
  transactional:
    'This message was about something you did yourself, such as an order or a sign-in. Such messages keep coming. Here you can leave all marketing.',
  exempt: (list: string, organisation: string) =>
    `“${list}” is information that ${organisation} has to be able to send you, so you can’t unsubscribe from it. Here you can leave all marketing.`,

  left: 'You’re unsubscribed',
  alreadyLeft: 'You’re already unsubscribed',
  paused: 'Your address is paused',
  what: 'What',
  since: 'Since',
  how: 'How',
  mailing: 'Mailing',
  methods: {
    ONE_CLICK: 'with the unsubscribe button of a mail program',
    LINK: 'on this page',
    MAILTO: 'with a mail to the unsubscribe address',
    MAIL_REPLY: 'with a reply to a mail',
    SMS_KEYWORD: 'with a text message',
    SMS_LINK: 'with the link in a text message',
    SPAM_REPORT: 'by marking a mail as spam',
    API: 'through another service of the sender',
    MANUAL: 'recorded by the sender’s staff',
    FILTER: 'through a mail filter',
    IMPORT: 'taken over from an earlier list',
    PROVIDER: 'reported by a mail provider',
  },
  noneInFlight: 'No message is on its way to you. You don’t need to do anything else.',
  inFlight: 'These were being handed over just then and may still arrive:',
  inFlightUntil: (name: string, when: string) => `“${name}”, by ${when} at the latest`,
  mailUntil: (when: string) => `A mail, by ${when} at the latest`,
  decides: (organisation: string, when: string) =>
    `${organisation} has until ${when} to decide whether you leave for good. Until then nothing from this list is sent to you.`,
  elseLeft: 'If nobody decides by then, you’re unsubscribed for good.',
  elseReverted:
    'If nobody decides by then, the pause ends, messages resume, and a mail tells you so.',
  declined: (organisation: string, when: string) =>
    `${organisation} declined your request of ${when}; a mail told you why. You may ask again.`,
  reverted: (when: string) =>
    `Nobody decided on your request of ${when} in time, so the pause has ended. You may ask again.`,

  why: 'Would you tell us why?',
  whyNote:
    'You’re already unsubscribed, and your answer doesn’t change that. You can simply close this page.',
  addWords: 'Would you like to add something?',
  addWordsNote: (organisation: string) =>
    `Whoever decides at ${organisation} reads it. You don’t have to write anything: your address is paused either way.`,
  reasons: {
    TOO_MANY: 'Too many messages',
    NOT_RELEVANT: 'They’re not relevant to me',
    NEVER_ASKED: 'I never asked for them',
    OTHER_ADDRESS: 'I get them at another address',
    NO_LONGER_CUSTOMER: 'I am no longer a customer',
  },
  ownWords: 'In your own words',
  giveReason: 'Send',
  reasonGiven: 'Thank you, we have noted it.',

  saved: 'Saved',
  outdated:
    'This page had become outdated, so nothing was saved. Here is how things are now. Please choose again.',

  mistake: 'Was that a mistake?',
  mistakeNote: (address: string) =>
    `This button only sends one mail with a link to ${address}. Messages start again once you have confirmed there, and not before.`,
  mistakeNotePaused: (address: string) =>
    `This button only sends one mail with a link to ${address}. Confirm there, and messages come again without waiting for that decision.`,
  askReturn: 'Send me the confirmation mail',
  returnAsked: 'Look in your mailbox',
  returnAskedNote: (address: string) =>
    `If possible, we’ve sent a link to ${address}. Open it and confirm. Nothing changes until then.`,
  returnNotThere: 'Nothing there after ten minutes? Check your spam folder, then ask once more.',

  confirmTitle: 'Please confirm',
  confirmIntro: (what: string) => `Somebody asked to receive this at this address: ${what}.`,
  confirmButton: 'Yes, I agree',
  notYou: (when: string) =>
    `Wasn’t it you? Then you don’t need to do anything. Without this confirmation nothing changes, and the link ends on ${when}.`,
  confirmed: 'Confirmed',
  confirmedAt: 'Confirmed on',
  confirmedNote: 'You can leave again at any time, with the link in each message.',
  stillOff: 'What you unsubscribed from before stays off:',
  allOtherMarketing: (sender: string) => `All other marketing from ${sender}`,
  expired: 'This link has ended',
  superseded: 'A later choice counts',
  leftAgainNote: (confirmed: string, left: string) =>
    `You confirmed this on ${confirmed}. On ${left} you asked to leave again. The later choice counts: nothing of it is sent to this address.`,
  supersededNote:
    'After this link was asked for, this address was unsubscribed. The later choice counts, so this link changes nothing any more.',
  noLongerSent: (name: string) => `“${name}” is no longer sent`,
  noLongerSentNote: 'Its sender has discontinued it, so this link changes nothing.',
  newLinkNote: (address: string) =>
    `This button only sends one mail with a new link to ${address}. Nothing changes until you confirm there.`,
  newLink: 'Send me a new link',

  yourData: 'Your data',
  yourDataNote:
    'This button sends one mail with a short-lived link to this address. With it you can see what is kept, take it with you, or have it erased.',
  askForData: 'Send me that link',
  dataAsked: 'Look in your mailbox',
  dataAskedNote: (address: string) =>
    `A mail with a link to your data now goes to ${address}. It works for a day.`,
  objection:
    'You have the right to object to direct marketing at any time, without giving a reason (GDPR Art. 21(2)).',
  objectionHere: 'The first button on this page does just that.',
  dataTitle: 'Your data',
  dataIntro: (organisation: string) => `This is kept about your address by ${organisation}:`,
  inBooks: 'Address books',
  messagesCount: 'Messages',
  wishes: 'Wishes to stop',
  consents: 'Proofs of consent',
  download: 'Take all of it with you (JSON)',
  erase: 'Erase my data',
  eraseNote:
    'Your address, your name and everything else about you are erased. Two things stay: a code made from the address, so that what you unsubscribed from stays off, and the proofs of consent that the law asks for, with the address in them.',
  erased: 'Erased',
  erasedNote: 'Your data has been erased. You stay unsubscribed.',

  yourAddress: 'Your e-mail address',
  notAnAddress: 'This is no e-mail address. Write one like name@example.com.',
  leaveEmpty: 'Leave this empty',
  signUpButton: 'Sign me up',
  signUpNote:
    'This button only sends one mail with a link to that address. Messages begin once you have confirmed there, and not before.',
  signUpOutdated: 'This page had become outdated. Please send it once more.',
  signUpAskedNote:
    'If this address may receive it, a mail with a link is on its way to it. Open the link and confirm. Nothing begins before that.',

  imprint: 'Legal notice',
  privacyPolicy: 'Privacy policy',

  notFound: 'This link does not work',
  notFoundNote:
    'It may have been cut off on the way. Please open it again from the message, or use the unsubscribe button of your mail program.',
  linkGoneNote:
    'It may have been cut off on the way, or its time may be over. You can ask for a new one where you asked for this one.',
  formGoneNote: 'This form is not there any more, or its address was cut off.',
  notFoundUnchanged: 'Nothing was changed.',
  unavailable: 'This page cannot be shown right now',
  unavailableNote:
    'Nothing was changed and nothing is lost. Please try again in a minute: the link keeps working.',
  unsure: 'Not yet confirmed',
  unsureNote:
    'We could not make sure that your choice was saved. Please send it again; doing so twice does no harm.',
  sendAgain: 'Send again',
};

export type PageMessages = typeof en;
