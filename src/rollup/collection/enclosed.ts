/** Files that go with reports and are none: a note to the office, the notice that asked for the reports, a list of contacts. */
import { endsAsBody } from '../../read/labels/title';
import { nameKey } from '../names';
import type { Received } from '../received';
import type { Holding } from '../../read/failure';
import type { RosterIndex, RosterUnit } from './roster';

/** What people call such files. */
const noteNames =
  /说明|须知|通知|目录|清单|联系(?:人|方式|表|电话)|通讯录|名单|名册|承诺|回执|反馈|填报(?:要求|指南)|^附?注|备注|read[ _-]*me|notice|contact/iu;
/** Of these nothing is hidden from the reader: no picture, no drawing. */
const plainText = /\.txt$/iu;

const cut = (source: string): number => source.lastIndexOf('/') + 1;
const folderOf = (source: string): string => source.slice(0, cut(source));
const stemOf = (source: string): string => source.slice(cut(source)).replace(/\.[^.]*$/u, '');

/** The folders and archives that hold reports of one unit alone. */
function foldersOfOneUnit(received: readonly Received[]): Set<string> {
  const units = new Map<string, Set<string>>();
  for (const { source, unit } of received) {
    const folder = folderOf(source);
    units.set(folder, (units.get(folder) ?? new Set()).add(unit === null ? source : nameKey(unit)));
  }
  return new Set([...units].flatMap(([folder, own]) => (folder !== '' && own.size === 1 ? [folder] : [])));
}

interface Unread {
  readonly source: string;
  readonly holds?: Holding | null;
}

/**
 * Whether a file without a report has only to be told of, by its name and by what it stands with. It must be plain that it is
 * of something else, and no unit may be waiting whose report it could be meant to be.
 */
export function enclosedAmong(
  received: readonly Received[],
  index: RosterIndex | null,
  came: (unit: string) => boolean,
) {
  const folders = foldersOfOneUnit(received);
  return ({ source, holds }: Unread): boolean => {
    if (holds !== 'other') return false;
    const unit = index?.namedIn(source) ?? null;
    if (unit !== null && !came(unit.name)) return false;
    const stem = stemOf(source);
    return noteNames.test(stem) || (plainText.test(source) && folders.has(folderOf(source)) && !endsAsBody(stem));
  };
}

/** A report of the year that was read, and the unit of the list whose it is. */
export interface Current {
  readonly received: Received;
  readonly listed: RosterUnit | null;
}

/** The name of a body that is long enough to be told in the name of a file. */
const telling = 4;

/**
 * The report beside which a file of pictures alone was sent, as the page with the seal: of the unit after which it is called, else
 * of the one unit whose reports stand in its folder. `null`: it may be all that there is of its unit.
 */
export function reportBeside(current: readonly Current[], received: readonly Received[], index: RosterIndex | null) {
  const folders = foldersOfOneUnit(received);
  return ({ source, holds }: Unread): string | null => {
    if (holds !== 'pictures') return null;
    const unit = index?.namedIn(source) ?? null;
    const key = nameKey(source);
    const isCalled = ({ listed, received: { unit: name } }: Current): boolean => {
      const own = nameKey(name ?? '');
      return unit === null ? own.length >= telling && key.includes(own) : listed === unit;
    };
    const inFolder = (one: Current): boolean => folderOf(one.received.source) === folderOf(source);
    const called = current.find(isCalled);
    if (called !== undefined || unit !== null || endsAsBody(stemOf(source))) return called?.received.source ?? null;
    return folders.has(folderOf(source)) ? (current.find(inFolder)?.received.source ?? null) : null;
  };
}
