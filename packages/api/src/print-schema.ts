import { lexicographicSortSchema, printSchema } from 'graphql';
import { createSchema } from './graphql/schema.ts';

// Sorted, so that the order of files in the code makes no difference.
process.stdout.write(`${printSchema(lexicographicSortSchema(await createSchema()))}\n`);
