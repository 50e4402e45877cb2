export * from './backlog.ts';
export * from './count-events.ts';
export * from './mail-backlog.ts';
export * from './sms-backlog.ts';
export * from './webhook-backlog.ts';
