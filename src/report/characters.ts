/**
 * Pairs of a traditional form and its simplified one, for the characters of labels, titles, names of offices and what
 * reports say of figures.
 */
const pairs =
  '開开總总計计規规範范關关內内會会織织構构機机團团體体業业產产處处罰罚許许強强數数據据項项結结轉转辦办續续務务報报屬属國国' +
  '穩稳護护權权類类過过執执詢询無无現现補补舉举訴诉複复覆复復复請请議议審审維维糾纠應应對对當当條条單单萬万額额採采購购費费' +
  '減减廢废發发製制問问題题進进與与區区縣县鄉乡鎮镇黨党為为於于後后係系這这種种個个門门動动訪访確确認认獲获經经營营學学級级' +
  '擾扰亂乱濫滥檔档電电庫库沒没須须繼继農农廳厅鉤勾钩勾億亿證证環环衛卫財财稅税廣广東东訊讯資资島岛網网聯联員员責责實实專专' +
  '歷历來来時时間间號号說说該该場场難难點点貼贴術术書书緊紧銷销買买賣卖價价僅仅將将從从眾众領领導导協协調调準准標标礎础層层況况組组訟讼繳缴納纳並并記记錄录歸归較较長长兩两給给絕绝滿满' +
  '祕秘稱称餘余徵征見见際际張张統统圖图優优劃划臺台啟启讀读頁页';
const simplified = new Map(
  Array.from({ length: pairs.length / 2 }, (_, index) => [pairs.charAt(2 * index), pairs.charAt(2 * index + 1)]),
);
const traditional = new RegExp(`[${[...simplified.keys()].join('')}]`, 'gu');

/** A text in simplified characters. Each character stays one, so that places in it stay the same. */
export const inSimplified = (text: string): string => text.replace(traditional, (char) => simplified.get(char) ?? char);
