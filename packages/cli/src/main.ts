#!/usr/bin/env node
import { endWithReader } from '@adieu/sdk/command';
import { Failure } from './failure.ts';
import { createProgram } from './program.ts';

endWithReader();

try {
  await createProgram().parseAsync();
} catch (error) {
  console.error(error instanceof Failure ? `adieu: ${error.message}` : error);
  process.exitCode = 1;
}
