/**
 * What the page does beyond its forms: it tells times by the clock of whoever looks, and where something changes it takes the new
 * messages from the page as it is then. The others stay, with what has the focus in them, and so does what is being written.
 */
export const SCRIPT = `
const tell = (page) => {
  for (const time of page.querySelectorAll('time'))
    time.textContent = new Date(time.dateTime).toLocaleString([], { dateStyle: 'short', timeStyle: 'short' });
};
const merge = (part, next) => {
  const all = new Set([...next.children].map((child) => child.outerHTML));
  let at = 0;
  for (const child of next.children) {
    while (part.children[at] && !all.has(part.children[at].outerHTML)) part.children[at].remove();
    if (part.children[at]?.outerHTML !== child.outerHTML)
      part.insertBefore(child.cloneNode(true), part.children[at] ?? null);
    at += 1;
  }
  while (part.children[at]) part.children[at].remove();
};
const renew = async () => {
  const answer = await fetch(location.href);
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  tell(fresh);
  for (const part of document.querySelectorAll('[data-live]')) {
    const next = fresh.querySelector('[data-live="' + part.dataset.live + '"]');
    if (next) merge(part, next);
  }
  for (const field of document.querySelectorAll('input[name=other]'))
    if (field.value === '') field.value = fresh.getElementById(field.id)?.value ?? '';
};
tell(document);
new EventSource('/events').addEventListener('changed', () => void renew().catch(() => {}));
`;
