import type { Danger } from '../containers/archive';
import type { AsideKind } from '../containers/runs';
import type { LookReason } from '../doubt';
import type { ReadWords } from './wordTypes';

const at = (place: string): string => (place === '' ? '' : `（${place}）`);
/** What an office does that was sent a file. */
const askUnit = '请向单位要 .docx 或 .xlsx 文件。';
const blankNow = '相关单元格已留空，请对照原件填写。';

const unclearOther = (text: string): string => `${text}不一定显示出来，或不一定是数字的一部分`;
/** Why a cell was left blank. */
const unclear: Readonly<Record<AsideKind, (text: string) => string>> = {
  mark: (text) => `有上标或下标${text}，不能确定是不是数字的一部分`,
  struck: (text) => `只有划去的内容${text}`,
  deleted: (text) => `只有修订中删除的内容${text}`,
  hidden: (text) => `只有隐藏的内容${text}`,
  unclear: unclearOther,
  object: (text) => `是图片、控件或注${text}，没有读出数字`,
  unseen: (text) => `只有看不见或认不出的字${text}（白底白字、字号极小或图形字体）`,
  faint: unclearOther,
  remapped: unclearOther,
  stale: unclearOther,
  overlaid: unclearOther,
  broken: unclearOther,
  covered: (text) => `存着${text}，但这一格被合并单元格盖住，原件上看不见`,
  uncalculated: (text) => `是公式${text}，文件里没有保存计算结果`,
};
const leftOut: Readonly<Record<AsideKind, string>> = {
  mark: '的注释标记',
  struck: '划去的',
  deleted: '修订中删除的',
  hidden: '隐藏的',
  unclear: '不一定显示的',
  object: '的图片或控件',
  unseen: '看不见的',
  faint: '颜色很浅的',
  remapped: '所用字体不明的',
  stale: '没有更新的计算结果',
  overlaid: '可能被挡住的',
  broken: '分写两行的',
  covered: '被合并单元格盖住的',
  uncalculated: '没有结果的公式',
};

const lookReasons: Readonly<Record<LookReason, string>> = {
  faint: '是白色或很浅的字，从文件里看不出底色是深是浅，原件上可能看不见',
  remapped: '用的是文件自带的字体，原件上显示的数字可能与文件里写的不同',
  stale: '是 Word 里的公式算出的，与所加的各格不符，可能没有更新（选中后按 F9 更新）',
  overlaid: '可能被浮在表格上的文本框或图形挡住，原件上看到的可能不是这个数',
  broken: '在原件上因格子太窄分成上下两行，按一个数读入，也可能是两个数',
};

const dangers: Readonly<Record<Danger, string>> = {
  size: '解压后的大小与写明的不符，或远大于一份报告',
  count: '内部条目过多',
  path: '内部有指向文件以外的路径',
  xml: '内部含有不允许的 XML 内容',
  structure: '内部结构不合规范',
  content: '展开后的单元格或文字远多于一份报告',
  effort: '读取所需的时间或内存远多于一份报告',
};

/** The national format of documents goes by its Chinese name too. */
const inChinese = (format: string): string => (format === 'UOF' ? 'UOF（标文通）' : format);

export const wordsZh: ReadWords = {
  some: (names, count) => (names.length === 0 ? '' : names.join('、') + (count > names.length ? `等 ${count} 格` : '')),
  doubts: {
    cellCount: ({ title, details, place }) => {
      const where = `“${title(details.table)}”表格${details.row === null ? '' : `“${details.row}”行`}`;
      return details.expected === details.read
        ? `存疑：${where}的栏目名称没有读全，${details.read} 个数无法确定对应栏目${at(place)}。${blankNow}`
        : `存疑：${where}应有 ${details.expected} 个数，原文只能认出 ${details.read} 个，无法确定对应栏目${at(place)}。${blankNow}`;
    },
    rowRagged: ({ title, details, place }) =>
      `存疑：“${title(details.table)}”表格${details.row === null ? '' : `“${details.row}”行`}的单元格比栏目多或少，无法确定各数属于哪一栏${at(place)}。${blankNow}`,
    headsForeign: ({ title, details, place }) =>
      `存疑：“${title(details.table)}”表格${details.row === null ? '' : `“${details.row}”行`}的栏目“${details.printed}”是另一版格式的，其中的数不能填入本格式${at(place)}。${blankNow}`,
    rowTwice: ({ details, place }) =>
      `存疑：“${details.label}”出现了两次，数字不同，无法确定以哪一行为准${at(place)}。${blankNow}`,
    headTwice: ({ details, place }) =>
      `存疑：栏目“${details.label}”出现了两次，无法确定以哪一列为准${at(place)}。${blankNow}`,
    cellsMoved: ({ title, details, place }) =>
      `存疑：“${title(details.table)}”表${details.line === null ? '' : `的“${details.line}”`}有单元格错位：该有数的地方空着，不该有数的地方有数${at(place)}，可能删除或插入过单元格。${blankNow}`,
    cellsPerhapsMoved: ({ title, details, place }) =>
      `存疑：“${title(details.table)}”表的“${details.line}”${details.whole ? `整行空着，其余各行都填了${at(place)}：可能漏填，也可能表中的数都错了一行。` : `前面都填了，末尾空着${at(place)}：可能少了数，也可能删除过单元格、后面的数都错了位。`}已按现在的位置读入，请核对。`,
    headsUnread: ({ title, details, place, count }) =>
      `存疑：“${title(details.table)}”表格的栏目名称没有读全，${count} 个数按官方格式的栏目顺序读入${at(place)}。请逐列对照原件。`,
    headCut: ({ details, place, figures }) =>
      `存疑：栏目名称“${details.label}”不完整，按先后顺序读入：${figures}${at(place)}。请对照原件。`,
    labelDamaged: ({ details, place }) =>
      `存疑：原文写作“${details.printed}”，按“${details.label}”读入${at(place)}。请核对是否同一栏目。`,
    editionMixed: ({ details, place }) =>
      `存疑：表格混用了两种格式，原文“${details.printed}”是另一版格式的栏目，按“${details.label}”读入${at(place)}。请核对。`,
    editionUncertain: ({ edition }) =>
      `存疑：原文的栏目不足以判断属于哪一版格式，暂按${edition.document}读入。请核对。`,
    unitNameMissing: () => '存疑：没有读到单位名称。请填写。',
    yearMissing: () => '存疑：没有读到报告年度。请填写。',
    unitFromText: ({ details }) => `存疑：标题没有写单位，按正文或落款读作“${details.unit}”。请核对。`,
    yearFromText: ({ details }) => `存疑：标题没有写年度，按正文读作 ${details.year} 年。请核对。`,
    tableMissing: ({ title, details }) => `存疑：“${title(details.table)}”未读到表格，可能是图片或附件。${blankNow}`,
    rowsMissing: ({ title, details }) =>
      `存疑：“${title(details.table)}”表格缺 ${details.labels.length} 行：${details.labels.join('、')}。${blankNow}`,
    columnsMissing: ({ title, details }) =>
      `存疑：“${title(details.table)}”表格缺 ${details.labels.length} 列：${details.labels.join('、')}。${blankNow}`,
    unknownRow: ({ details, place }) =>
      `存疑：表格中有官方格式没有的行${details.label === '' ? '' : `“${details.label}”`}${at(place)}，没有读入。`,
    unknownColumn: ({ details, place }) =>
      `存疑：表格中有官方格式没有的列${details.label === '' ? '' : `“${details.label}”`}${at(place)}，没有读入。`,
    extraLine: ({ details, place }) => `提示：表格外的一行没有读入：“${details.text}”${at(place)}。`,
    annexUnread: ({ details, place }) =>
      `提示：附件、附表没有读入：“${details.text}”${at(place)}。其中如有年报的数字，请对照原件填写。`,
    blanksAsZero: ({ figures, count }) => `提示：原文空白的 ${count} 格按您的选择记为 0：${figures}。`,
    sheetsJoined: ({ details }) =>
      `提示：工作表“${details.parts}”合为一份报告读入，其中有的没有写明单位或年度。请核对是否同一份报告。`,
    cellUnread: ({ details, figures, place }) =>
      `存疑：${figures}的内容“${details.text}”不是数字${at(place)}。此格已留空，请对照原件填写。`,
    cellsTogether: ({ details, figures, place }) =>
      `存疑：“${details.text}”是写在一格里的几个数${at(place)}，其中可能有${figures}的数。这些格已留空，请对照原件填写。`,
    cellUnclear: ({ details, figures, place }) => {
      const told = details.text === '' ? '' : `“${details.text}”`;
      const why = unclear[details.reason](told);
      return `存疑：${figures}里${why}${at(place)}。此格已留空，请对照原件填写。`;
    },
    leftOut: ({ details, figures }) =>
      `提示：${figures}里${leftOut[details.reason]}“${details.texts.join('、')}”没有算进数字。请对照原件核对。`,
    seenOtherwise: ({ details, figures }) =>
      `存疑：${figures}${lookReasons[details.reason]}。已按所写的数读入，请对照原件核对。`,
    boxShared: ({ details, figures, place }) =>
      `存疑：${figures}这一格里不止一处有内容“${details.text}”${at(place)}，无法判断哪一个是本格的数。此格已留空，请对照原件填写。`,
    cellShared: ({ details, figures, place }) =>
      `存疑：${figures}在原件里合并成一格，其中写着“${details.text}”${at(place)}，无法判断属于哪一格。这些格已留空，请对照原件填写。`,
    cellTwice: ({ details, figures, place }) =>
      `存疑：${figures === '' ? '' : `${figures}：`}文件对同一单元格前后写得不同“${details.text}”${at(place)}，无法判断以哪个为准，没有读入。请对照原件填写。`,
    cellCrossed: ({ details, figures, place }) =>
      `存疑：${figures}的单元格画有斜线，“${details.text}”可能已经划去${at(place)}。此格已留空，请对照原件填写。`,
    boxInner: ({ details, figures, place }) =>
      `存疑：${figures}的“${details.text}”没有填在这一格的第一个单元格里${at(place)}，已按此格的数读入。请核对。`,
    looseNumber: ({ details, place }) =>
      `存疑：表格旁边或栏目名称里另有数字“${details.text}”${at(place)}，不在任何一格里，没有读入。如果它是表中的数，请填到相应的格里。`,
    otherYear: ({ details, title, place }) =>
      `存疑：“${title(details.table)}”表格上方写的是“${details.text}”${at(place)}，与报告的年度不同。表中的数已照样读入，请核对是不是本年的。`,
    unitConflict: ({ details, figures, place }) =>
      `存疑：${figures}写作“${details.text}”，单位与本栏不同${at(place)}。此格已留空，请换算后填写。`,
    unitUnknown: ({ details, figures, place }) =>
      `存疑：${figures}“${details.text}”没有写明单位，不能确定是元还是万元${at(place)}。数字按原样保留，请注明单位。`,
    sectionMissing: ({ title, details }) => `存疑：没有读到“${title(details.section)}”。请核对原件是否缺少这一部分。`,
    sectionRenamed: ({ title, details, place }) =>
      `存疑：原文标题“${details.text}”按“${title(details.section)}”读入${at(place)}。请核对。`,
    markedUnread: ({ count }) => `存疑：文件中有 ${count} 个数当初没有读出，仍为空。请对照原件填写。`,
    hiddenCells: ({ place }) => `存疑：表格中有隐藏的行或列，其中的数字也已读入${at(place)}。请核对。`,
    hiddenSheet: ({ details }) => `存疑：这份报告在隐藏的工作表“${details.sheet}”里，也已读入。请核对要不要用它。`,
    notCached: ({ figures, place }) =>
      `存疑：${figures}是公式，文件里没有保存计算结果${at(place)}。请用表格软件打开并保存一次后再导入。`,
    resultStale: ({ figures, place }) =>
      `存疑：${figures}是公式，文件里保存的结果与各分项之和不符，可能没有重新计算${at(place)}。暂按保存的结果读入；请用表格软件打开，按 F9 重新计算并保存后再导入。`,
    resultPending: ({ figures, place }) =>
      `存疑：${figures}是公式，生成这个文件的程序要求打开时重新计算，文件里存的结果可能不是打开后显示的数${at(place)}。暂按文件里的读入；请用表格软件打开并保存一次后再导入，或对照打开后的表核对。`,
    manualCalculation: ({ figures, place }) =>
      `存疑：工作簿设为手动计算，${figures}是公式，结果可能没有更新${at(place)}。请用表格软件打开，按 F9 重新计算并保存后再导入；或逐项核对。`,
    shownOtherwise: ({ details, figures, place }) =>
      `存疑：${figures}${details.shown === '' ? '在表里不显示' : `在表里显示为“${details.shown}”`}，单元格存的是 ${details.stored}${at(place)}，不能确定以哪个为准。${blankNow}`,
    shownRounded: ({ details, figures, place }) =>
      `存疑：${figures}在表里显示为“${details.shown}”，单元格存的是 ${details.stored}${at(place)}。按显示的数读入，请核对。`,
    cellsUnplaced: ({ details }) =>
      `存疑：文件没有写明 ${details.rows} 行表格的单元格各在哪一列，数字按先后次序读入。请逐项核对原件。`,
    textUnreadable: ({ details }) =>
      `存疑：这个 PDF 有 ${details.pieces} 处文字所用的字体没有写明是什么字，没有读出来。空白的单元格和缺少的文字，请对照原件填写。`,
    partUnread: ({ details }) =>
      `存疑：文档中嵌有${details.format === null ? '' : ` ${details.format} `}文件，没有读入其中的内容。请用 Word 打开，另存为 .docx 后再导入；或对照原件填写。`,
  },
  failures: {
    empty: () => '没有内容可读。请粘贴报告全文，或选择文件。',
    noReport: () =>
      '没有认出政府信息公开工作年度报告：既没有官方表格，也没有各部分标题。没有读入任何内容。请复制报告全文（含表格）再试。',
    tooLarge: ({ limit }) => `内容超过 ${limit} MB，没有读入。请只复制报告本身再试。`,
    fileTooLarge: ({ limit }) => `文件超过 ${limit} MB，没有读入。请删去图片等附件后另存再试。`,
    jsonSyntax: () => '文件不是完整的 JSON，可能没有下载完或被改动过。没有读入任何内容。请重新导出后再试。',
    foreignJson: ({ format }) =>
      `这个 JSON 不是勾稽导出的年报数据${format === null ? '' : `（格式写作“${format}”）`}。没有读入任何内容。`,
    unknownMajor: ({ format, known }) =>
      `年报数据的格式是“${format}”，本版本只认得第 ${known} 版。没有读入任何内容。请更新勾稽后再试。`,
    unknownEdition: ({ edition }) => `年报数据所用的格式版本“${edition}”不认得。没有读入任何内容。`,
    foreignKeys: ({ at, keys }) =>
      `年报数据${at === '' ? '' : `的 ${at} `}中有不认得的项“${keys.join('、')}”，可能被改动过。没有读入任何内容。`,
    repeatedKey: ({ key }) =>
      `年报数据中“${key}”写了不止一次，无法判断以哪个为准。没有读入任何内容，请用勾稽重新导出。`,
    figureTooLarge: ({ at }) => `年报数据的“${at}”大得不可能是件数或金额，可能被改动过。没有读入任何内容。`,
    invalidJson: ({ at }) => `年报数据的“${at}”缺失或内容不对，可能被改动过。没有读入任何内容。`,
    oldWord: () =>
      '这是 Word 95 或更早的文件，没有读入。请用 Word 或 WPS 打开，另存为 .docx 后再导入；或复制全文后粘贴。',
    pdfNoText: () =>
      '这个 PDF 里没有读到文字，可能是扫描件或图片（扫描件附带的识别文字看不见，也未必准确，没有采用）。没有读入任何内容。请导入原来的 Word 文件；或先用文字识别（OCR）软件转成 Word 再导入，并逐项核对。',
    encrypted: () => '文件设有打开密码，没有读入。请取消密码后再试。',
    sealed: () =>
      '文件是加密的，没有读入；打开时不一定会要求输入密码，Excel 对设了工作簿保护或写保护的文件也会这样加密。请用 Excel、Word 或 WPS 打开，取消密码和保护，另存为 .xlsx 或 .docx 后再导入；或复制全文（含表格）后粘贴。',
    binaryWorkbook: () =>
      '这是 Excel 二进制工作簿（.xlsb），没有读入。请用 Excel 打开，另存为“Excel 工作簿 (.xlsx)”后再导入。',
    otherDocument: ({ format }) =>
      `这是 ${inChinese(format)} 文件，没有读入。请用 Word 或 WPS 打开，另存为 .docx 后再导入；或复制全文后粘贴。`,
    otherWorkbook: ({ format }) =>
      `这是 ${format} 文件，没有读入。请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入；或复制全部单元格后粘贴。`,
    otherFormat: ({ format }) =>
      `这是 ${format} 文件，没有读入。请导入原来的 Word 文件；没有的，打开后复制报告全文，再粘贴。`,
    packed: ({ format }) => `这是 ${format} 压缩包，没有读入。请先解压，再选其中的 Word 或 Excel 文件。`,
    picture: () =>
      '这是图片，不能读取，没有读入任何内容。请导入原来的 Word 文件；没有的，在网页里复制年报全文（含表格），再粘贴。',
    archiveBroken: () => '文件已损坏或没有下载完，没有读入。请重新取得文件后再试。',
    archiveUnsafe: ({ danger }) =>
      `文件有异常（${dangers[danger]}），为安全起见没有读入。请向对方核实文件来源；确认可靠的，用 Word、Excel 或 WPS 打开，另存后再试；是 PDF 的，请导入原来的 Word 文件。`,
    unknownFile: () =>
      '不认得这种文件。可以导入 .docx、.doc、.wps、.xlsx、.xls、.et、.pdf、.html、.mht、.csv、.txt 和勾稽导出的 .json；也可以复制报告全文后粘贴。',
    fileGone: () =>
      '这个文件现在读不出来，可能已被移动、删除，或正被别的程序占用。没有读入任何内容。请在别的程序里关闭它，再重新选择。',
    internal: () => '读取时出错，没有读入任何内容。请复制报告全文后粘贴再试。',
  },
  collected: {
    empty: () => `文件是空的，没有读入。${askUnit}`,
    noReport: () => `没有认出年报：既没有官方表格，也没有各部分标题。请看看是不是选错了文件；没有选错的，${askUnit}`,
    tooLarge: ({ limit }) => `内容超过 ${limit} MB，没有读入。${askUnit}`,
    oldWord: () => `这是 Word 95 或更早的文件，没有读入。${askUnit}`,
    pdfNoText: () => `这个 PDF 里没有读到文字，可能是扫描件或图片，没有读入。${askUnit}`,
    encrypted: () => `文件设有打开密码，没有读入。请向单位要没有密码的 .docx 或 .xlsx 文件。`,
    sealed: () => `文件是加密的（可能设有密码或写保护），没有读入。请向单位要没有密码和保护的 .docx 或 .xlsx 文件。`,
    otherDocument: ({ format }) => `这是 ${inChinese(format)} 文件，没有读入。${askUnit}`,
    otherWorkbook: ({ format }) => `这是 ${format} 文件，没有读入。${askUnit}`,
    otherFormat: ({ format }) => `这是 ${format} 文件，没有读入。${askUnit}`,
    packed: ({ format }) => `这是 ${format} 压缩包，没有读入。请先解压，再选其中的文件；或改用 .zip 压缩包。`,
    picture: () => `这是图片，不能读取，没有读入。${askUnit}`,
    archiveBroken: () => '文件已损坏或没有传完，没有读入。请让单位重新发送。',
    unknownFile: () => `不认得这种文件，没有读入。${askUnit}`,
    internal: () => '勾稽读取时出错，没有读入。文件不一定有问题，请用 Word、Excel 或 WPS 打开，另存后再试。',
  },
};
