const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => SIGNS[sign]!);
}

const LINK = /https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]]/g;

/** A message as a phone shows it: its links can be followed. */
export function textWithLinks(text: string): string {
  let html = '';
  let end = 0;
  for (const { 0: link, index } of text.matchAll(LINK)) {
    const url = escapeHtml(link);
    html += `${escapeHtml(text.slice(end, index))}<a href="${url}" target="_blank" rel="noopener noreferrer">${url}</a>`;
    end = index + link.length;
  }
  return html + escapeHtml(text.slice(end));
}
