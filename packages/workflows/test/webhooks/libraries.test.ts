import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publicId } from '@adieu/domain';
import {
  createWebhookSecrets,
  showWebhookPublicKey,
  showWebhookSecret,
  signWebhook,
} from '@adieu/keys';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';

/** A delivery as a server gets it, with the secret that it has of the endpoint. */
interface Sample {
  readonly secret: string;
  readonly publicKey: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Whether it is one of ours: the others were changed on their way. */
  readonly good: boolean;
}

/** 1,000 of ours, a third each before, in and after a rotation; and as many that are not. */
function samples(): Sample[] {
  const [before, after] = [createWebhookSecrets(), createWebhookSecrets()];
  return Array.from({ length: 1_000 }, (_, i): Sample[] => {
    const id = publicId('event', crypto.randomUUID());
    const body = JSON.stringify({ type: 'optout.confirmed', data: { n: i, name: 'Åse Ø. 😀' } });
    const signers = i % 3 === 0 ? [before] : i % 3 === 1 ? [after, before] : [after];
    const holder = i % 3 === 2 || (i % 3 === 1 && i % 2 === 0) ? after : before;
    const headers = signWebhook(signers, { id, body, at: new Date() });
    const of = { secret: showWebhookSecret(holder), publicKey: showWebhookPublicKey(holder) };
    const good = { ...of, body, headers, good: true };
    const changed = [
      { ...good, body: body.replace('confirmed', 'declined') },
      { ...good, headers: { ...headers, 'webhook-id': `${id}x` } },
      { ...good, secret: showWebhookSecret(createWebhookSecrets()) },
      {
        ...good,
        headers: signWebhook(signers, { id, body, at: new Date(Date.now() - 3_600_000) }),
      },
    ][i % 4]!;
    return [good, { ...changed, good: false }];
  }).flat();
}

const here = join(import.meta.dirname);
const python = process.env['WEBHOOKS_PYTHON'] ?? 'python3';
const hasPython =
  spawnSync(python, ['-c', 'import standardwebhooks'], { stdio: 'ignore' }).status === 0;
/** Built by `.ci/run`, or now where Go and its modules are here. */
const goProgram =
  process.env['WEBHOOKS_GO'] ?? join(mkdtempSync(join(tmpdir(), 'adieu-')), 'verify');
const hasGo =
  existsSync(goProgram) ||
  (spawnSync('go', ['version'], { stdio: 'ignore' }).status === 0 &&
    spawnSync('go', ['build', '-o', goProgram, '.'], {
      cwd: join(here, 'verify-go'),
      stdio: 'ignore',
      timeout: 120_000,
    }).status === 0);

for (const [name, has] of [
  ['Python', hasPython],
  ['Go', hasGo],
] as const)
  if (!has)
    console.warn(`SKIPPED: the library standardwebhooks for ${name} is not here (.ci/run gets it)`);

/** What a program says of each sample, by lines of true and false. */
function verdictsOf(command: string, args: readonly string[], all: readonly Sample[]): boolean[] {
  const input = all.map((sample) => JSON.stringify(sample)).join('\n');
  const run = spawnSync(command, args, { input, encoding: 'utf8', maxBuffer: 1e8 });
  expect(run.stderr).toBe('');
  return run.stdout
    .trim()
    .split('\n')
    .map((line) => line === 'true');
}

describe('the official libraries verify 1,000 deliveries, before, in and after a rotation (K-2)', () => {
  const all = samples();
  const good = all.map((sample) => sample.good);

  it('in JavaScript', () => {
    const verdicts = all.map(({ secret, body, headers }) => {
      try {
        return Boolean(new Webhook(secret).verify(body, { ...headers }));
      } catch {
        return false;
      }
    });
    expect(verdicts).toEqual(good);
  });

  it.skipIf(!hasPython)('in Python', () => {
    expect(verdictsOf(python, [join(here, 'verify.py')], all)).toEqual(good);
  });

  it.skipIf(!hasGo)('in Go', { timeout: 150_000 }, () => {
    expect(verdictsOf(goProgram, [], all)).toEqual(good);
  });
});
