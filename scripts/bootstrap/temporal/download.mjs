import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { mustRun } from '../run.mjs';
import { step } from '../say.mjs';
import { fault } from './version.mjs';

const ANSWER_WITHIN_MS = 8_000;
const ARRIVE_WITHIN_MS = 180_000;
const ARCHITECTURES = { x64: 'amd64', arm64: 'arm64' };

/** Takes the release from where Temporal's SDKs take it. Gives null, or the reason why it could not. */
export async function download(version, target) {
  const platform = `platform=${process.platform}&arch=${ARCHITECTURES[process.arch] ?? process.arch}`;
  const url = `https://temporal.download/cli/archive/v${version}?${platform}`;
  const draft = `${dirname(target)}.download`;
  try {
    return await step(`downloading Temporal ${version}`, async () => {
      await mkdir(draft, { recursive: true });
      const archive = join(draft, 'archive.tar.gz');
      await fetchTo(url, archive);
      await mustRun('tar', ['-xzf', archive, '-C', draft, 'temporal']);
      const wrong = await fault(join(draft, 'temporal'));
      if (wrong) throw new Error(`what arrived ${wrong}`);
      await mkdir(dirname(target), { recursive: true });
      await rename(join(draft, 'temporal'), target);
      return null;
    });
  } catch (error) {
    return `Temporal could not be downloaded (${error.cause?.message ?? error.message}).`;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function fetchTo(url, file) {
  const stop = new AbortController();
  let timer = setTimeout(
    () => stop.abort(new Error(`no answer in ${ANSWER_WITHIN_MS / 1000} s`)),
    ANSWER_WITHIN_MS,
  );
  try {
    const response = await fetch(url, { signal: stop.signal });
    if (!response.ok) throw new Error(`${new URL(url).host} answered ${response.status}`);
    clearTimeout(timer);
    timer = setTimeout(
      () => stop.abort(new Error(`not here in ${ARRIVE_WITHIN_MS / 1000} s`)),
      ARRIVE_WITHIN_MS,
    );
    await pipeline(Readable.fromWeb(response.body), createWriteStream(file));
  } finally {
    clearTimeout(timer);
  }
}
