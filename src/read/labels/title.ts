/** Unit and year from the title of a report. */
import { arabicYears } from '../../report/closing';
import { fold, withoutPinyin } from './label';

export interface Title {
  readonly unit: string | null;
  readonly year: number | null;
}

const subject = /(?:政府)?信息(?:与政务)?公开(?:工作)?(?:年度)?(?:工作)?(?:年度)?(?:情况)?(?:的)?(?:报告|年报)/u;
const yearWords = /\(?(20\d{2})年(?:度)?\)?|\((20\d{2})\)/gu;
/** Days from which and to which a report is: no part of a name. */
const periodWords = /\(?(?:20\d{2}年)?\d{1,2}月\d{1,2}日?起?[-~—–―至到]+(?:20\d{2}年)?\d{1,2}月\d{1,2}日?止?\)?/gu;
/** Several years: which one a report is of, nobody can tell. */
const spanOfYears = /\(?20\d{2}年?(?:[-~—–―、,/至到和及]+20\d{2})+年?(?:度)?\)?/gu;
/** The year may stand anywhere in a title: 政府信息公开工作2022年度报告. */
const withoutYears = (folded: string): string =>
  folded.replace(spanOfYears, '').replace(yearWords, '').replace(periodWords, '');
const sentence = /[。;!?]/u;

/** Where a page says in which of its places one is: 您当前所在位置：首页>某乡>政务, Page8-……. It is no title of anything. */
const pageHeader =
  /[>›»→]|^(?:您|你)?(?:现在|目前|当前)?(?:的|所在|所处)*位置|^(?:网站)?首页|^page|^第?\d+页|^[上下]一[篇条页]/iu;

/** True for a line that is the title of a report, or its second half. */
export function isTitle(text: string): boolean {
  if (text.length < 6 || withoutPinyin(text).length > 90) return false;
  if (pageHeader.test(fold(text))) return false;
  const folded = withoutYears(arabicYears(fold(text)));
  return subject.test(folded) && !sentence.test(folded) && folded.replace(subject, '').length <= 50;
}

/** What a portal prints before a title: 标题：, 名称：. */
const caption = /^(?:(?:信息|文件|文章)?(?:名称|标题|题名)|附件?\d*)[:：]/u;
/** The same with a gap in place of the colon. */
const spacedCaption = /^\s*(?:标\s*题|题\s*名|名\s*称|(?:信息|文件)(?:名称|标题))\s+(?=\S)/u;
/** What no name of a body holds, and words of a page's menus that are the name of none. */
const noName =
  /[:：|_<>=/\\]|[A-Za-z]\d*-|关于|现将|印发|转发|公布如下|^(?:政务|政府|信息|部门|乡镇|街道|镇街|本|最新|历年|年度|工作|栏目|专栏|法定主动公开内容|首页)$|(?:信息|动态|专栏|栏目|目录|内容)$/u;
const bodyEnd =
  /(?:政府|委员会|委|办公室|办|厅|局|部|院|中心|处|所|站|乡|镇|街道|区|县|市|省|旗|州|盟|会|公司|学校|大学|学院|中学|小学|银行|队|馆|社|署)$/u;

/** Whether a text ends as the name of a public body does, whatever brackets behind it add: 某局（本级）. */
export const endsAsBody = (text: string): boolean => bodyEnd.test(fold(text).replace(/\([^()]*\)$/u, ''));

/** The words of a title before the year is taken out, without what stands around them. */
const plain = (text: string): string =>
  arabicYears(fold(text.replace(spacedCaption, '')))
    .replace(/\[bookmark:[^[\]]*\]/giu, '')
    .replace(/[《》]/gu, '')
    .replace(caption, '');

/** Whether the words that make two lines a title begin on the first of them: 2022年政 | 府信息公开工作年度报告. */
export function spans(upper: string, lower: string): boolean {
  const whole = withoutYears(plain(upper + lower));
  const at = subject.exec(whole)?.index ?? Infinity;
  return at < withoutYears(plain(upper)).length && !/人民政府$/u.test(fold(upper));
}

/** Unit and year that a title names, whatever the name looks like; either may be missing. */
export function readTitle(text: string): Title {
  const folded = plain(text);
  const years = [...folded.replace(spanOfYears, '').matchAll(yearWords)].map((match) => Number(match[1] ?? match[2]));
  const timeless = withoutYears(folded);
  const cut = timeless.slice(0, subject.exec(timeless)?.index);
  // 某县人民政府信息公开工作年度报告 says 政府 once for both.
  const name = (/人民$/u.test(cut) ? `${cut}政府` : cut)
    .replace(/^(?:关于)/u, '')
    .replace(/\(文字部分\)|年度$|[的:,、]+$/gu, '')
    .replace(/关于$/u, '')
    .replace(/^[^\p{L}]+|[^\p{L}\p{N})]+$/gu, '');
  const unit = name.replace(/\(/gu, '（').replace(/\)/gu, '）');
  return { unit: unit === '' ? null : unit, year: years[0] ?? null };
}

/** The same of a line of a page or a document, where words of a menu or of a path may stand in the place of the name. */
export function readPublishedTitle(text: string): Title {
  const { unit, year } = readTitle(text);
  return { unit: unit !== null && (noName.test(unit) || pageHeader.test(unit)) ? null : unit, year };
}

const unitLabel =
  /(?:^|[\s(])(?:(?:编制|编报|填报|填表|报送|报告)(?:单位|机关|部门|机构)|(?:单位|机关|部门)名称)(?:名称|全称)?\s*(?:\((?:单位)?(?:盖章|公章|签章|章)\))?\s*(?::|\t|\s{2})\s*([\p{Script=Han}()]{3,40})/u;

/** The name that a line gives behind a label: 填报单位（盖章）：某局. Null where it is none of a body. */
export function labelledUnit(line: string): string | null {
  const name = unitLabel.exec(line.normalize('NFKC').replace(/\u3000/gu, '  '))?.[1] ?? '';
  return endsAsBody(name) ? name.replace(/\(/gu, '（').replace(/\)/gu, '）') : null;
}
