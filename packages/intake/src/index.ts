export { type ConsentRow, readConsentsCsv } from './lists/read-consents-csv.ts';
export { readContactsCsv } from './lists/read-contacts-csv.ts';
export { createMailIn } from './mail/create-mail-in.ts';
