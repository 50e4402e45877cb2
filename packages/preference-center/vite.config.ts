import { reactRouter } from '@react-router/dev/vite';
import { defaultClientConditions, defaultServerConditions, defineConfig } from 'vite';

// Workspace packages are taken from their sources: this build waits for no other.
export default defineConfig({
  plugins: [reactRouter()],
  environments: {
    client: { resolve: { conditions: ['source', ...defaultClientConditions] } },
    ssr: {
      resolve: { conditions: ['source', ...defaultServerConditions] },
      // The server bundle is the whole process: pages, environment and HTTP share one copy of every module.
      build: { rolldownOptions: { input: './src/main.ts' } },
    },
  },
});
