import type { Forms } from '../plural.ts';
import type { WarningFigures } from './warning-figures.ts';

/**
 * The words of the mails that Adieu itself sends. The English catalog is the pattern: a key that another language lacks, or has
 * too many, is a type error. Times, days, numbers and rates come as the language writes them; `#` is the number of a plural.
 */
export const en = {
  greeting: 'Hello,',

  doubleOptIn: {
    subject: (what: string) => `Please confirm: ${what}`,
    asked: (what: string) =>
      `Somebody, presumably you, asked to receive this at this address: ${what}.`,
    open: 'If it was you, open this page and press the button there:',
    button: 'To the confirmation page',
    until: (when: string) => `The link works once, until ${when}.`,
    withdraw: 'You can withdraw your consent at any time with the link in every e-mail.',
    otherwise:
      'If it wasn’t you, you don’t need to do anything: without this confirmation nothing changes.',
  },

  decision: {
    declinedSubject: (scope: string) => `Your request to unsubscribe from “${scope}”: declined`,
    declined: (scope: string, when: string, organisation: string) =>
      `On ${when} you asked to unsubscribe from “${scope}”. ${organisation} has declined this.`,
    declinedReason: 'The reason given:',
    revertedSubject: (scope: string) => `Your request to unsubscribe from “${scope}”: not decided`,
    reverted: (scope: string, when: string, organisation: string) =>
      `On ${when} you asked to unsubscribe from “${scope}”. ${organisation} didn’t decide in time, so the pause of your address has ended.`,
    comesAgain: 'You’ll get messages from this list again.',
    askAgain:
      'You can unsubscribe again at any time, with the link in every message from this list.',
    askAgainHere: 'You can unsubscribe again at any time on this page:',
    askAgainButton: 'To the page',
  },

  answer: {
    from: (writer: string, account: string) => `${writer} answered an e-mail of ${account}:`,
    why: 'No wish to unsubscribe was found in it. If you answer this e-mail, your answer goes to them.',
    nobody: 'You can answer them at the address above.',
    instead: '(link of the reader, taken out)',
    leftOut: (names: string) => `Not passed on: ${names}`,
  },

  dataLink: {
    subject: (organisation: string) => `Your data at ${organisation}`,
    asked: (organisation: string) =>
      `Somebody, presumably you, asked what ${organisation} keeps about this address.`,
    open: 'On this page you can look at it, download it, or have it erased:',
    button: 'To my data',
    until: (when: string) => `The link works until ${when}. Don’t pass it on.`,
    otherwise:
      'If it wasn’t you, you don’t need to do anything: nobody has seen anything and nothing changes.',
  },

  signIn: {
    subject: (organisation: string) => `Sign in: ${organisation}`,
    asked: (organisation: string) =>
      `Somebody, presumably you, asked to sign in at ${organisation}.`,
    button: 'Sign in',
    until: (when: string) => `The link works until ${when}. Don’t pass it on.`,
    otherwise:
      'If it wasn’t you, you don’t need to do anything: without this e-mail nobody gets in.',
  },

  invitation: {
    subject: (organisation: string) => `Become a member: ${organisation}`,
    invited: (organisation: string, inviter: string) =>
      `${inviter} invites you to become a member at ${organisation}, to decide about unsubscribe requests or to work with its campaigns.`,
    button: 'To the invitation',
    until: (when: string) => `The link works until ${when}. Don’t pass it on.`,
    otherwise:
      'If you don’t want that, or don’t know why you got this e-mail, you don’t need to do anything.',
  },

  webhookDisabled: {
    subject: (host: string) => `Webhooks to ${host} are disabled`,
    said: {
      FAILING: (since: string) =>
        `Since ${since} no webhook was taken at this address. After five days of it we have stopped trying:`,
      GONE: (_since: string) =>
        'The server at this address says (410) that nobody is there any more. We have stopped sending webhooks to it:',
    },
    advice:
      'Nothing is lost: once the server is back, resume the endpoint (resumeWebhookEndpoint), and everything is delivered in order. If it is not needed any more, delete it.',
  },

  digest: {
    waiting: {
      one: '# unsubscribe request is waiting for a decision',
      other: '# unsubscribe requests are waiting for a decision',
    } as Forms,
    fresh: { one: '# of them is new to you.', other: '# of them are new to you.' } as Forms,
    noneFresh: 'None of them is new to you, but a deadline is near.',
    requests: { one: '# request', other: '# requests' } as Forms,
    ofThemNew: { one: '# new', other: '# new' } as Forms,
    firstDeadline: (when: string) => `First deadline: ${when}.`,
    atTheEnd: {
      OPT_OUT: 'If nobody decides in time, they are unsubscribed.',
      REVERT: 'If nobody decides in time, messages resume.',
    },
    decide: 'Until then the addresses are paused. Decide here:',
    decideButton: 'To the requests',
    decideByApi:
      'Until then the addresses are paused. Decide with any GraphQL client: docs/admin.md has the documents (optOutRequests, decideOptOutRequests).',
    why: (organisation: string, membersUrl: string) =>
      `You get this e-mail because you decide about unsubscribe requests at ${organisation}. An administrator there can change that. Your roles: ${membersUrl}`,
  },

  held: {
    gathered: { one: '# message in one e-mail', other: '# messages in one e-mail' } as Forms,
    why: (account: string) =>
      `You asked ${account} to write less often. Here is everything since the last e-mail, all in one.`,
    read: 'Read it all',
    change: 'The link at the top changes how often we write, and lets you unsubscribe.',
  },

  warning: {
    subject: (campaign: string) => `Warning about the campaign “${campaign}”`,
    paused: (campaign: string) => `The campaign “${campaign}” is paused`,
    said: {
      OPT_OUT_RATE: ({ campaign, account, rate, counted, sent }: WarningFigures) =>
        `${rate} of the recipients of the campaign “${campaign}” (${account}) have unsubscribed so far: ${counted} of ${sent}.`,
      OPT_OUT_UNUSUAL: ({ campaign, account, rate, counted, sent }: WarningFigures) =>
        `The campaign “${campaign}” (${account}) is unlike those before it: ${rate} of the recipients have unsubscribed, ${counted} of ${sent}.`,
      COMPLAINT_RATE: ({ campaign, account, rate, counted, sent }: WarningFigures) =>
        `${rate} of the recipients of the campaign “${campaign}” (${account}) have marked it as spam: ${counted} of ${sent}.`,
      COMPLAINT_PAUSE: ({ campaign, account, rate, counted, sent }: WarningFigures) =>
        `${rate} of the recipients of the campaign “${campaign}” (${account}) have marked it as spam: ${counted} of ${sent}. It is paused: nothing more of it is sent.`,
      BOUNCE_RATE: ({ campaign, account, rate, counted, sent }: WarningFigures) =>
        `${rate} of the addresses that the campaign “${campaign}” (${account}) went to don’t exist: ${counted} of ${sent}.`,
    },
    usual: (usual: string) => `On average it was ${usual} in this account.`,
    advice: {
      OPT_OUT_RATE: 'Look at the reasons they gave, and at how often and to whom you send.',
      OPT_OUT_UNUSUAL:
        'Look at the reasons they gave. Where fewer unsubscribe than ever, check that the links work.',
      COMPLAINT_RATE:
        'Mailbox providers begin to refuse e-mail at such rates. Make sure that these people asked for the e-mail.',
      COMPLAINT_PAUSE:
        'Find out first how these people came onto the list. Then somebody who sends your campaigns can let it go on, or cancel it for good (in the API: resumeCampaign, cancelCampaign). Until then it waits, and nothing of it is sent.',
      BOUNCE_RATE:
        'E-mail providers distrust senders who write to many addresses that don’t exist. Find out where these came from; nothing more is sent to them.',
    },
    once: (organisation: string) =>
      `This warning comes once for each campaign. It goes to the admins of ${organisation}; the figures are in the campaign’s report.`,
    eachTime: (organisation: string) =>
      `This e-mail comes each time the campaign is paused. It goes to the admins of ${organisation}; the figures are in the campaign’s report.`,
  },

  weeklyReport: {
    subject: (day: string, account: string) => `The week from ${day}: ${account}`,
    said: (day: string, account: string, campaigns: string, sent: string) =>
      `In the week from ${day}, ${account} sent ${campaigns} to ${sent} recipients.`,
    campaigns: { one: '# campaign', other: '# campaigns' } as Forms,
    figures: (sent: string, left: string, complained: string) =>
      `${sent} sent, ${left} unsubscribed, ${complained} marked it as spam.`,
    more: (count: string) => `and ${count} more`,
    left: 'Share who unsubscribed, by week',
    complained: 'Share who marked as spam, by week',
    plot: (title: string, rate: string) => `${title}. The latest: ${rate}.`,
    warnsAt: (rate: string) => `a warning comes at ${rate}`,
    pausesAt: (rate: string) => `a campaign is paused at ${rate}`,
    usual: (rate: string) => `${rate} on average`,
    button: 'See the reports',
    why: 'This e-mail comes once a week while campaigns are sent. On the page of reports you can stop it.',
  },
};

export type MailMessages = typeof en;
