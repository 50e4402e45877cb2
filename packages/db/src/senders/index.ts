export * from './archive-sender.ts';
export * from './choose-sender.ts';
export * from './create-sender.ts';
export * from './find-senders.ts';
export type { ForeignSender } from './owns-sender.ts';
export type { Sender } from './sender.entity.ts';
export * from './update-sender.ts';
