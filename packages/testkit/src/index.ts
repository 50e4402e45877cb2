export { temporalAddress } from './parts.ts';
export { createTestDatabase, type TestDatabase } from './test-database.ts';
export { seed, type Seed, seedContacts } from './seed.ts';
export { type SeededMail, seedMails } from './seed-mails.ts';
export { startSmtpSink, type SmtpSink, type SinkMail } from './smtp-sink.ts';
export { testTemporal, type TestTemporal } from './test-temporal.ts';
export { type BreakingServer, startBreakingServer, STEPS, WAYS } from './breaking-server.ts';
export { freePort } from './free-port.ts';
export * from './sample-brand.ts';
