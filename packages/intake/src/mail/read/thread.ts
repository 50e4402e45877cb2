import { doJobs } from '@adieu/apart';
import type { Jobs } from './jobs.ts';
import { openMail } from './open-mail.ts';
import { readWholeMail } from './read-whole-mail.ts';

doJobs<Jobs>({
  readMail: ({ raw }) => readWholeMail(raw),
  openMail: ({ raw, ours }) => openMail(raw, ours),
});
