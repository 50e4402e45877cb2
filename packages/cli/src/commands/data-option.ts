import { Option } from 'commander';
import { DEFAULT_DATA } from './up.ts';

/** Of a command that works on a database: that of a data folder, where none is named by its address. */
export const dataOption = (): Option =>
  new Option(
    '--data <dir>',
    'data folder of the Adieu that runs, where DATABASE_URL is not set',
  ).default(DEFAULT_DATA);
