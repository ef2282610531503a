/** What the offline page says around the pane, in Chinese. The compiler holds the other languages to the same keys. */
export const zh = {
  title: '勾稽 · 离线版',
  empty:
    '还没有年报。请在窗格里选择：导入上年年报、新建空白年报表，或导入已有的 Word、Excel 文件；也可以把文件拖到本页。',
  /** What a screen reader calls the parts of the page, by their ids. */
  parts: { tools: '打开和保存', desk: '年报', foot: '暂存和说明' },
  textHint: '在这里填写，每段一行',
  headingInText: '文字还没有存入：其中有一行与报告某一部分的标题相同，会被当成标题。请改动这一行，其余内容都在。',
  openOne: '一次打开一个文件。要一起读入多个单位的报告，请用“收表汇总”。',
  sheets: '页签',
  closeSheet: (name: string) => `关闭“${name}”`,
  guide: '使用说明',
  guideParts: [
    [
      '填表',
      '页面上的表就是要公布的表。点一格直接输入；方向键、Tab、回车移动，F2 修改原数，Delete 清空，Ctrl+Z 撤销。从 Excel、WPS、Word 或网页复制的一块数，点左上角那一格再粘贴。空白不是 0：没有发生的，用“其余填 0”。',
    ],
    ['颜色', '淡黄：还没填。红：等式两边不符。深黄：填的不是可用的数字。灰：由公式计算的合计。'],
    [
      '从上年的文件到公布的年报',
      '首页“接下来做什么”列出步骤，后面有按钮：导入上年年报、填三张表、写文字、校验、导出 Word。点一条问题，光标就到那一格。',
    ],
    [
      '打开和保存',
      '“打开…”读入 Excel、Word、WPS、PDF、网页、JSON 文件，核对后才填入；也可以把文件拖到本页。“保存 Excel 文件”得到自带校验的表，下次打开接着填；几份年报要分别保存。Word、网页等从“导出”取得，浏览器放在“下载”文件夹。',
    ],
    [
      '没有保存时',
      '内容自动暂存在本机这个浏览器里，关掉网页、浏览器崩溃后再打开本页，点“找回”。“删除暂存”一次全部删除。别人也用的电脑，请勾选“公用电脑，不暂存”。',
    ],
    [
      '收表汇总',
      '县（市、区）政务公开办用：选择单位名单和各单位的报告，看谁未报、谁有问题，生成汇总表、修改意见。经办人不用这一项。',
    ],
    [
      '只用键盘',
      'Ctrl+O 打开，Ctrl+S 保存，Ctrl+Z、Ctrl+Y 撤销和恢复。F6 在表格、功能窗格、上方和下方的按钮之间移动。窗格里用 Tab 走遍各项，方向键换选项卡。',
    ],
    ['数据', '仅处理非涉密信息。本页不连接任何网络，数据不离开本机。'],
  ] as readonly (readonly [string, string])[],
  licences: '开源许可',
  close: '关闭',
  undo: '撤销',
  redo: '恢复',
  undoTip: '撤销上一步（Ctrl+Z），包括窗格写入的内容',
  redoTip: '恢复刚撤销的一步（Ctrl+Y）',
  open: '打开…',
  openTip: '打开 Excel、Word、JSON 等文件（Ctrl+O），核对后放到页签上；也可以把文件拖到本页',
  save: '保存 Excel 文件',
  saveTip: '把当前年报保存为自带校验的 Excel 文件（Ctrl+S）。第一次选位置，以后存回同一个文件',
  saveAs: '另存为…',
  nothingToSave: '还没有年报，没有可保存的内容。',
  othersNotIn: (titles: string) => `另外的年报没有存进这个文件，请分别保存：${titles}。`,
  collectionNotIn: (sheets: string) => `${sheets}也没有存进这个文件，要留存请用“收表汇总”里的“导出汇总文件”。`,
  notInFile: (sheets: string) =>
    `这份年报来自的文件里另有${sheets}，没有读入，保存的文件里不会有。请不要存成原来的文件，以免丢失。`,
  saveAnyway: '继续保存',
  cancel: '取消',
  savedTo: (name: string) => `已存入“${name}”。`,
  downloaded: (name: string) => `已交给浏览器保存：“${name}”。请在浏览器的下载列表里确认。`,
  saveFailed: (detail: string) => `没有保存成功，内容仍在本页。请再试一次，或用“导出”另存。${detail}`,
  notSaved: (detail: string) => `没有保存：${detail}`,
  refused: (what: string, why: string) => `没有写入 ${what}：${why}`,
  pasteRefused: (text: string, label: string | null) =>
    label === text
      ? `没有粘贴：“${text}”是栏目名称，不能放进填数的格。请先点选左上角要放的那一格，再粘贴；整张表请用“导入报告”。`
      : label === null
        ? `没有粘贴：“${text}”会落到表格以外。请先点选左上角要放的那一格，再粘贴；整张表请用“导入报告”。`
        : `没有粘贴：“${text}”会盖住“${label}”。请先点选左上角要放的那一格，再粘贴；整张表请用“导入报告”。`,
  kept: (time: string) => `未保存的内容已于 ${time} 暂存在本机浏览器里，关掉网页也能找回。`,
  keeping: '内容会自动暂存在本机浏览器里，关掉网页也能找回。',
  notKept: '公用电脑：不暂存任何内容，关掉网页前请先保存。',
  cannotKeep: '这个浏览器不能暂存，关掉网页前请先保存。',
  keepFailed: '暂存没有成功，关掉网页前请先保存。',
  shared: '公用电脑，不暂存',
  deleteKept: '删除暂存',
  deleted: '暂存已删除。当前页面里的内容还在，请自行保存。',
  found: (time: string, titles: string) => `上次没有保存的内容（${time}）：${titles}`,
  untitled: '没有年报',
  restore: '找回',
  discard: '删除',
  restored: '已找回。请核对后保存。',
  notEmpty: '没有找回：找回会替换当前的年报。请先保存当前年报，关掉它（或另开一个网页），再找回。',
  unreadable: '暂存的内容读不出来，没有找回；它仍留在本机，可以删除。',
  leaving: '有没有保存的内容。',
};

export type Words = typeof zh;
