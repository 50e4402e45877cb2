import { doJobs } from '@adieu/apart';
import type { Jobs } from './jobs.ts';
import { openWorkbook } from './open-workbook.ts';

doJobs<Jobs>({ readWorkbook: openWorkbook });
