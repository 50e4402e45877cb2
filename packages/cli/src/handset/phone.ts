import { escapeHtml, textWithLinks } from './html.ts';
import type { HandsetMessage, HandsetState } from './messages.ts';

interface Phone {
  readonly phone: string;
  /** Whom the other phone shows: it stays. */
  readonly beside: string;
  readonly side: 'left' | 'right';
}

/** As many as one scrolls past: programs see all. */
const SHOWN = 30;

export function phoneHtml(
  { phone, beside, side }: Phone,
  messages: readonly HandsetMessage[],
): string {
  const own = messages.filter((one) => one.phone === phone).slice(-SHOWN);
  const senders = [...new Set(own.map(({ other }) => other).toReversed())];
  // A name can not be answered.
  const answerable = senders.filter((sender) => /^\+?\d+$/.test(sender));
  const other = side === 'left' ? 'right' : 'left';
  const hidden = `<input type="hidden" name="${other}" value="${escapeHtml(beside)}">`;
  const options = answerable.map((sender) => `<option value="${escapeHtml(sender)}"></option>`);
  return `
<section class="phone" aria-labelledby="${side}-number">
<h2 id="${side}-number"><span aria-hidden="true">☎</span> ${escapeHtml(phone)}</h2>
<form class="choose" method="get" action="/">
${hidden}
<label for="${side}-choose">Number</label>
<input id="${side}-choose" name="${side}" list="numbers" inputmode="tel" autocomplete="off" required pattern="\\+[1-9][0-9]{6,14}" value="${escapeHtml(phone)}">
<button>Show</button>
</form>
<ol class="messages" data-live="${side}-messages" aria-live="polite" aria-label="Messages">${own.map(messageHtml).join('')}</ol>
<form class="answer" method="post" action="/answers">
${hidden}
<input type="hidden" name="${side}" value="${escapeHtml(phone)}">
<input type="hidden" name="phone" value="${escapeHtml(phone)}">
<label for="${side}-to">To</label>
<input id="${side}-to" name="other" list="${side}-senders" inputmode="tel" autocomplete="off" required pattern="\\+?[0-9]{3,15}" value="${escapeHtml(answerable[0] ?? '')}">
<datalist id="${side}-senders" data-live="${side}-senders">${options.join('')}</datalist>
<label for="${side}-text">Answer</label>
<textarea id="${side}-text" name="text" rows="2" maxlength="1600" required dir="auto"></textarea>
<button>Send</button>
</form>
</section>`;
}

const MARKS: Readonly<Record<HandsetState, string>> = {
  SENT: '✓ sent',
  DELIVERED: '✓✓ delivered',
  WAITING: '… on its way',
  TAKEN: '✓ taken',
  REFUSED: '✗ refused',
};

function messageHtml({
  direction,
  other,
  text,
  encoding,
  parts,
  at,
  state,
}: HandsetMessage): string {
  const isIn = direction === 'TO_PHONE';
  const size = encoding === null ? '' : `<span>${parts} × ${escapeHtml(encoding)}</span>`;
  return `<li class="${isIn ? 'in' : 'out'}"><p class="who">${isIn ? '' : '<span aria-hidden="true">→</span> '}<bdi>${escapeHtml(other)}</bdi></p><p class="text" dir="auto">${textWithLinks(text)}</p><p class="what"><time datetime="${escapeHtml(at)}">${escapeHtml(at.slice(0, 16).replace('T', ' '))} UTC</time>${size}<span>${MARKS[state]}</span></p></li>`;
}
