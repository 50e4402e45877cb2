import { describe, expect, it } from 'vitest';
import { automaticMark } from './automatic-mark.ts';
import { readHeader } from './fields.ts';

const markOf = (...lines: string[]) => automaticMark(readHeader(`${lines.join('\r\n')}\r\n\r\n`));

describe('what no person wrote (M-3, RFC 3834)', () => {
  it.each([
    ['Auto-Submitted: auto-replied', 'AUTO_SUBMITTED'],
    ['Auto-Submitted: auto-replied (vacation)', 'AUTO_SUBMITTED'],
    ['auto-submitted: AUTO-GENERATED; owner-email="a@b.test"', 'AUTO_SUBMITTED'],
    ['Auto-Submitted: auto-notified', 'AUTO_SUBMITTED'],
    ['Auto-Submitted: x-of-somebody', 'AUTO_SUBMITTED'],
    ['Auto-Submitted:', 'AUTO_SUBMITTED'],
    ['Return-Path: <>', 'NULL_RETURN_PATH'],
    ['Return-Path: < >', 'NULL_RETURN_PATH'],
    ['List-Id: Tea <tea.lists.example.test>', 'LIST'],
    ['List-Unsubscribe: <https://a.test/>', 'LIST'],
    ['List-Post: NO', 'LIST'],
    ['Precedence: bulk', 'PRECEDENCE'],
    ['Precedence: LIST', 'PRECEDENCE'],
    ['Precedence: auto_reply', 'PRECEDENCE'],
    ['X-Auto-Response-Suppress: DR, OOF, AutoReply', 'RESPONSE_SUPPRESSED'],
    ['X-Autoreply: yes', 'RESPONDER'],
    ['X-Autorespond: Re: Spring', 'RESPONDER'],
    ['X-Failed-Recipients: a@b.test', 'RESPONDER'],
    ['Content-Type: multipart/report; report-type=disposition-notification; boundary=b', 'REPORT'],
    ['Content-Type: MULTIPART/Report;\r\n report-type=delivery-status', 'REPORT'],
  ])('is known by %j', (header, mark) => {
    expect(markOf('From: a@b.test', header, 'Subject: Re: Spring')).toBe(mark);
  });

  it.each([
    ['Auto-Submitted: no'],
    ['Auto-Submitted: NO (comment)'],
    ['Auto-Submitted: no; x=y'],
    ['Return-Path: <a@b.test>'],
    ['Precedence: first-class'],
    ['Precedence: normal'],
    ['X-Auto-Response-Suppress: None'],
    ['Content-Type: multipart/alternative; boundary=b'],
    ['Subject: Automatic reply: out of office'],
    ['Subject: Autosvar: Avregistrera'],
    ['Subject: Abwesenheitsnotiz'],
  ])('is not known by %j: a subject alone never decides', (header) => {
    expect(markOf('From: a@b.test', header)).toBeNull();
  });
});
