import type { InvitationView, MeView } from '../app/api/operations.ts';

export const INVITATION: InvitationView = {
  memberName: 'Eva Lind',
  organisationName: 'Fjordkraft Kooperativ',
  invitedBy: 'Olof Palmgren-Østergaard',
  language: 'sv',
  accountTimeZone: 'Europe/Stockholm',
  expiresAt: '2026-12-01T10:47:00Z',
};

export const ME: MeView = {
  name: 'Eva Lind',
  email: 'eva.lind@fjordkraft-kooperativ.example.test',
  language: 'sv',
  organisationName: 'Fjordkraft Kooperativ',
  accountTimeZone: 'Europe/Stockholm',
  roles: [
    { role: 'ADMIN', accountName: null },
    { role: 'REVIEWER', accountName: 'Fjordkraft Butik' },
    { role: 'CAMPAIGNER', accountName: 'Fjordkraft Butik' },
    { role: 'AUDITOR', accountName: null },
  ],
  waiting: 5,
  sessions: [
    {
      id: 'session_1',
      userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
      createdAt: '2026-11-24T08:47:00Z',
      seenAt: '2026-11-24T10:47:00Z',
      expiresAt: '2026-12-08T08:47:00Z',
      isThis: true,
    },
    {
      id: 'session_2',
      userAgent: null,
      createdAt: '2026-11-23T08:47:00Z',
      seenAt: '2026-11-23T09:47:00Z',
      expiresAt: '2026-12-07T08:47:00Z',
      isThis: false,
    },
  ],
};
