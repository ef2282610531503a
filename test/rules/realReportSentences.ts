/**
 * Constructions met in published reports, reworded: bodies, numbers and order are ours, no sentence is anybody's. Each was
 * missed or taken wrongly when the text rules were first tried on sentences of real reports, and was mended for it.
 */
import type { Said } from './reportSentences';

export const realClaims: readonly Said[] = [
  ['bureau', '主动公开信息数为201条,依申请公开信息数为«37|41»条.'],
  ['bureau', '全年公开信息238条，其中主动公开信息201条，依申请公开信息«37|31»条。'],
  ['bureau', '我局本年收到依申请公开来信«37|47»件次，均已回信。'],
  ['bureau', '收到依申请信息公开件«37|36»件；'],
  ['bureau', '共收到信息公开«37|30»件（含窗口递交4件）。'],
  ['bureau', '本年收到«37|17»条公众经网上平台递交的公开政府信息的申请。'],
  ['bureau', '本年收到依申请公開«37|38»件,辦結«36|35»件,結轉下年度繼續辦理«3|1»件。'],
  ['bureau', '收到依申请公开37件，上年结转2件；办理«36|33»件，下年度继续办理«3|6»件。'],
  ['bureau', '收到依申请公开37件，结转上年«2|5»件。'],
  ['bureau', '申请办理中，予以公开17件，部分公开«4|7»，无法提供9件。'],
  ['bureau', '作出的答复中，予以公开或部分公开«21|29»件、无法提供«9|2»件。'],
  ['city', '本年作出行政處罰«3907|3970»件。'],
];

export const realDenials: readonly Said[] = [
  ['bureau', '全年未发生依申请政府信息。'],
  ['bureau', '本年我局无依申请公开政务信息情况。'],
  ['bureau', '未接收到一例政府信息公开申请。'],
  ['bureau', '本年未收到公民或者其他组织向我局申请获取有关政府信息。'],
  ['bureau', '今年没有发生信息公开引起的举报、投诉、行政复议和行政诉讼。'],
  ['bureau', '未收到過公開申請,也未收到任何信件。'],
  ['bureau', '未发生政府信息依申请公开的信息。'],
];

export const realTraps: readonly Said[] = [
  ['bureau', '上半年受理政府信息公开申请19件，答复16件。'],
  ['bureau', '制作信息3021条，其中主动公开1027条，不予公开信息1535条。'],
  ['bureau', '受理线上信息公开申请30件，办结27件，受理线下信息公开申请7件。'],
  ['bureau', '受理申请37件，除1件尚在答复期内，其余均已办理。'],
  ['bureau', '对以县政府名义印发的规范性文件开展清理，继续有效21件，失效2件、废止5件。'],
  ['bureau', '办理查封扣押案件1件、不予行政处罚案件1件。'],
  ['bureau', '公开文件104份。其中政策文件4份，占3.8%。工作文件17份，占16.3%。规范文件3份，占2.9%。'],
  ['bureau', '收到申请37件，其中1件转给别的机关，占2.7%，另有2件撤回，占5.4%。'],
  ['bureau', '项目本年新增21项，总计21项；其他事项新增57项，总计58项。'],
];
