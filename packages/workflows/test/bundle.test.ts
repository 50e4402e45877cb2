import { describe, expect, it } from 'vitest';
import { workflowBundle } from './worker.ts';

describe('the workflow bundle', () => {
  it('holds no ORM, no driver, no mailer and no node builtin (the bundler itself refuses only some)', async () => {
    const { code } = await workflowBundle();
    for (const stranger of [
      '@mikro-orm',
      'pg-protocol',
      'nodemailer',
      'react-email',
      'mjml',
      'zod/',
      '@adieu/db',
      '@adieu/keys',
    ]) {
      expect(code.includes(`node_modules/${stranger}`), stranger).toBe(false);
    }
    expect(code).not.toMatch(/packages\/(db|keys|templates)\/src/);
    expect(code).not.toMatch(/require\("node:/);
  });
});
