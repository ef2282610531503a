/** What the offline page says around the pane, in Chinese. The compiler holds the other languages to the same keys. */
export const zh = {
  title: '勾稽 · 离线版',
  empty: '还没有年报。请在右侧选择：导入上年年报、新建空白年报表，或导入已有的 Word、Excel 文件。',
  textHint: '在这里填写，每段一行',
  headingInText:
    '文字还没有存入：其中有一行与报告某一部分的标题相同，会被当成标题。请改动这一行，其余内容都在。',
  dropElsewhere: '要读入文件，请打开右侧的“导入报告”，把文件拖进那里的虚线框。',
  sheets: '工作表',
  closeSheet: (name: string) => `关闭“${name}”`,
  licences: '开源许可',
  close: '关闭',
  undo: '撤销',
  redo: '恢复',
  undoTip: '撤销上一步（Ctrl+Z），包括右侧窗格写入的内容',
  redoTip: '恢复刚撤销的一步（Ctrl+Y）',
  save: '保存 Excel 文件',
  saveTip: '把当前年报保存为自带校验的 Excel 文件（Ctrl+S）。第一次选位置，以后存回同一个文件',
  saveAs: '另存为…',
  nothingToSave: '还没有年报，没有可保存的内容。',
  savedTo: (name: string) => `已存入“${name}”。`,
  downloaded: (name: string) => `已交给浏览器保存：“${name}”。请在浏览器的下载列表里确认。`,
  saveFailed: (detail: string) => `没有保存成功，内容仍在本页。请再试一次，或用右侧“导出”另存。${detail}`,
  notSaved: (detail: string) => `没有保存：${detail}`,
  refused: (what: string, why: string) => `没有写入 ${what}：${why}`,
  pasteRefused: (text: string, label: string | null) =>
    label === null
      ? `没有粘贴：“${text}”会落到表格以外。请先点选左上角要放的那一格，再粘贴；整张表请用右侧“导入报告”。`
      : `没有粘贴：“${text}”会盖住“${label}”。请先点选左上角要放的那一格，再粘贴；整张表请用右侧“导入报告”。`,
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
