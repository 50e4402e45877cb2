import process from 'node:process';

const HEARTBEAT_MS = 15_000;

/** One line of progress, on stderr so that a command's own output stays clean. */
export function say(text) {
  process.stderr.write(`adieu: ${text}\n`);
}

/** Says what is being done, that it still is every 15 s (and by `progress()` how far), and how long it took. */
export async function step(text, work, progress = () => null) {
  const began = Date.now();
  say(`${text} …`);
  const heartbeat = setInterval(
    () =>
      say(
        [`${text}: still at it after ${duration(began)}`, progress()]
          .filter((part) => part !== null)
          .join(', '),
      ),
    HEARTBEAT_MS,
  );
  try {
    const result = await work();
    say(`${text}: done in ${duration(began)}`);
    return result;
  } finally {
    clearInterval(heartbeat);
  }
}

function duration(began) {
  const seconds = Math.round((Date.now() - began) / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
