import { openApi } from './http/v1/openapi.ts';

process.stdout.write(`${JSON.stringify(openApi(), null, 2)}\n`);
