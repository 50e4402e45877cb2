// oxlint-disable unicorn/require-post-message-target-origin -- threads, no windows
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { parentPort } from 'node:worker_threads';

/** Sends what it is told as often as it is told, all at once, from a thread of its own: what sending costs is not the api's. */
parentPort.on('message', ({ url, body, headers, times }) => {
  const answers = Array.from({ length: times }, (_, i) => send(url, body, headers, i % 2 === 1));
  parentPort.postMessage('sent');
  void Promise.all(answers).then((all) => parentPort.postMessage(all));
});

/** Posts a body as it is, without a length where `chunked`. Whoever has the answer before all of it was sent hangs up. */
function send(url, body, more, chunked) {
  return new Promise((resolve) => {
    const headers = { 'content-type': 'application/json', ...more };
    if (!chunked) headers['content-length'] = Buffer.byteLength(body);
    let heard = false;
    const asked = request(url, { method: 'POST', headers }, (answer) => {
      heard = true;
      resolve(read(asked, answer));
    });
    asked.on('error', (error) => heard || resolve({ status: 0, body: error.message }));
    asked.end(body);
  });
}

async function read(asked, answer) {
  const body = await text(answer);
  asked.destroy();
  return { status: answer.statusCode, body };
}
