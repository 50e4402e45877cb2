import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';

/** As the api prints it; the check holds the file against it. */
const FILE = new URL('../../../api/schema.graphql', import.meta.url);

export const schema = buildSchema(readFileSync(FILE, 'utf8'));
