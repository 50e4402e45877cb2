/** The English catalog is the pattern: a key that another language lacks, or has too many, is a type error. */
export const en = {
  unsubscribe: 'Unsubscribe',
  address: 'Address',
  number: 'Number',
  forwarded:
    'Not your address? Then this e-mail was forwarded to you, and you don’t need to do anything.',
  forwardedSms:
    'Not your number? Then this message was forwarded to you, and you don’t need to do anything.',
  quote: (name: string) => `“${name}”`,
  allMarketing: (sender: string) => `All marketing from ${sender}`,
  channels: { EMAIL: 'e-mail', SMS: 'text message' },
  byChannels: (what: string, channels: string) => `${what}, by ${channels}`,

  leaveAll: (sender: string) => `Stop all marketing from ${sender}`,
  leaveAllNote: 'Takes effect immediately. No login, no further questions, no goodbye e-mail.',
  leaveAllNoteBySms: 'Takes effect immediately. No login and no further questions.',
  settings: 'Or change settings',
  topics: 'You get messages about these topics. Untick what you no longer want.',
  topicsRest:
    'You don’t get messages about these topics now, because you no longer get the lists they belong to. Untick what you don’t want if you come back.',
  topicsOff: 'You no longer get:',
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
  pauseNote: 'Leave empty for no pause. The pause ends on its own.',
  pausedUntil: (when: string) => `No marketing until ${when}.`,
  language: 'Language',
  topicAgain: (name: string) => `Get “${name}” again`,
  topicAgainNote:
    'You’ll get a topic again once you’ve confirmed the e-mail we send to this address.',
  leaveOnly: (name: string) => `Unsubscribe only from “${name}”`,
  bookGoesOn: (name: string) => `Messages from “${name}” that don’t belong to a topic keep coming.`,
  leave: (name: string) => `Unsubscribe from “${name}”`,
  pausedAtOnce: 'Messages are paused immediately: nothing more from this list is sent to you.',
  reviewFollows: (organisation: string) =>
    `If ${organisation} reviews requests to unsubscribe from this list, the next page says how long that can take.`,
  transactional:
    'This message was about something you did yourself, such as an order or a sign-in. Such messages keep coming. Here you can stop all marketing.',
  exempt: (list: string, organisation: string) =>
    `“${list}” is information that ${organisation} has to be able to send you, so you can’t unsubscribe from it. Here you can stop all marketing.`,

  left: 'You’re unsubscribed',
  alreadyLeft: 'You’re already unsubscribed',
  paused: 'Messages are paused',
  what: 'What',
  since: 'Since',
  how: 'How',
  mailing: 'Mailing',
  methods: {
    ONE_CLICK: 'with the unsubscribe button of an e-mail program',
    LINK: 'on this page',
    MAILTO: 'with an e-mail to the unsubscribe address',
    MAIL_REPLY: 'with a reply to an e-mail',
    SMS_KEYWORD: 'with a text message',
    SMS_LINK: 'with the link in a text message',
    SPAM_REPORT: 'by marking an e-mail as spam',
    API: 'through another service of the sender',
    MANUAL: 'recorded by the sender’s staff',
    FILTER: 'through an e-mail filter',
    IMPORT: 'taken over from an earlier list',
    PROVIDER: 'reported by an e-mail or SMS provider',
  },
  noneInFlight: 'No message is on its way to you. You don’t need to do anything else.',
  inFlight: 'These were already being handed over and may still arrive:',
  inFlightUntil: (name: string, when: string) => `“${name}”, by ${when} at the latest`,
  mailUntil: (when: string) => `A message, by ${when} at the latest`,
  decides: (organisation: string, when: string) =>
    `${organisation} has until ${when} to decide whether you’re unsubscribed for good. Until then, nothing from this list is sent to you.`,
  elseLeft: 'If nobody decides by then, you’re unsubscribed for good.',
  elseReverted:
    'If nobody decides by then, the pause ends, messages resume, and we let you know by e-mail.',
  elseRevertedBySms: 'If nobody decides by then, the pause ends and messages resume.',
  declined: (organisation: string, when: string) =>
    `${organisation} declined your request of ${when}; we sent you the reason by e-mail. You can ask again.`,
  declinedBySms: (organisation: string, when: string) =>
    `${organisation} declined your request of ${when}. You can ask again.`,
  undeliverable: (when: string, organisation: string) =>
    `E-mails to this address came back, so nothing has been sent to it since ${when}. If the mailbox works again, reply to one of the e-mails, or ask ${organisation} to send to it again.`,
  reverted: (when: string) =>
    `Nobody decided on your request of ${when} in time, so the pause has ended. You can ask again.`,

  why: 'Would you tell us why?',
  whyNote:
    'You’re already unsubscribed, and your answer doesn’t change that. You can simply close this page.',
  addWords: 'Would you like to add something?',
  addWordsNote: (organisation: string) =>
    `Whoever decides at ${organisation} reads it. You don’t have to write anything: messages are paused either way.`,
  reasons: {
    TOO_MANY: 'Too many messages',
    NOT_RELEVANT: 'They’re not relevant to me',
    NEVER_ASKED: 'I never asked for them',
    OTHER_ADDRESS: 'I get them at another address',
    NO_LONGER_CUSTOMER: 'I’m no longer a customer',
  },
  ownWords: 'In your own words',
  giveReason: 'Send',
  reasonGiven: 'Thank you, we’ve noted it.',
  noReasonGiven: 'Nothing was sent. Choose a reason or write something.',

  saved: 'Saved',
  outdated:
    'This page was out of date, so nothing was saved. Here is how things are now. Please choose again.',

  mistake: 'Was that a mistake?',
  mistakeNote: (address: string) =>
    `This button only sends one e-mail with a link to ${address}. Messages start again once you’ve confirmed there, and not before.`,
  mistakeNotePaused: (address: string) =>
    `This button only sends one e-mail with a link to ${address}. Confirm there, and messages come again without waiting for that decision.`,
  mistakeNoteBySms: (word: string, number: string, list: string) =>
    `To get “${list}” by text message again, send ${word} to ${number} from your phone. You’ll be asked to confirm it with a second word. Nothing changes until then.`,
  askReturn: 'Send me the confirmation e-mail',
  returnAsked: 'Check your inbox',
  returnAskedNote: (address: string) =>
    `If possible, we’ve sent a link to ${address}. Open it and confirm. Nothing changes until then.`,
  returnNotThere: 'Nothing there after ten minutes? Check your spam folder, then ask again.',

  confirmTitle: 'Please confirm',
  confirmIntro: (what: string) => `Somebody asked to receive this at this address: ${what}.`,
  confirmButton: 'Yes, I agree',
  notYou: (when: string) =>
    `Wasn’t it you? Then you don’t need to do anything. Without this confirmation nothing changes, and the link expires on ${when}.`,
  confirmed: 'Confirmed',
  confirmedAt: 'Confirmed on',
  confirmedNote: 'You can unsubscribe at any time, with the link in each message.',
  stillOff: 'What you unsubscribed from before stays off:',
  allOtherMarketing: (sender: string) => `All other marketing from ${sender}`,
  expired: 'This link has expired',
  superseded: 'A later choice applies',
  leftAgainNote: (confirmed: string, left: string) =>
    `You confirmed this on ${confirmed}. On ${left} you asked to unsubscribe. The later choice applies: none of it is sent to this address.`,
  supersededNote:
    'After this link was asked for, there was a request to unsubscribe this address. The later choice applies, so this link no longer changes anything.',
  noLongerSent: (name: string) => `“${name}” is no longer sent`,
  noLongerSentNote: 'Its sender has discontinued it, so this link changes nothing.',
  newLinkNote: (address: string) =>
    `This button only sends one e-mail with a new link to ${address}. Nothing changes until you confirm there.`,
  newLink: 'Send me a new link',

  yourData: 'Your data',
  yourDataNote:
    'This button sends one e-mail with a short-lived link to this address. With it you can see what is kept, download it, or have it erased.',
  yourDataBySms: (organisation: string) =>
    `If you want to know what is kept about your number, or to have it erased, contact ${organisation}.`,
  askForData: 'Send me that link',
  dataAsked: 'Check your inbox',
  dataAskedNote: (address: string) =>
    `If possible, we’ve sent an e-mail with a link to your data to ${address}. It works for one day.`,
  objection:
    'You have the right to object to direct marketing at any time, without giving a reason (GDPR Art. 21(2)).',
  objectionHere: 'The first button on this page does just that.',
  dataTitle: 'Your data',
  dataIntro: (organisation: string) => `This is kept about your address by ${organisation}:`,
  inBooks: 'Lists',
  messagesCount: 'Messages',
  wishes: 'Unsubscribe requests',
  consents: 'Proofs of consent',
  download: 'Download everything (JSON)',
  erase: 'Erase my data',
  eraseNote:
    'Your address, your name and everything else about you are erased. Two things stay: a code made from the address, so that what you unsubscribed from stays off, and the proofs of consent that the law asks for, with the address in them.',
  eraseLeavesAll: (organisation: string) =>
    `You have unsubscribed before, so erasing your data also stops all marketing from ${organisation}, even if a list names you again.`,
  eraseLeavesNothing: (organisation: string) =>
    `You haven’t unsubscribed from anything. If only your data is erased, ${organisation} may write to you again once a list names you again. If you don’t want that, stop all marketing as well.`,
  leaveAndErase: 'Stop all marketing and erase my data',
  eraseOnly: 'Only erase my data',
  erased: 'Erased',
  erasedAndLeft: (organisation: string) =>
    `Your data has been erased. You get no more marketing from ${organisation}, even if a list names you again.`,
  erasedAlone: (organisation: string) =>
    `Your data has been erased. You haven’t unsubscribed from anything: if a list names you again, ${organisation} may write to you.`,

  yourAddress: 'Your e-mail address',
  notAnAddress: 'This isn’t an e-mail address. Write one like name@example.com.',
  leaveEmpty: 'Leave this empty',
  signUpButton: 'Sign me up',
  signUpNote:
    'This button only sends one e-mail with a link to that address. Messages begin once you’ve confirmed there, and not before.',
  signUpOutdated: 'This page was out of date. Please send the form again.',
  signUpAskedNote:
    'If this address may receive it, an e-mail with a link is on its way to it. Open the link and confirm. Nothing starts until then.',

  imprint: 'Legal notice',
  privacyPolicy: 'Privacy policy',

  notFound: 'This link doesn’t work',
  notFoundNote:
    'It may have been cut off on the way. Please open it again from the message, or use the unsubscribe button of your e-mail program.',
  linkGoneNote:
    'It may have been cut off on the way, or its time may be over. You can ask for a new one where you asked for this one.',
  formGoneNote: 'This form no longer exists, or its address was cut off.',
  notFoundUnchanged: 'Nothing was changed.',
  unavailable: 'This page can’t be shown right now',
  unavailableNote:
    'Nothing was changed and nothing is lost. Please try again in a minute: the link keeps working.',
  unsure: 'Not yet confirmed',
  unsureNote:
    'We couldn’t make sure that your choice was saved. Please send it again; sending it twice does no harm.',
  sendAgain: 'Send again',
};

export type PageMessages = typeof en;
