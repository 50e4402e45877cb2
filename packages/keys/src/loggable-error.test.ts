import { expect, it } from 'vitest';
import { loggableError } from './loggable-error.ts';

it('keeps of a database’s error what it is, and not the row that it quotes (O-13)', () => {
  const row = 'Key (address)=(anna@example.test) already exists.';
  const error = Object.assign(new Error('duplicate key'), {
    code: '23505',
    detail: row,
    where: row,
  });
  const logged = loggableError(error);
  expect(logged).toMatchObject({ type: 'Error', message: 'duplicate key', code: '23505' });
  expect(JSON.stringify(logged)).not.toContain('anna@');
});

it('keeps nothing of what was thrown and is no error', () => {
  expect(loggableError('anna@example.test')).toEqual({ type: 'string' });
});
