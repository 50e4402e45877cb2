/** How long what came in is kept as it came; longer where it waits for a member. */
export const INBOUND_DAYS = { usual: 30, parked: 90 } as const;

/** For so long the parts of a text may come apart; then what is there is read. */
export const PARTS_WAIT_SECONDS = 120;
/** However many come: for so long after the first of them. */
export const PARTS_WAIT_AT_MOST_SECONDS = 3600;

/** How often a message is read that can not be, and how long after the first time; then it is parked. */
export const READ_AGAIN_SECONDS = [60, 300, 1800, 7200] as const;

/** How many answers of ours a number gets from one sender in a day: two robots that answer each other must end. */
export const MOST_ANSWERS_A_DAY = 5;

/** How many answers of one writer to mails of one account go to its people in a day; the others are kept and shown alone. */
export const MOST_FORWARDED_A_DAY = 20;

/**
 * How many mails to an address that everybody knows wait for an operator where they name no mail of ours: of all in an hour, and of one client in
 * a day. More are not kept: nobody could look at them, and they would fill the disk.
 */
export const MOST_STRAYS = { anHour: 100, ofAClientADay: 10 } as const;

/** How many answers that nobody can read wait for members, of mails to one recipient: who got one mail could bury the list. More are not kept. */
export const MOST_UNREADABLE_OF_ONE = 20;
