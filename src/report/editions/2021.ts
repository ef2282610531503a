import type { Edition } from '../edition';
import { spoken } from './spoken';

/** 国办公开办函〔2021〕30号, 政府信息公开工作年度报告格式: reports of 2021 and after. 10 + 175 + 15 figures. */
export const edition2021: Edition = {
  id: '2021',
  document: '国办公开办函〔2021〕30号',
  firstYear: 2021,
  spoken,
  sections: [
    { id: 'overview', title: '一、总体情况' },
    { id: 'disclosure', title: '二、主动公开政府信息情况', also: ['二、行政机关主动公开政府信息情况'] },
    { id: 'applications', title: '三、收到和处理政府信息公开申请情况' },
    {
      id: 'review',
      title: '四、政府信息公开行政复议、行政诉讼情况',
      also: ['四、因政府信息公开工作被申请行政复议、提起行政诉讼情况'],
    },
    {
      id: 'problems',
      title: '五、存在的主要问题及改进情况',
      also: ['五、政府信息公开工作存在的主要问题及改进情况', '五、存在问题及改进情况', '五、存在问题和改进措施'],
    },
    { id: 'other', title: '六、其他需要报告的事项' },
  ],
  tables: [
    {
      id: 'disclosure',
      form: 'blocks',
      widths: [6, 3, 3, 3],
      blocks: [
        {
          title: '第二十条第（一）项',
          corner: '信息内容',
          columns: [
            { id: 'issued', label: '本年制发件数', kind: 'count' },
            { id: 'repealed', label: '本年废止件数', kind: 'count' },
            { id: 'inForce', label: '现行有效件数', kind: 'count' },
          ],
          rows: [
            { id: 'regulations', label: '规章' },
            { id: 'normativeDocuments', label: '行政规范性文件', also: ['规范性文件'] },
          ],
        },
        {
          title: '第二十条第（五）项',
          corner: '信息内容',
          columns: [{ id: 'decisions', label: '本年处理决定数量', kind: 'count' }],
          rows: [{ id: 'licensing', label: '行政许可' }],
        },
        {
          title: '第二十条第（六）项',
          corner: '信息内容',
          columns: [{ id: 'decisions', label: '本年处理决定数量', kind: 'count' }],
          rows: [
            { id: 'penalties', label: '行政处罚' },
            { id: 'coercion', label: '行政强制' },
          ],
        },
        {
          title: '第二十条第（八）项',
          corner: '信息内容',
          columns: [{ id: 'amount', label: '本年收费金额（单位：万元）', kind: 'amount', unit: 'tenThousandYuan' }],
          rows: [{ id: 'fees', label: '行政事业性收费' }],
        },
      ],
    },
    {
      id: 'applications',
      form: 'matrix',
      widths: [2, 2, 4, 1, 1, 1, 1, 1, 1, 1],
      labelColumns: 3,
      note: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
      columnTitle: '申请人情况',
      columns: [
        { id: 'person', label: '自然人', kind: 'count' },
        {
          label: '法人或其他组织',
          columns: [
            { id: 'enterprise', label: '商业企业', kind: 'count' },
            { id: 'research', label: '科研机构', kind: 'count' },
            { id: 'socialOrganization', label: '社会公益组织', kind: 'count' },
            { id: 'legalService', label: '法律服务机构', kind: 'count' },
            { id: 'otherOrganization', label: '其他', kind: 'count' },
          ],
        },
        { id: 'total', label: '总计', kind: 'count' },
      ],
      rows: [
        { id: 'received', label: '一、本年新收政府信息公开申请数量' },
        { id: 'carriedIn', label: '二、上年结转政府信息公开申请数量' },
        {
          label: '三、本年度办理结果',
          rows: [
            { id: 'granted', label: '（一）予以公开' },
            { id: 'partlyGranted', label: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）' },
            {
              id: 'denied',
              label: '（三）不予公开',
              rows: [
                { id: 'stateSecret', label: '1.属于国家秘密' },
                { id: 'lawForbids', label: '2.其他法律行政法规禁止公开' },
                { id: 'publicSafety', label: '3.危及“三安全一稳定”' },
                { id: 'thirdParty', label: '4.保护第三方合法权益' },
                { id: 'internalAffairs', label: '5.属于三类内部事务信息' },
                { id: 'deliberative', label: '6.属于四类过程性信息' },
                { id: 'enforcementFile', label: '7.属于行政执法案卷' },
                { id: 'administrativeInquiry', label: '8.属于行政查询事项' },
              ],
            },
            {
              id: 'unavailable',
              label: '（四）无法提供',
              rows: [
                { id: 'notHeld', label: '1.本机关不掌握相关政府信息' },
                { id: 'needsCreation', label: '2.没有现成信息需要另行制作' },
                { id: 'unclear', label: '3.补正后申请内容仍不明确' },
              ],
            },
            {
              id: 'notProcessed',
              label: '（五）不予处理',
              rows: [
                { id: 'petition', label: '1.信访举报投诉类申请' },
                { id: 'repeated', label: '2.重复申请' },
                { id: 'publication', label: '3.要求提供公开出版物' },
                { id: 'excessive', label: '4.无正当理由大量反复申请' },
                { id: 'confirmation', label: '5.要求行政机关确认或重新出具已获取信息' },
              ],
            },
            {
              id: 'other',
              label: '（六）其他处理',
              rows: [
                {
                  id: 'notCorrected',
                  label: '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
                  also: ['1.逾期不补正'],
                },
                {
                  id: 'feeUnpaid',
                  label: '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
                  also: ['2.逾期不缴费'],
                },
                { id: 'rest', label: '3.其他' },
              ],
            },
            { id: 'total', label: '（七）总计' },
          ],
        },
        { id: 'carriedOut', label: '四、结转下年度继续办理' },
      ],
    },
    {
      id: 'review',
      form: 'strip',
      widths: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
      columns: [
        { id: 'upheld', label: '结果维持', kind: 'count' },
        { id: 'corrected', label: '结果纠正', kind: 'count' },
        { id: 'otherResult', label: '其他结果', kind: 'count' },
        { id: 'pending', label: '尚未审结', kind: 'count' },
        { id: 'total', label: '总计', kind: 'count' },
      ],
      rows: [
        { id: 'reconsideration', label: '行政复议' },
        {
          label: '行政诉讼',
          rows: [
            { id: 'directLitigation', label: '未经复议直接起诉' },
            { id: 'litigationAfterReconsideration', label: '复议后起诉' },
          ],
        },
      ],
    },
  ],
};
