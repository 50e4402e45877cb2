import { expect, it } from 'vitest';
import { repetitionOf } from '../inbound-of-event.ts';
import { readSes } from './read-ses.ts';

const complaint = {
  eventType: 'Complaint',
  mail: { messageId: 'ses-1', destination: ['anna@example.test', 'bo@example.test'] },
  complaint: {
    feedbackId: 'feedback-1',
    complainedRecipients: [
      { emailAddress: 'anna@example.test' },
      { emailAddress: 'bo@example.test' },
    ],
  },
};

it('each address of a report of several is heard, once, also when it comes again', () => {
  const once = readSes(complaint, 'sns-1').map(({ event }) => repetitionOf(event));
  expect(new Set(once).size).toBe(2);
  expect(readSes(complaint, 'sns-2').map(({ event }) => repetitionOf(event))).toEqual(once);
  expect(once.join(' ')).not.toContain('@');
});
