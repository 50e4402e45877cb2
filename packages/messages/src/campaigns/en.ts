/** What we say in a campaign's mail and where its links lead. English is the pattern: a missing or surplus key is a type error. */
export const en = {
  /** The one word of the way out (C1). */
  unsubscribe: 'UNSUBSCRIBE',
  /** Of the link back; it only leads to the page where a double opt-in can be started (A4, F12). */
  subscribeAgain: 'Subscribe again',
  webVersion: 'Read in a browser',
  /** Marks the subject of a test mail. */
  test: 'Test',
  /** The page that the ways out of test mails and previews lead to. */
  testLink: {
    title: 'This is a test',
    text: 'The link comes from a test e-mail or a preview. Nothing was changed, and nobody was unsubscribed.',
  },
  noWebVersion: {
    title: 'This page doesn’t exist',
    text: 'This e-mail can’t be shown. The link may be incomplete, or the e-mail no longer exists.',
  },
  noShortLink: {
    title: 'This link doesn’t lead anywhere',
    text: 'Please check that the whole link from the message is there, and try again in a few minutes. Nothing has changed. If the message can be answered, you can also reply with the word it names.',
  },
};

export type CampaignMessages = typeof en;
