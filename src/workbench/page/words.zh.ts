/** What a person reads on the workbench page, in Chinese. Its keys are the keys of every language. */
export const zh = {
  title: '勾稽工作台',
  note: '这是浏览器中的试用环境，不是 Excel',
  workbook: '工作簿',
  openSample: '打开示例工作簿',
  sampleBroken: '示例：一处不符',
  sampleCorrect: '示例：完整无误',
  sample2019: '示例：2019 版',
  sampleEmpty: '空白工作簿',
  undo: '撤销',
  redo: '重做',
  showPane: '打开任务窗格',
  newReport: '新建年报表',
  checkNow: '立即校验',
  closePane: '关闭任务窗格',
  paneTitle: '勾稽',
  paneWidth: '任务窗格宽度',
  language: '界面语言',
  loadingGrid: '正在载入表格……',
  gridFailed: '表格未能载入。任务窗格仍可使用；请刷新页面再试。',
  confirmReplace: '打开另一个工作簿后，刚才的改动不再保留。继续吗？',
  sampleFailed: '示例未能打开，请检查网络后再试。',
  reimported: '这一步操作试用环境尚不支持，表格已恢复为操作前的内容。',
  refused: '工作表受保护，这一步没有生效。',
  impossible: '这一步无法完成，工作表没有改动。',
} as const;

export type WordKey = keyof typeof zh;
export type Words = Readonly<Record<WordKey, string>>;
