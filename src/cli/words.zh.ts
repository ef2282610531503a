import type { Level } from '../rules/finding';

const fileErrors: Readonly<Record<string, string>> = {
  ENOENT: '找不到这个文件。请检查文件名和所在文件夹。',
  EISDIR: '这是文件夹，不是文件。',
  EACCES: '没有读取这个文件的权限。',
  EPERM: '没有读取这个文件的权限。',
  ELOOP: '链接绕回自身，读不到文件。',
  ENAMETOOLONG: '文件名太长。',
  ENOTDIR: '找不到这个文件：路径中有一段不是文件夹。',
};

const folderErrors: Readonly<Record<string, string>> = {
  EACCES: '没有读取这个文件夹的权限，其中的文件没有读取。',
  EPERM: '没有读取这个文件夹的权限，其中的文件没有读取。',
  LINK: '这是指向文件夹的链接，其中的文件没有读取。如需读取，请直接写明那个文件夹。',
};

const writeErrors: Readonly<Record<string, string>> = {
  ENOENT: '要保存到的文件夹不存在。',
  EISDIR: '这是文件夹，请写明文件名。',
  EACCES: '没有写入的权限。',
  EPERM: '没有写入的权限，或文件正被其他程序打开。',
  EBUSY: '文件正被其他程序打开，请关闭后重试。',
  ENOSPC: '磁盘空间不足。',
  EROFS: '没有写入的权限：这个磁盘是只读的。',
  ELOOP: '路径中的链接绕回自身，无法写入。',
  ENAMETOOLONG: '文件名太长，请换一个短一些的文件名。',
  ENOTDIR: '无法写入：路径中有一段不是文件夹。',
};

/** The reports of one year, where there should be one year alone. */
export interface YearOf {
  readonly year: number;
  readonly sources: readonly string[];
}

/** Reports of a year that are named; more are counted. */
export const fewSources = 5;

export const zh = {
  usage: `勾稽 · 政府信息公开年报校验

用法：
  gouji read     文件… [--blank-zero] [--json]         读取报告，列出读到的内容和存疑之处
  gouji check    文件… [--previous 上年文件] [--day 年-月-日] [--json]  校验，列出须改正、须核实的问题和提示
  gouji compare  文件甲 文件乙 [--json]                比较两份报告（两次报送，或送审稿与公布页），列出不同的数和段落；
                 两个文件夹（上年、本年）的，逐单位比较，列出合计的变化、骤增骤减、内容雷同、比例异常；
                 加 --roster 的，改了名的按名单对应
  gouji letter   文件 [--previous-submission 上次报送]   打印退回修改意见；写明上次报送的，逐条标明已改、未改、新增
  gouji word     文件 -o 文件.docx                     生成可发布的 Word 文件
  gouji html     文件 -o 文件.html [--fragment]        网页；--fragment 为粘贴到网站编辑器的片段
  gouji csv      文件 -o 文件.csv                      开放数据（长表）及其元数据
  gouji template --edition 2021 --year 2025 --unit 单位 -o 文件.xlsx   下发用的表样，自带校验
  gouji rollup   文件、文件夹或压缩包… --unit 单位 -o 文件.xlsx|.json|.csv|.parquet   汇总各单位的报告
  gouji export   文件、文件夹或压缩包… --form 导入表.json -o 文件.xlsx|.csv   按平台的导入表填好（样例见 docs/forms）
  gouji sql      --edition 2021 [--engine duckdb|postgres|spark|trino|clickhouse] [--query 名称]   打印 SQL：各条规则；
                 写明 --engine 的，另有汇总、结转、现行有效、重复、未报（用 rollup 输出的长表，见 docs/county.md）

read、check、rollup 也可以写文件夹（含其中各层）和 .zip 压缩包。文件可以是 .json .txt .html .docx .doc .wps .xlsx .xls .et .pdf。

各命令通用：
  --lang zh|en          文字用中文（默认）或英文
  --json                以 JSON 打印结果，供其他程序使用；用法有误时也是
  --force               要写的文件已经存在时替换它；不写的，已有的文件不动
  --part 名称           一个文件有几份报告时，选定其中一份（工作表名）

read、check 的选项：
  --blank-zero              原文空白的格记为 0（每格留备注；没有读到的不算空白）
  --previous 上年文件       check：与上年报告对照校验
  --off 规则,规则           check：不再作的提示，例如本地通知没有要求时的 F-S1-LEN
  --day 年-月-日            check：按这一天（报送或公布之日）核对时限；不写的，本年和上年的报告按今天核对

word 的选项（--blanks、--contact、--sign、--date 也用于 html）：
  --fonts standard|common   字体：standard 为方正小标宋、仿宋_GB2312 等（默认）；common 为华文中宋、仿宋等
  --landscape               申请情况表单独用横页
  --blanks blank|zero       未填的格留空（默认）或填 0
  --contact 文字            末尾的联系方式一段
  --sign [--date 年-月-日]  署名和成文日期
  --review                  送审稿，附填报单位、填报人、审核人等栏
  --previous 上年文件       附上与上年数据的对比（html 用于图表）

html 的选项：
  --fragment                粘贴到网站编辑器的片段
  --charts                  附申请数量和办理结果的图表

template 的选项：
  --typed-totals            总计手工填写，不用公式

rollup 的选项：
  --year 2025               汇总的年度；各份报告年度相同时可以不写
  --roster 名单文件         应报单位名单（.xlsx .xls .csv .txt），列：单位名称、曾用名、简称、类别、行政层级、
                            是否计入汇总、承接自；只有一列时即单位名称
  --previous 上年文件夹     各单位上年的报告，用来核对结转等；合并的单位与“承接自”各单位之和核对
  --published 文件          已公布的汇总报告：列出与汇总不同之处，并找出能解释差异的单位
  输出 .csv、.parquet 为长表（每行一个数），含读到的每一份报告，included 一列表示是否计入

退出码：0 完成；1 check 发现须改正的问题，compare 发现不同，或 rollup 的汇总有此类问题、有留空的数、
有本年报告未定取舍（重复而不同、不在名单内等）、一份也没有计入、与 --published 不同（export 同）；2 有文件不能读作报告；3 用法有误。
`,
  unknownCommand: (command: string) => `没有“${command}”这个命令。用 gouji --help 查看用法。`,
  unknownOption: (option: string) => `没有“${option}”这个选项，或缺少它的值。用 gouji --help 查看用法。`,
  badValue: (option: string, value: string) => `--${option} 的值“${value}”不对。用 gouji --help 查看用法。`,
  notForCommand: (option: string, command: string) => `${command} 没有 --${option} 这个选项。`,
  noFileHere: '这个命令不读取文件，多出了参数。',
  noFile: '请写明要读取的文件。',
  oneFile: '这个命令一次只处理一个文件。',
  rosterForFolders: '--roster 用于比较两个文件夹。',
  twoFiles: '请写明要比较的两个文件。',
  noReports: '没有读到一份报告，没有写入。',
  noYear: (years: readonly YearOf[]) =>
    years.length === 0
      ? '没有读到年度，请用 --year 写明。'
      : `报告的年度不一，请用 --year 写明要汇总的年度：\n${years.map(({ year, sources }) => `  ${year} 年 ${sources.length} 份${sources.length > fewSources ? '' : `：${sources.join('、')}`}\n`).join('')}`,
  otherPublished: '已公布的报告与汇总不是同一年度、同一版格式，不能比较。',
  onePublished: '已公布的报告应是只有一份报告的文件。',
  rollUpTooLong: 'Excel 的工作表放不下这么多单位。请把汇总保存为 .json、.csv 或 .parquet。',
  rollUpOutput: '汇总结果请保存为 .xlsx、.json、.csv 或 .parquet 文件。',
  rowLine: (state: string, name: string, standing: string, note: string) =>
    `[${state}] ${name}${standing === '' ? '' : `（${standing}）`}${note === '' ? '' : ` ${note}`}`,
  summedOf: (all: number, counted: number, missing: number, others: number) =>
    `名单上 ${all} 个单位：计入 ${counted}，未报 ${missing}${others === 0 ? '' : `，收到而没有计入 ${others}`}。`,
  summed: (count: number) => `汇总 ${count} 份报告。`,
  noOutput: '请用 -o 写明要保存的文件名。',
  sameFile: (file: string) => `${file}: 输出文件不能与输入文件相同。`,
  exists: '文件已经存在，没有写入。请换一个文件名；要替换它，请加 --force。',
  readOnly: '文件已经存在而且是只读的，没有写入。请换一个文件名。',
  notPlain: '这里是链接、设备或管道，不是普通文件，没有写入。请换一个文件名。',
  workerLost: '读取这个文件时程序出错，没有读到报告。其他文件不受影响。',
  progress: (done: number, file: string) => `已读 ${done} 个文件：${file}`,
  emptyArchive: '压缩包中没有可以读取的文件。',
  emptyFolder: '文件夹中没有可以读取的文件。',
  closedKind: (ending: string) =>
    `不能读取 ${ending} 文件。压缩包请解压，或改用 .zip；图片、邮件等请取得原来的 Word 文件。`,
  skipped: (files: readonly string[], count: number) =>
    `没有读取的其他文件 ${count} 个（不是年报常用的文件类型）：${files.join('、')}${count > files.length ? '……' : ''}`,
  cannotList: (code: string) =>
    folderErrors[code] ?? `无法读取这个文件夹（${code === '' ? '未知原因' : code}），其中的文件没有读取。`,
  severalReports: (parts: readonly string[]) =>
    `文件中有 ${parts.length} 份报告，请用 --part 选定一份：${parts.join('、')}`,
  noPart: (part: string, parts: readonly string[]) => `文件中没有“${part}”。其中有：${parts.join('、')}`,
  unknownEdition: (edition: string, known: readonly string[]) => `没有“${edition}”版。可用：${known.join('、')}`,
  cannotRead: (code: string) => fileErrors[code] ?? `无法读取这个文件（${code === '' ? '未知原因' : code}）。`,
  cannotWrite: (code: string) => writeErrors[code] ?? `无法写入（${code === '' ? '未知原因' : code}）。`,
  nothingWritten: '没有写入任何文件，原有的文件没有改动。',
  notPrinted: (why: string) => `打印的结果不完整：${why}`,
  stopped: '已停止，没有留下写了一半的文件。',
  written: (file: string) => `已写入 ${file}`,
  part: (name: string) => `（${name}）`,
  edition: (id: string, document: string) => `${id} 版格式（${document}）`,
  figuresRead: (read: number, all: number) => `读到 ${all} 个数中的 ${read} 个`,
  blanks: (count: number) => `原文空白 ${count} 格；如空白表示 0，可加 --blank-zero`,
  textRead: (counts: readonly (readonly [string, number])[]) =>
    `文字：${counts.map(([title, count]) => `${title} ${count} 段`).join('，')}`,
  doubts: (count: number) => (count === 0 ? '没有存疑之处。' : `存疑 ${count} 处：`),
  counts: ({ fault, explain, remark }: Readonly<Record<Level, number>>) =>
    fault + explain + remark === 0
      ? '已校验，未发现问题。'
      : `须改正 ${fault} 处，须核实 ${explain} 处，提示 ${remark} 处`,
  sentence: (place: string) => `原文：${place}`,
  exportLeft: (faults: number, blanks: number) =>
    `注意：报告仍有 ${[faults > 0 ? `${faults} 处须改正` : '', blanks > 0 ? `${blanks} 个数未填` : ''].filter((text) => text !== '').join('、')}。`,
  noPreviousHere: (file: string) => `${file} 中没有这个单位上一年的报告。`,
  noPrevious: (file: string) => `${file} 中没有这个单位上一年的报告，未作跨年校验。`,
  followUp: {
    heading: '上次意见的办理情况',
    none: '上次和这次都没有意见。',
    another: '不是同一单位、同一年度、同一版本的报告，没有比较。',
    states: { mended: '已改', open: '未改', unclear: '无法判断，请核对原文', new: '新增' },
  },
  compare: {
    line: (name: string, text: string) => `${name}：${text}`,
    unit: '单位名称不同',
    year: '年度不同',
    edition: '表样版本不同',
    alone: (one: number, other: number) =>
      `只比较了两版共有的栏目；前者独有的栏目有 ${one} 个数，后者有 ${other} 个，没有比较。`,
    figures: (count: number) => `不同的数 ${count} 个：`,
    undecided: (count: number) => `两份都没有读出的数 ${count} 个，是否相同无法判断，请对照原文：`,
    paragraphs: (count: number) => `不同的文字 ${count} 段：`,
    same: '两份报告相同：各数和各段文字一致。',
    doubts: (file: string, count: number) => `${file} 读取时存疑 ${count} 处，请用 gouji read 查看。`,
    notRead: '（没有读到）',
    blank: '空白',
    unread: '没有读出',
    changes: { added: '增加', removed: '删去', changed: '改动' },
  },
  form: {
    none: '请用 --form 写明导入表的说明文件（样例见 docs/forms）。',
    wrong: '导入表的说明文件有误：',
    output: '导入表请保存为 .xlsx 或 .csv 文件。',
    filled: (name: string, count: number) => `“${name}”：填入 ${count} 份报告。`,
    unwritten: {
      unit: (unit: string, figure: string) => `${unit} ${figure}：没有注明是元还是万元，已留空。`,
      unread: (unit: string, figure: string) => `${unit} ${figure}：原文有数但没有读出，已留空，请对照原文填写。`,
    },
    problems: {
      notJson: (line: string) =>
        `${line === '' ? '' : `第 ${line} 行附近`}写法不对，不是 JSON 文件。引号、冒号、逗号、括号要用半角；两项之间有一个逗号，最后一项后面没有`,
      shape: (): string => '写法不对',
      missing: (): string => '缺这一项',
      unknownKeys: (keys: string) => `没有“${keys}”这一项`,
      oneOf: (values: string) => `应为 ${values} 之一`,
      column: (): string => '写法不对：一列写 "head" 和 "take"、"figure"、"text" 之一，或者只写 "figures"',
      figure: (id: string) => `没有“${id}”这个栏目`,
      table: (id: string) => `没有“${id}”这张表`,
      edition: (id: string) => `没有“${id}”这个版本，应为 2019 或 2021`,
      rows: (rows: string): string =>
        rows === 'units' ? '一行一个单位的表没有这样的列' : '一行一个数的表不能写明某一个数，请用 "take": "value"',
      code: (id: string) => `codes 中没有“${id}”这个栏目`,
      sameCode: (code: string) => `代码“${code}”已经给了另一个栏目`,
    },
  },
  compareSets: {
    pairs: (count: number, differing: number) => `两边都有的单位 ${count} 个，其中 ${differing} 个有不同的数。`,
    onlyFirst: '只在前者的单位',
    onlySecond: '只在后者的单位',
    several: '有几份不同的报告、没有比较的单位',
    undecided: '两边都有没有读出的数、是否相同无法判断的单位',
    sums: '本身是汇总、没有比较的',
    otherYears: '年度与同一文件夹中多数报告不同的（仍作了比较）',
    ofYear: (unit: string, year: number | null) => `${unit}（${year ?? '没有读到年度'}）`,
    unknown: (figures: string, units: string) =>
      `合计不能比较的栏目（有单位所用格式没有这些栏目，没有读出，或没有注明金额单位）：${figures}；因为：${units}`,
    totals: (count: number) => `两边都有的单位合计，不同的 ${count} 项：`,
  },
};

export type Words = typeof zh;
