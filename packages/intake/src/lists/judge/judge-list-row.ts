import {
  cellName,
  isWorkbook,
  leavingKind,
  maskCell,
  readLeavingCell,
  ROW_REASONS,
} from '@adieu/domain';
import type { ListRecord } from '../list-shape.ts';
import { acceptContact } from './accept-contact.ts';
import { acceptOptOut } from './accept-opt-out.ts';
import type { JudgeBy, JudgedRow, RejectedListRow } from './list-row.ts';
import { readAddresses } from './read-addresses.ts';
import type { Refused } from './row-read.ts';

/** Whether a row of a list is taken, and as what. Each row gives one answer: taken, blank, or rejected with what to do about it. */
export function judgeListRow(record: ListRecord, by: JudgeBy): JudgedRow {
  const { line } = record;
  if ('blank' in record) return { line, blank: true };
  if ('broken' in record) return reject(record.value, line, { reason: record.broken }, by);
  const { cells } = record;
  if (cells.slice(by.mapping.length).some((cell) => cell.trim() !== ''))
    return reject('', line, { reason: 'TOO_MANY_CELLS' }, by);
  const left = by.kind === 'CONTACTS' ? leavingBeside(record.more) : null;
  if (left !== null) return reject('', line, { reason: 'UNCLEAR_LEAVING', field: left }, by);
  const fields = by.mapping.map(({ field }) => field);
  const { addresses, bad } = readAddresses(cells, fields, by.country);
  const leaving = readLeaving(cells, by);
  const judged =
    by.kind === 'OPT_OUTS'
      ? acceptOptOut({ line, cells, addresses, bad, leaving }, by)
      : acceptContact({ line, cells, addresses, bad, leaving }, by);
  return 'reason' in judged && !('line' in judged)
    ? reject(cells[judged.at ?? -1] ?? '', line, judged, by)
    : judged;
}

/** A name that the look did not meet, so that nobody was asked what it means, and by which somebody seems to have left. */
function leavingBeside(more: ReadonlyMap<string, string> | undefined): string | null {
  for (const [name, cell] of more ?? []) {
    const says = readLeavingCell(leavingKind(name), cell);
    if (says === 'LEFT' || says === 'UNSENDABLE') return name;
  }
  return null;
}

/** What the columns of leaving say of a person: nothing, where there are none. One left column is enough. */
function readLeaving(cells: readonly string[], { mapping }: JudgeBy) {
  const said = mapping.flatMap(({ column, field }, at) =>
    field === 'LEFT'
      ? [{ at, says: readLeavingCell(leavingKind(column) ?? 'WORDS', cells[at] ?? '') }]
      : [],
  );
  const unclear = said.find(({ says }) => says === 'UNSENDABLE' || says === 'UNKNOWN');
  return (
    said.find(({ says }) => says === 'LEFT') ??
    unclear ??
    said.find(({ says }) => says === 'STAYS') ??
    said[0] ??
    null
  );
}

function reject(
  value: string,
  line: number,
  { reason, at, field, message }: Refused,
  { format, mapping }: JudgeBy,
): RejectedListRow {
  const told = ROW_REASONS[reason];
  return {
    line,
    field: field ?? (at === undefined ? null : (mapping[at]?.column ?? null)),
    message: message ?? told.message,
    cell: at !== undefined && isWorkbook(format) ? cellName(at, line) : null,
    value: maskCell(value),
    reason,
    remedy: told.remedy,
  };
}
