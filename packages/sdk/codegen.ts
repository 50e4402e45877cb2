import type { CodegenConfig } from '@graphql-codegen/cli';

/** `pnpm run generate` writes src/generated/documents.ts; `npm run check` says when it is not what the documents make. */
export default {
  schema: '../api/schema.graphql',
  documents: 'src/documents/*.graphql',
  generates: {
    'src/generated/documents.ts': {
      plugins: ['typescript-operations', 'typed-document-node'],
      config: {
        useTypeImports: true,
        immutableTypes: true,
        enumsAsTypes: true,
        avoidOptionals: { inputValue: false },
        scalars: { ID: 'string', DateTime: 'string', ISO8601Duration: 'string' },
        documentMode: 'string',
      },
    },
  },
} satisfies CodegenConfig;
