import type { LeftOut } from '../../rollup/collection/leftOut';
/** A step of the task list and how it stands; the same as in `home/tasks`, which words may not import. */
type TaskId = 'previous' | 'disclosure' | 'applications' | 'review' | 'text' | 'check' | 'export';
type TaskState =
  | { readonly kind: 'open' | 'done' | 'ready' }
  | { readonly kind: 'begun'; readonly filled: number; readonly total: number }
  | { readonly kind: 'wrong' | 'ask' | 'waiting'; readonly count: number };

/** What the pane says in Chinese. The compiler holds the other languages to the same keys. */
export const zh = {
  product: '勾稽 · 政府信息公开年报校验',
  privacy: '仅处理非涉密信息。数据不离开本机。',
  guide: '使用指南',
  /** Empty where there is none. */
  guidePage: 'help.html',
  close: '关闭',
  cancel: '取消',
  loading: '正在加载…',
  back: '返回',
  leave: '离开',
  unused: { title: '填的内容还没有用上', ask: '这里填写的内容还没有用上，离开就没有了。' },
  yearOf: (year: number) => `${year}年`,
  unnamedUnit: '单位名称未填',
  unknownYear: '年度未填',
  editionName: (edition: string) => `${edition}版格式`,
  levels: { fault: '须改正', explain: '须核实', remark: '提示' },

  tabs: { label: '功能', fill: '填表', check: '校验', text: '文字', export: '导出', county: '收表汇总' },

  county: {
    title: '收表汇总',
    roster: '单位名单',
    noRoster: '还没有单位名单。没有名单也可以汇总，但不能列出未报的单位。',
    rosterCount: (count: number) => `名单中有 ${count} 个单位`,
    rosterFile: '选择名单文件',
    rosterPaste: '粘贴名单',
    rosterHint: '每行一个单位；也可以连同表头粘贴多列：单位名称、曾用名、简称、类别、行政层级、是否计入汇总、承接自。',
    rosterUse: '采用这份名单',
    rosterUnread: '没有从这个文件中读到单位名单。请用 .xlsx、.xls、.docx、.csv 或 .txt 文件，有一列“单位名称”。',
    rosterUnreadText: '没有从粘贴的内容中读到单位名单。请每行写一个单位，或者连同表头一起粘贴。',
    files: '各单位的报告',
    chooseFiles: '选择文件',
    chooseFolder: '选择文件夹',
    drop: '也可以把文件或压缩包（.zip）拖到这里。再次选择的文件会加进来；同一单位的同名文件替换原来的。',
    reading: (done: number, all: number) => `已读 ${done} / ${all}`,
    left: (seconds: number) => (seconds < 60 ? `约剩 ${seconds} 秒` : `约剩 ${Math.ceil(seconds / 60)} 分钟`),
    pause: '暂停',
    goOn: '继续',
    paused: '已暂停，读到的都还在。',
    cancelled: (count: number) => `已取消，${count} 个文件没有读取。读到的都还在，可以再选择文件。`,
    brought: (files: number, reports: number) => `刚才读了 ${files} 个文件，读出 ${reports} 份年报。`,
    broughtSheets: (reports: number) => `刚才从本工作簿取到 ${reports} 份年报。`,
    year: '年度',
    unit: '汇总单位',
    unitHint: '例如：云溪县人民政府',
    years: (years: string, taken: number | null) =>
      taken === null
        ? `报告的年度不一（${years}），请写明要汇总的年度。`
        : `报告的年度不一（${years}），多数为 ${taken} 年，暂按 ${taken} 年汇总；不对的，请写明要汇总的年度。`,
    all: '全部',
    attention: '须处理',
    search: '查找单位或文件',
    sort: '排序',
    sorts: { list: '按名单', state: '按情况', faults: '按须改正多少' },
    table: '各单位情况',
    counts: (fault: number, explain: number, remark: number) =>
      `须改正 ${fault} 处，须核实 ${explain} 处，提示 ${remark} 处`,
    none: '没有符合条件的单位。',
    openSheet: '打开到工作表修改',
    opened: (sheet: string) => `已放到工作表“${sheet}”。在那里改好后，回到这里点“取回改好的”。`,
    takeMended: '取回改好的',
    mendedGone: (sheet: string) =>
      `没有取回：工作表“${sheet}”上没有这个单位的年报，或者现在读不到它。原来收到的那份没有变。请打开这张表看看；有单元格正在编辑的，按 Enter 完成后再点一次。`,
    accept: '采用',
    setAside: '不采用',
    undo: '撤销处理',
    reason: '理由',
    isUnit: (name: string) => `确认是“${name}”并采用`,
    doubts: '存疑',
    findings: '问题',
    absent: (units: readonly string[]) =>
      `上次计入的 ${units.length} 个单位（${units.slice(0, 3).join('、')}${units.length > 3 ? '等' : ''}）的报告这次还没有选，现在生成的结果里没有它们。要一起汇总，请再选择这些文件。`,
    notTaken: (reports: readonly { unit: string; source: string }[]) =>
      `有 ${reports.length} 份采用过的报告这次没有选，现在计入的是该单位另外的文件：${reports
        .slice(0, 3)
        .map(({ unit, source }) => `${unit}（采用过“${source}”）`)
        .join('、')}${reports.length > 3 ? '等' : ''}。请再选择采用过的那些文件，或者核对现在计入的。`,
    copyNames: (count: number) => `复制这 ${count} 个名称`,
    notCopied: '这里不能自动复制。名称在“收表情况”表上也有。',
    comparedWith: (source: string) => `与“${source}”比较`,
    difference: (figure: string, theirs: string, own: string) => `${figure}：那份 ${theirs}，这份 ${own}`,
    moreDifferences: (count: number) => `还有 ${count} 个数不同`,
    undecided: (count: number) => `${count} 个数两份都没有读出，是否相同无法判断`,
    otherParagraphs: (count: number) => `${count} 段文字不同`,
    noDifference: '两份的数和文字都相同。',
    values: { blank: '空白', unread: '没有读出' },
    /** `told`: how many of them are named. */
    notReports: (files: readonly string[], told = 3) =>
      `有 ${files.length} 个文件不是能读的类型，没有读取：${files.slice(0, told).join('、')}${files.length > told ? '等' : ''}。压缩包请改成 .zip；图片、扫描件请向单位要 .docx 或 .xlsx 文件。`,
    unsaved:
      '名单、处理意见或提过的修改意见还没有保存，关闭窗格就没有了。“生成汇总表”“生成修改意见”“保存收表情况”都会保存它们。',
    sheetsChanged: '“单位名单”或“收表情况”刚在表上改过，已按表上的更新。请看一遍，再点一次。',
    sheetsUnread:
      '没有读到“单位名单”“收表情况”等工作表：可能有单元格正在编辑，或 Excel 正忙。没有写入任何内容，表上的内容都没有变。请按 Enter 完成编辑，再点一次。',
    keptUnread:
      '没有读到本工作簿中保存的单位名单、处理意见和修改意见：可能有单元格正在编辑，或 Excel 正忙。表上的内容都没有变；为免覆盖它们，读到以前不生成汇总和修改意见。请按 Enter 完成编辑，再试一次。',
    sheetsNotTaken:
      '没有读到本工作簿中的年报表：可能有单元格正在编辑，或 Excel 正忙。什么也没有取入，以前收到的没有变。请按 Enter 完成编辑，再点一次。',
    sheetsTooLarge:
      '工作簿内容太多，没有读全，什么也没有取入，以前收到的没有变。请把各单位的年报另存为文件，再选择这些文件。',
    nothingCame: '还没有收到这个单位的报告。',
    nothingRead: '这些文件里没有读出年报。请向单位另要文件；能打开的，也可以另存后再选择。',
    copyLetter: '复制修改意见',
    outputs: '结果',
    counting: (count: number, { units, files }: LeftOut) =>
      `现在计入 ${count} 份${units === 0 ? '' : `；名单中还有 ${units} 个单位没有计入`}${files === 0 ? '' : `；${units === 0 ? '' : '另'}有 ${files} 份文件没有计入`}。`,
    makeSum: '生成汇总表',
    sumUnnamed: '还没有填“汇总单位”。汇总表的标题和落款要用它，现在填最省事。',
    nameSum: '去填写',
    sumAnyway: '不填，照样生成',
    makeLetters: '生成修改意见（压缩包）',
    makeBook: '导出汇总工作簿',
    makeLong: '生成数据明细表',
    keep: '保存收表情况',
    sumDone: (count: number, unsure = 0) =>
      `已汇总 ${count} 份报告，放在新的工作表；谁计入、谁没有计入见“汇总情况”，各单位的数见“数据来源”。${unsure === 0 ? '' : `有 ${unsure} 个数有的单位没有填或没有读出，汇总得不全，逐条写在“汇总情况”的后面。`}`,
    sumThere: (sheet: string) => `已有汇总表“${sheet}”。要怎么做？`,
    updateSum: '更新这张汇总表',
    updateHint: '更新：只改数有变化的格，文字和别的内容不动，可以撤回；“汇总情况”“数据来源”两张表重新生成。',
    anotherSum: '另写一张新的',
    sumUpdated: (sheet: string, cells: number) =>
      cells === 0
        ? `“${sheet}”的数没有变化；“汇总情况”“数据来源”已重新生成。`
        : `已更新“${sheet}”中的 ${cells} 格；“汇总情况”“数据来源”已重新生成。`,
    keptDone: '已写在工作表“单位名单”“收表情况”上；提过的修改意见在“修改意见”上。',
    longDone: (sheet: string) => `已放在工作表“${sheet}”：每行一个数，可以直接做数据透视表。`,
    longTooMany: '数太多，工作表放不下。请用命令行 gouji rollup 保存为 .csv 或 .parquet。',
    lettersUndecided: (units: readonly string[]) =>
      `下列 ${units.length} 个单位报了不同的几份，还没有采用其中一份，没有生成修改意见：${units.slice(0, 5).join('、')}${units.length > 5 ? '等' : ''}。`,
    lettersNone: '没有须改正、须核实的问题，也没有须补充的内容，不需要修改意见。',
    lettersName: (year: number) => `${year}年年报修改意见.zip`,
    bookName: (year: number) => `${year}年年报汇总.xlsx`,
    letterFile: (unit: string) => `${unit}修改意见`,
    workbook: '本工作簿',
    takeSheets: '取本工作簿中的年报表',
    noSheets: '本工作簿中没有年报表。',
    previous: '上年年报',
    previousHint: '可选：用来核对结转、查找骤增骤减和雷同',
    previousCount: (count: number, unread: number) =>
      `已读 ${count} 份${unread === 0 ? '' : `，${unread} 个文件没有读入`}`,
    previousUnread: (files: readonly { readonly source: string; readonly failure: string }[], told = 20) =>
      [
        `有 ${files.length} 个文件没有读入，没有用来核对：`,
        ...files.slice(0, told).map(({ source, failure }) => `${source}：${failure}`),
        ...(files.length > told ? ['等'] : []),
      ].join('\n'),
    saved: '上次保存的情况',
    savedAs: (counts: string) =>
      `上次保存的情况：${counts}。要修改、生成汇总或意见，请再选择报告文件；同名文件的处理意见仍然有效。`,
    listMark: '；',
    again: (counts: string) => `上次意见：${counts}`,
    aboutThis: (round: number) => `第 ${round} 次修改意见针对的就是这一份`,
    lastLetter: '上次意见的办理情况',
    trace: '查看数据来源',
    traceHint: '选一个栏目，看汇总数来自哪些单位；在汇总表里点选单元格也可以。',
    published: '与已有汇总比较',
    publishedHint: '收到的报告中有汇总的（如已公布的），看与各单位之和差在哪里、因为哪些单位。',
    comparing: '正在比较…',
    traceFigure: '栏目',
    traceHeads: { unit: '单位', now: '本年', before: '上年', sum: '汇总' },
    traceRest: (count: number) => `其余 ${count} 个单位没有列出（为 0、空白，或排在后面）。`,
    outliers: (count: number) => `值得核实 ${count} 处`,
    outliersHint: '与其他单位、与上年比较得出，是问题，不一定是错误，也不影响汇总。',
    onlyFolder: '文件夹中没有可以读取的文件。',
  },

  status: {
    region: '当前年报',
    sheet: (sheet: string) => `工作表“${sheet}”`,
    lastChecked: (time: string) => `最后校验 ${time}`,
    neverChecked: '尚未校验',
    checkNow: '立即校验',
    checking: '正在校验…',
    starting: '正在查找工作簿中的年报表格…',
    change: '更换',
    which: '工作簿中有多份年报，请选择要校验的一份：',
    list: '工作簿中的年报',
    hidden: '所在工作表已隐藏，取消隐藏后可选',
    duplicates: (title: string) => `有多张工作表是同一份年报（${title}）。导出前请确认当前这张是要用的一张。`,
    manualCalculation:
      '工作簿设为手动计算，合计等公式的结果可能没有更新，校验以单元格现有的结果为准。请按 F9 重新计算，或在“公式”选项卡把计算选项改为自动。',
    partlyRead: '工作表内容超出校验范围，未全部检查。请把年报表格移到前 400 行、前 52 列以内。',
  },

  troubles: {
    editing: '单元格正在编辑，下面是编辑前的结果。按 Enter 完成编辑后自动校验。',
    protected: '工作表受保护，部分操作不能进行。请在“审阅”中撤销工作表保护。',
    busy: 'Excel 正忙，下面是上一次的结果，稍后自动重试。',
    tooLarge: '工作簿内容太多，未能全部读取，下面是上一次的结果。',
    unreachable: '暂时读不到工作簿，下面是上一次的结果。请点一下工作表，稍后自动重试。',
    notLoaded: '勾稽没有加载完整，还不能读取工作簿。请检查网络；过几秒会自动再试。',
  },

  /** The same where the workbook was not read once: there is no last state. */
  notReadYet: {
    editing: '单元格正在编辑，还没有读到工作簿。按 Enter 完成编辑后自动读取。',
    busy: 'Excel 正忙，还没有读到工作簿，稍后自动重试。',
    tooLarge: '工作簿内容太多，没有读出来。',
    unreachable: '还没有读到工作簿。请点一下工作表，稍后自动重试。',
  },

  writeFailures: {
    sheetExists: (sheet: string) =>
      `已有同名工作表“${sheet}”，没有写入任何内容。勾稽不覆盖已有的工作表：可以直接用已有的那张；要另外再写一张，请先给它改名，再试一次。`,
    protected: '工作表或工作簿受保护，没有写入任何内容。请先在“审阅”中撤销保护，再试一次。',
    editing: '单元格正在编辑，没有写入任何内容。请按 Enter 完成编辑，再试一次。',
    ownTitle:
      '年报标题不是“单位名称＋年度＋政府信息公开工作年度报告”的样子，没有写入任何内容。请直接在工作表的标题里改单位名称。',
    textChanged: '工作表里的这段文字已被改动，没有写入任何内容。',
    noReport: '没有找到要写入的年报表格，没有写入任何内容。请先点选年报所在的工作表。',
    changedMeanwhile: (count: string) =>
      `这期间有 ${count} 格被改动，没有写入任何内容：以工作表现在的内容为准。请核对后再试一次。`,
    notPutBack: (sheet: string, left: readonly { readonly cell: string; readonly held: string }[], told = 5) => {
      const held = left.flatMap((each) => (each.held === '' ? [] : [`${each.cell}：${each.held}`]));
      const blank = left.flatMap((each) => (each.held === '' ? [each.cell] : []));
      const more = blank.length > told ? `等 ${blank.length} 格` : '';
      return [
        `工作表“${sheet}”有 ${left.length} 格没能恢复，现在是勾稽写入的内容；其他格没有变。请改回原来的内容：`,
        ...held,
        ...(blank.length === 0 ? [] : [`${blank.slice(0, told).join('、')}${more}：空白`]),
        '写入的同时这张表被别处改动，又不能再写。受保护的，请先在“审阅”中撤销保护；刚增减过行、列的，格的位置可能已移动。',
      ].join('\n');
    },
    seeAbove: '没有写成，有的格没能恢复：见上方的说明。',
    notAsMade: (count: string) => `这张汇总表有 ${count} 格不是上次汇总写入的数，没有更新任何内容。可以另写一张新的。`,
    tooLarge: (sheet: string) =>
      `“${sheet}”太大，放不下（最多 1,048,576 行、16,384 列、每格 32,767 字），没有写入任何内容。单位太多的，请用命令行 gouji rollup 保存为 .csv 或 .parquet；理由、名称太长的，请改短。`,
    leftOver: (sheets: string) =>
      `插入没有完成，工作簿里可能留下了不完整的工作表“${sheets}”，原有的工作表没有改动。请删除它们后再试一次。`,
    changedSince: (count: string) =>
      `填入之后又改过 ${count} 格，没有撤回：工作表里的内容保持原样。不需要的，请自行删除工作表。`,
    failed: (detail: string) => `没有完成，请再试一次。${detail === '' ? '' : `Excel 的说明：${detail}`}`,
  },

  undo: {
    region: '撤回',
    takeBack: '撤回',
    last: (
      deed: 'zeros' | 'repair' | 'carry' | 'totals' | 'fill' | 'text' | 'sum' | 'file',
      cells: number,
      sheet: string,
    ) => {
      const names = {
        zeros: '其余填 0',
        repair: '采用建议值',
        carry: '填入上年结转',
        totals: '总计改为公式',
        fill: '新填的工作表',
        text: '改写文字',
        sum: '更新汇总表',
        file: '按文件改数',
      };
      return `刚才：${names[deed]}${cells > 0 ? `（${cells} 格）` : ''}${deed === 'fill' ? '' : '，'}“${sheet}”`;
    },
    done: (kept: number) => (kept === 0 ? '已撤回。' : `已撤回。其中 ${kept} 格后来又改过，保持现在的内容。`),
  },

  welcome: {
    empty: '当前工作簿中没有年报表格。可以：',
    unread: '还不知道工作簿中有没有年报表格；有的，读到后会显示在这里。也可以：',
    previous: '导入上年年报',
    previousHint: '粘贴或打开上年公布的年报，用来核对“上年结转”等数据',
    blank: '新建空白年报表',
    blankHint: '按国务院办公厅规定的格式，合计公式、校验标示已备好',
    file: '导入已有的 Word 或 Excel 文件',
    fileHint: '也可以直接粘贴网页、Word 里的年报内容',
    countyHint: '汇总各单位报来的年报：核对名单、退回修改、生成汇总表',
    elsewhere: '已有年报表格时，点选它所在的工作表即可自动校验。',
  },

  newReport: {
    title: '新建年报表',
    unit: '单位名称',
    unitHint: '印在标题里，可以以后再填',
    year: '年度',
    yearInvalid: '请填 2000 至 2100 之间的年份',
    edition: '格式',
    editionOption: (edition: string, document: string) => `${edition}版（${document}）`,
    editionDue: (year: number, edition: string) => `${year}年年报应使用${edition}版格式`,
    editionOther: (year: number, edition: string) => `${year}年年报应使用${edition}版格式，请确认确实要用另一种`,
    totals: '合计',
    totalsFormulas: '由公式计算',
    totalsFormulasHint: '各项填完后自动得出。总计由公式计算，不能据此发现漏填、错填',
    totalsTyped: '手工填写',
    totalsTypedHint: '与各项之和逐一核对，能发现漏填、错填',
    insert: '新建',
    inserting: '正在建表…',
    done: (sheet: string) => `已建好工作表“${sheet}”，可以填写了。`,
  },

  unit: {
    title: '单位信息',
    hint: '填了单位类别和行政层级，才能核对报送期限、制定规章的权限等。信息保存在工作表“校验说明”里。',
    nameHint: '改在表格和文字两张工作表的标题里',
    kind: '单位类别',
    kindByName: (kind: string) => `从名称看，应是“${kind}”`,
    kinds: { government: '政府', department: '政府部门', town: '乡镇', street: '街道', other: '其他' },
    level: '行政层级',
    levels: { national: '国家级', province: '省级', city: '市级', county: '县级', town: '乡级' },
    unknown: '不填',
    creditCode: '统一社会信用代码',
    creditCodeHint: '18 位，写入导出的数据，可以不填',
    creditCodeInvalid: '应为 18 位数字和大写字母',
    contactHint: '导出的 Word 和网页写在第六部分之后',
    signed: '文末落款',
    signedHint: '导出的 Word 和网页在正文后写单位名称和日期',
    signedAs: '落款单位',
    signedAsHint: '与单位名称不同时才填',
    signedOn: '落款日期',
    signedOnHint: '公布时填写，不沿用上年的日期',
    signedEarly: (year: number) => `早于 ${year} 年 12 月，可能是以前的日期，请核对。`,
    save: '保存',
    done: '单位信息已保存。',
    leaveTitle: '单位信息还没有保存',
    leaveAsk: '这里改过的内容还没有保存，离开就没有了。',
  },

  fill: {
    undecided: '请先在上方选择一份年报。',
    zeros: '其余填 0',
    zerosOf: (count: number) => `其余 ${count} 格填 0`,
    zerosTitle: '其余填 0',
    zerosAsk: (tables: readonly string[], count: number) =>
      `将在${tables.map((table) => `“${table}”`).join('')}的 ${count} 个空白单元格填入 0。请确认这些项目确实没有发生。已填的数字、文本和公式不变。`,
    zerosNone: '现在没有可以填 0 的空白：都与别处的数不符。',
    zerosConfirm: '填入 0',
    zerosDone: (count: number, left: number) =>
      `已填入 ${count} 个 0。${left > 0 ? `${left} 格与别处的数不符，仍为空白。` : ''}`,
    totals: '合计方式',
    totalsFormulas: '总计由公式计算，不能据此发现漏填、错填。',
    totalsTyped: '总计为手工填写，与各项之和逐一核对。',
    totalsMixed: '总计部分由公式计算、部分为手工填写。',
    totalsToFormulas: '改为公式计算',
    totalsDone: (cells: number) => `已有 ${cells} 格改为公式。与各项之和不一致的总计保持原数。`,
    totalsDiffer: '手工填写的总计与各项之和不一致，或各项没有填全，不能改为公式；核对改正后可以改。',
    more: '其他',
  },

  tasks: {
    title: '接下来做什么',
    names: {
      previous: '上年数据',
      disclosure: '主动公开表',
      applications: '申请表',
      review: '复议诉讼表',
      text: '文字',
      check: '校验',
      export: '导出',
    },
    state: (state: TaskState, id: TaskId): string => {
      switch (state.kind) {
        case 'open':
          return id === 'previous' ? '未导入，不能核对上年结转' : id === 'export' ? '还有事项未完成' : '未开始';
        case 'begun':
          return id === 'text' ? `写了 ${state.filled}/${state.total} 部分` : `填了 ${state.filled}/${state.total}`;
        case 'waiting':
          return `未填 ${state.count} 格，尚不能校验完`;
        case 'wrong':
          return `${state.count} 处须改正`;
        case 'ask':
          return `${state.count} 处须核实`;
        case 'ready':
          return '可以导出';
        case 'done':
          return id === 'previous' ? '已导入' : '完成';
      }
    },
    action: (id: TaskId, kind: TaskState['kind']): string => {
      switch (id) {
        case 'previous':
          return kind === 'done' ? '对比' : '导入';
        case 'text':
          return kind === 'done' ? '查看' : '去写';
        case 'check':
          return kind === 'wrong' ? '去改正' : '查看';
        case 'export':
          return '导出';
        default:
          return kind === 'wrong' ? '去改正' : kind === 'done' ? '查看' : '去填写';
      }
    },
    county: '各单位的年报',
    countyHint: '负责收表、退回修改和汇总的单位用',
    unnamed: '未填，标题和落款都不完整',
    allZeros: (cells: number) => `各表其余 ${cells} 格都填 0`,
    carry: (cells: number) => `带入上年结转（${cells} 格）`,
    carried: (cells: number) => `已按上年年报填入“二、上年结转” ${cells} 格（浅蓝色，改动后颜色消失），请核对。`,
    went: '已到该格：点一下或按 Esc 后录入',
    nameUnit: () => `${zh.newReport.unit}：${zh.tasks.action('disclosure', 'open')}`,
    actionOn: (id: TaskId, kind: TaskState['kind']): string => `${zh.tasks.names[id]}：${zh.tasks.action(id, kind)}`,
  },

  help: {
    title: '选中的单元格',
    formOnly: '表中没有更多说明，按栏目名称填写。',
    article: (article: string) => `《政府信息公开条例》${article}`,
    equations: '应当相等的数',
    sumFrom: (first: string, last: string, sum: string) => `${first}至${last}之和 ${sum}`,
    states: {
      equal: () => '，相符',
      unequal: (difference: string) => `，不符，相差 ${difference}`,
      open: () => '，未填全',
    },
    lastYear: (kind: 'same' | 'carried' | 'sum', name: string, value: string) =>
      ({
        same: `上年：${value}`,
        carried: `上年年报${name}：${value}`,
        sum: `上年只有${name}一行：${value}，与本年三行之和比较`,
      })[kind],
    noCounterpart: '上年的格式没有这一栏。',
    carriedUntouched: '现在的数与上年年报的结转数相同，还没有改动；核对无误即可保留。',
  },

  overview: {
    title: '三张表一览',
    table: (table: string) => `${table}：各格的情况`,
    figure: (name: string, mark: 'filled' | 'blank' | 'broken' | 'explained' | 'carried') =>
      `${name}　${zh.overview.marks[mark]}`,
    marks: { filled: '已填', blank: '未填', broken: '须改正', explained: '已说明', carried: '上年带入' },
  },

  zeros: {
    contradicted: '以下空白与别处的数不符，不会按 0 填入，除非勾选：',
    anyway: '确实为 0，也填入',
  },

  importing: {
    title: '导入报告',
    previousTitle: '导入上年年报',
    paste: '粘贴年报内容',
    pasteHint: '在网页或 Word 里选中整篇年报，复制，在这里粘贴（Ctrl+V）',
    keptTables: '已连同表格结构一起粘贴',
    dropTables: '改用纯文本读取',
    read: '读取',
    reading: '正在读取…',
    choose: '选择文件…',
    fileTypes: '可以打开 docx、doc、wps、xlsx、xls、et、pdf、html、txt、json，也可以拖到这里',
    dropHere: '松开鼠标，读取文件',
    failedToLoad: '读取功能没有加载成功，请再试一次。您粘贴的内容还在。',
    copyCause: '复制错误信息',
    causeCopied: '已复制，不含您的数据',
    several: (count: number) => `读到 ${count} 份年报，请选择一份核对并填入：`,
    review: '核对读到的内容',
    otherYear: (year: number, due: number) =>
      `读到的是 ${year} 年的年报。现在要报的是 ${due} 年年报，它的上年是 ${due - 1} 年，请看看是不是选错了文件。`,
    leaveTitle: '改过的还没有填入',
    leaveAsk: (count: number) => `这里改过的 ${count} 处还没有填入，离开就没有了。`,
    notWritten: '尚未写入工作簿。核对无误后再填入。',
    beside: (sheets: readonly string[]) =>
      `文件里另有${sheets.map((sheet) => `“${sheet}”`).join('')}，不是年报，没有读入。`,
    figuresRead: (read: number, total: number) => `读到 ${read} / ${total} 个数`,
    doubts: (count: number) => `存疑 ${count} 处`,
    noDoubts: '没有存疑之处',
    toCells: (count: number) => (count === 1 ? '查看单元格' : `查看 ${count} 个单元格`),
    from: (place: string, text: string) => `来源：${place}，原文“${text}”`,
    fromPlace: (place: string) => `来源：${place}`,
    edited: '已手工修改',
    notRead: '未读到，填入后为空白',
    notANumber: '这里只能填数字',
    blankIsZero: (count: number) => `原文空白的 ${count} 格都填 0`,
    blankIsZeroHint:
      '确认空白表示“没有发生”时再选。每一格都在“校验说明”工作表留一条备注；没有读到的栏目不填，仍为空白。',
    blankAsZero: '原文空白，按您的选择填 0',
    figures: '表格部分',
    focusHint: '点选一个数，这里显示它在原文的位置',
    amountUnit: '金额单位',
    skipFigures: '跳过表格，到“填入”按钮',
    onlyDoubts: '只看存疑和空白',
    allRows: '显示全部',
    noSuchRows: '没有存疑或空白的行',
    sections: '文字部分',
    sectionLength: (paragraphs: number, characters: number) => `${paragraphs} 段，${characters} 字`,
    closing: '文末落款',
    sectionMissing: '没有读到',
    typedTotals: '总计按原文填入，不改成公式，印错的总计会保留下来供核对。',
    againstTitle: '与表中的不同',
    against: (sheet: string, count: number) =>
      count === 0
        ? `“${sheet}”已有这份年报，读到的数和文字与它相同。`
        : `“${sheet}”已有这份年报。读到的与它有 ${count} 处不同：`,
    againstFormula: (change: string) => `${change}（由公式计算，不改）`,
    /** `added`: whole paragraphs; `gone`: how those begin that are no more. */
    againstText: (title: string, added: readonly string[], gone: readonly string[]) =>
      added.length + gone.length === 0
        ? `${title}：各段相同，次序不同`
        : `${title}：${[...added, ...(gone.length === 0 ? [] : [`（不再有：${gone.map((line) => `“${line}”`).join('、')}）`])].join(' ')}`,
    againstMore: (count: number) => `还有 ${count} 处没有列出。`,
    againstKept: (count: number) => `另有 ${count} 格表中有数而没有读到，或金额单位不同，保持原样。`,
    take: (count: number) => `只改这 ${count} 处`,
    taken: (cells: number, sections: number) =>
      `已按读到的改了 ${[...(cells > 0 ? [`${cells} 格`] : []), ...(sections > 0 ? [`${sections} 个部分的文字`] : [])].join('、')}，可以${Number(cells > 0) + sections > 1 ? '逐步' : ''}撤回。`,
    fill: '填入工作表',
    filling: '正在填入…',
    fillAndBegin: (year: number) => `填入并新建${year}年年报表`,
    begun: (last: string, next: string, carried: boolean) =>
      `上年年报已填入“${last}”。已建好“${next}”${carried ? '，上年结转已按上年年报带入（浅蓝色，改动后颜色消失），请核对' : ''}。上年的文字没有复制，在“文字”里可以对照。`,
    again: '重新导入',
    done: (sheet: string) => `已填入工作表“${sheet}”。`,
    nextYear: (year: number) => `接着新建 ${year} 年年报表`,
  },

  check: {
    none: '已校验，未发现须改正的问题。',
    noneWith: (explains: number, remarks: number) =>
      `已校验，未发现须改正的问题。另有 ${[
        ...(explains > 0 ? [`${explains} 处须核实`] : []),
        ...(remarks > 0 ? [`${remarks} 处提示`] : []),
      ].join('、')}。`,
    unfilled: (blanks: number) => `未填 ${blanks} 格，尚不能校验。`,
    partlyFilled: (blanks: number) =>
      `已填的部分未发现须改正的问题；未填 ${blanks} 格，与它们有关的勾稽关系尚不能校验。`,
    ofUnits:
      '这张表是各单位的汇总，这里的不符多半来自某个单位。是哪个单位，见“收表汇总”的“查看数据来源”：请它改正后更新汇总表，不要只改这里的数。',
    ofUnitsUnread:
      '没有读到“汇总情况”，不知道这张表是不是各单位的汇总：可能有单元格正在编辑，或 Excel 正忙。表上的内容没有变。如是汇总，请单位改正后更新汇总表，不要只改这里的数。',
    showAll: '显示全部',
    /** Behind a list that is not shown whole: how many more come next, and how many are left. */
    more: (next: number, left: number) => `再显示 ${next} 条（还有 ${left} 条）`,
    only: (level: string, hidden: number) => `只显示${level}${hidden > 0 ? `，另有 ${hidden} 处没有显示` : ''}`,
    filteredOut: (level: string | null, place: string | null) =>
      `${place === null ? '' : `${place}：`}${level === null ? '没有发现问题' : `没有${level}`}。`,
    byTable: '只看一张表',
    places: { disclosure: '主动公开', applications: '申请', review: '复议诉讼', report: '全文' },
    keys: '↑↓ 选择，Enter 定位到单元格',
    wholeReport: '文字与全文',
    item: (number: string) => `第${number}项`,
    cells: (first: string, count: number) => (count === 1 ? first : `${first}等 ${count} 格`),
    locate: '定位',
    locateFailed: '没有定位成功：单元格可能已被删除，请按“立即校验”。',
    difference: (difference: string) => `相差 ${difference}`,
    differenceShort: (difference: string) => `差 ${difference}`,
    left: '左边',
    right: '右边',
    equals: '合计',
    blank: '空白',
    restZero: (count: number) => `其余 ${count} 项为 0`,
    restBlank: (count: number) => `其余 ${count} 项空白`,
    picture: (table: string) => `${table}：本处涉及的单元格`,
    legendLeft: '左边各项',
    legendRight: '右边各项',
    legendFocus: '先核对这一格',
    legendElsewhere: '也可能有误的格',
    folded: (count: number) => `由此引起的另外 ${count} 处一并列出`,
    repair: (value: string) => `采用建议值 ${value}`,
    repairs: '可能的改法',
    repairSeveral: '有几种改法，最可能的在前，请对照台账选择。',
    repairTotals: (count: number) => `相应的总计（${count} 格）随之改正`,
    repairElsewhere: {
      column: (also: boolean) => `${also ? '也' : ''}可能是本列的其他数字有误：图中红色虚线框出的格。`,
      row: (also: boolean) => `${also ? '也' : ''}可能是本行的其他数字有误：图中红色虚线框出的格。`,
      table: (also: boolean) => `${also ? '也' : ''}可能是表中的其他数字有误：图中红色虚线框出的格。`,
    },
    repairPair: '采用这一组',
    repairSpread: '依次摆正',
    repairTitle: '采用建议值',
    repairAsk: '将改写以下单元格，请先核对台账：',
    repairChange: (name: string, from: string, to: string) => `${name}：${from} → ${to}`,
    repairConfirm: '改写',
    repairDone: '已改写。',
    explain: '填写说明',
    explainTitle: '填写说明',
    explainAsk:
      '填写有误的请改正。确属机构改革、数据更正等原因的，请写明原因；说明会保存在工作表“校验说明”里，所涉数字改动后需重新说明。',
    explainLabel: '原因',
    explainFull: (most: number) => `已满 ${most} 字，再多的放不进来。`,
    explainSave: '保存说明',
    explainDone: '说明已保存到工作表“校验说明”。',
    explained: (count: number) => `已说明 ${count} 处`,
    explanationOutdated: '所涉数字已改动，请重新说明',
    foundIn: (place: string) => `原文：${place}`,
    formatsDamaged: '单元格标示（条件格式）被粘贴等操作弄乱，工作表里的颜色可能不准。本窗格的结果不受影响。',
    shifts: {
      inserted: (axis: 'row' | 'column', first: string, last: string) => {
        const which = first === last ? first : `${first} 至 ${last}`;
        return axis === 'row' ? `第 ${which} 行是插入的` : `${which} 列是插入的`;
      },
      /** `count`: below 0 where lines were taken out. */
      between: (axis: 'row' | 'column', [after, before]: readonly [string, string], count: number) => {
        const where = axis === 'row' ? `第 ${after} 行与第 ${before} 行` : `${after} 列与 ${before} 列`;
        return `${where}之间${count > 0 ? '插入' : '删去'}了 ${Math.abs(count)} ${axis === 'row' ? '行' : '列'}`;
      },
    },
    formatsShifted: (shifts: readonly string[]) =>
      `${shifts.join('；')}。规定的表格不是这样，单元格标示（条件格式）也随之移动，工作表里的颜色可能不准；本窗格的结果不受影响。不是有意的，请撤销或者改回来；有意的，请恢复标示。`,
    formatsRestore: '恢复标示',
    formatsAbsent: '这张表没有单元格标示（条件格式）。启用后，不符之处会直接在表格里变色；表中的数字和格式不变。',
    formatsEnable: '启用单元格标示',
    formatsDone: '单元格标示已恢复。',
    formatsEnabled: '单元格标示已启用。',
  },

  save: {
    title: '保存文件',
    ready: (name: string) => `“${name}”已在本机生成，没有上传到任何地方。`,
    save: '保存',
    origin: (title: string) =>
      `内容是“${title}”，由打开本页的链接带来。本页如果不是您刚从 Excel 的任务窗格打开的，请不要保存，直接关闭。`,
    framed: '本页被放在另一个网页里，没有生成任何文件。请回到 Excel 的任务窗格重新导出。',
    afterwards: '保存后可以关闭本页，回到 Excel。',
    unreadable: '没有收到完整的内容，没有生成任何文件。请回到 Excel 的任务窗格，改用“复制”。',
    failed: (reason: string) => `没有生成文件：${reason} 请回到 Excel 的任务窗格修改后再试。`,
  },

  takeaway: {
    title: '带走校验结果',
    results: '生成“校验结果”工作表',
    resultsHint: '逐条列出勾稽关系，由公式判断相符与否；没有装勾稽的电脑和 WPS 里也能看',
    findings: '生成问题清单工作表',
    findingsHint: '当前查出的问题，逐条写明单元格和差额',
    letter: '生成修改意见',
    letterHint: '退回填报单位修改用的文字，可以改好再复制',
    letterEdited: '修改意见已经改过',
    letterAsk: '重新生成会替换您改过的文字。',
    letterAgain: '重新生成',
    sheetDone: (sheet: string) => `工作表“${sheet}”已生成。`,
    csv: '导出问题清单（CSV）',
    csvHint: '一处问题一行，Excel、WPS 都能打开',
    page: '导出问题清单（可打印网页）',
    pageHint: '用浏览器打开，横向 A4 打印或另存为 PDF',
  },

  comparison: {
    title: '与上年对比',
    missing: '工作簿中没有这个单位上一年的年报。导入后，这里逐项列出两年的数字和增减。',
    import: '导入上年年报',
    figure: '栏目',
    lastYear: '上年',
    thisYear: '本年',
    change: '增减',
    otherEdition: (last: string, current: string) =>
      `上年是${last}版格式，本年是${current}版格式，只列两版含义相同的栏目。`,
    mainOnly: '第三部分只列“总计”一列。',
    restZero: (count: number, others: boolean) => `${others ? '其余 ' : ''}${count} 项两年都是 0`,
    charts: '图表',
    sheet: '生成“上年对比”工作表',
  },

  text: {
    noSheet:
      '没有找到这份年报的文字工作表，可能是只移动或复制了表格那一张。要写文字，请新建一张；也可以只校验和导出三张表格。',
    addSheet: '新建文字工作表',
    rivals: (sheets: readonly string[]) =>
      `有 ${sheets.length} 张工作表都是这份年报的文字（${sheets.map((name) => `“${name}”`).join('、')}），分不清用哪一张。请删去不用的，或者改掉它第一行的标题。`,
    onSheet: (sheet: string) => `保存在工作表“${sheet}”`,
    missing: (count: number) => `还有 ${count} 个部分没有文字`,
    complete: '三个文字部分都有内容',
    length: (paragraphs: number, characters: number) => `${paragraphs} 段 · ${characters} 字`,
    findings: (count: number) => `文字有 ${count} 处需要核对`,
    outdated: (count: number) => `有 ${count} 句的数字要更新，见下面`,
    toFindings: '去校验',
  },

  editor: {
    paragraph: (title: string, number: number) => `${title}，第 ${number} 段`,
    underWay: '正在写入…',
    meter: '第一部分的篇幅',
    usual: (characters: number) => `有的地方要求一般不超过 ${characters} 字`,
    phrases: (count: number) => `可以插入的句子（${count}）`,
    waiting: (count: number, others: boolean) => `${others ? '另' : ''}有 ${count} 句，所用的数填全后可以插入`,
    behind: '插在光标所在的段落后面；没有点过段落的，接在最后',
    allPhrases: '全部插入，合为一段',
    ifTrue: '请确认属实再用',
    outdated: (sentence: string) => `表中数字已变，现在应为：${sentence}`,
    update: '更新',
    lastYear: (count: number) => `上年的文字（${count} 段）`,
    copy: '用这一段',
    copyOf: (number: number) => `用这一段：上年第 ${number} 段`,
    bothChanged: '这里的文字也改过，请选择用哪一份。',
    takeTheirs: '用工作表里的',
    takeMine: '用这里的',
  },

  export: {
    formats: {
      word: '导出 Word',
      html: '导出网页',
      csv: '导出数据（CSV）',
      json: '导出数据（JSON）',
      template: '下发表样（Excel）',
    },
    hints: {
      word: '按公文格式排好，可直接送审、公布',
      html: '一个文件，可发布到网站',
      csv: '逐项一行，供统计使用',
      json: '完整数据，可再次导入',
      template: '空白表格，自带校验结果，发给填报单位使用；没有装勾稽和用 WPS 的也能校验',
    },
    working: '正在生成…',
    nothing: '没有可以导出的年报。请先新建或导入。',
    still: (faults: number, blanks: number, explains: number) =>
      `仍有 ${[
        ...(faults > 0 ? [`${faults} 处须改正`] : []),
        ...(blanks > 0 ? [`${blanks} 处未填`] : []),
        ...(explains > 0 ? [`${explains} 处须核实`] : []),
      ].join('、')}。`,
    emptySections: (titles: readonly string[]) => `没有文字的部分：${titles.join('；')}。`,
    outdated: (count: number) => `文字中有 ${count} 句写的是表中原来的数字，表中已改。`,
    unnamed: '单位名称未填，标题和落款都不完整。',
    stillTitle: '导出前请确认',
    backTo: {
      faults: '返回修改',
      blanks: '返回填写',
      text: '返回写文字',
      sentences: '返回更新文字',
      unit: '返回填单位名称',
      explains: '返回核实',
    },
    anyway: '仍然导出',
    asZero: '按 0 填入',
    asZeroHint: '“按 0 填入”会把 0 写进工作表的空白单元格，再导出。',
    keepBlank: '保留空白',
    duplicates: (title: string, sheet: string) => `有多张工作表都是“${title}”。将导出工作表“${sheet}”的内容。`,
    fromThis: '导出这一张',
    handedOver: {
      download: '已交给浏览器下载，请到“下载”文件夹查看',
      window: '已在浏览器中打开保存页面，请在那里保存文件',
      clipboard: '内容已放到剪贴板，请粘贴到要用的地方',
      none: '这里不能下载文件。请用下面的办法取走内容。',
    },
    savedTo: (name: string) => `已存入“${name}”。再次导出时存回这个文件`,
    elsewhere: '存到别处…',
    file: (name: string) => `文件：${name}`,
    comparison: '附：与上年对比',
    comparisonHint: 'Word 后附两年对照表和图表，网页后附图表',
    otherWays: '没有看到文件？',
    copy: '复制内容',
    copied: '已复制，可以粘贴。',
    cannotGive: '这里不能下载文件，没有保存。请在电脑上用网页版或离线页面再试。',
    copyFailed: '不能自动复制。请选中下面的文字，按 Ctrl+C。',
    showText: '显示可选中的文字',
    selectable: '内容（可全选复制）',
    failed: (detail: string) => `没有生成文件：${detail}`,
    zerosFailed: '没有导出：空白单元格没有填成 0。',
    checkFailed: '没有导出：导出前未能重新读取工作表。',
  },

  preview: { title: '预览公布的页面', wide: '这张表比窗格宽，可以左右移动查看。' },

  wordForm: {
    title: 'Word 选项',
    purpose: '用途',
    publication: '正式公布',
    review: '送审稿',
    fonts: '字体',
    standardFonts: '公文标准字体',
    commonFonts: '通用字体',
    fontsHint: (names: string) => `文件使用：${names}。电脑上没有的字体，Word 会用相近的代替。`,
    comma: '、',
    applications: '第三部分大表',
    portrait: '纵向一页',
    landscape: '单独横向一页',
    preparedBy: '填报人',
    reviewedBy: '审核人',
    telephone: '联系电话',
    contact: '联系方式段落（可以不填）',
    contactFrom: (text: string) => `联系方式沿用上年：“${text}”（可在“Word 选项”里改）`,
    contactKept: '沿用上年年报，请核对；不要就清空。',
    signed: '文末落款（单位名称和日期）',
    date: '日期',
    unkept: '这里改过的联系方式、落款还没有记入“单位信息”，下次打开就没有了。',
    keep: '记入“单位信息”',
    keptDone: '已记入“单位信息”，下次打开还在。',
    closing: (name: string, date: string | null) =>
      date === null ? `落款：${name}，日期未填，在下面填写` : `落款：${name}，${date}`,
  },

  errors: {
    title: '窗格出错了',
    explain: '工作簿里的内容没有受影响。请重新打开本窗格；如仍出错，请把下面的说明告诉维护人员。',
    retry: '再试一次',
    notLoaded: '这部分没有加载成功，请检查网络后再试。工作簿里的内容没有受影响。',
  },
};

export type Words = typeof zh;
