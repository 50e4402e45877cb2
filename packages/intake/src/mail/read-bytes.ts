/** So much of a mail is read, and all of it is kept: whoever wrote something wrote it before what they attached. */
export const READ_BYTES = 1024 * 1024;
