import type { Edition } from '../edition';
import { spoken } from './spoken';

/** 国办公开办函〔2019〕60号, 政府信息公开工作年度报告格式（试行）: reports of 2019 and 2020. 22 + 161 + 15 figures. */
export const edition2019: Edition = {
  id: '2019',
  document: '国办公开办函〔2019〕60号',
  firstYear: 2019,
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
            { id: 'made', label: '本年新制作数量', kind: 'count' },
            { id: 'published', label: '本年新公开数量', kind: 'count' },
            { id: 'publicTotal', label: '对外公开总数量', kind: 'count' },
          ],
          rows: [
            { id: 'regulations', label: '规章' },
            { id: 'normativeDocuments', label: '规范性文件' },
          ],
        },
        {
          title: '第二十条第（五）项',
          corner: '信息内容',
          columns: [
            { id: 'itemsLastYear', label: '上一年项目数量', kind: 'count' },
            { id: 'change', label: '本年增/减', kind: 'change' },
            { id: 'decisions', label: '处理决定数量', kind: 'count' },
          ],
          rows: [
            { id: 'licensing', label: '行政许可' },
            { id: 'otherServices', label: '其他对外管理服务事项' },
          ],
        },
        {
          title: '第二十条第（六）项',
          corner: '信息内容',
          columns: [
            { id: 'itemsLastYear', label: '上一年项目数量', kind: 'count' },
            { id: 'change', label: '本年增/减', kind: 'change' },
            { id: 'decisions', label: '处理决定数量', kind: 'count' },
          ],
          rows: [
            { id: 'penalties', label: '行政处罚' },
            { id: 'coercion', label: '行政强制' },
          ],
        },
        {
          title: '第二十条第（八）项',
          corner: '信息内容',
          columns: [
            { id: 'itemsLastYear', label: '上一年项目数量', kind: 'count' },
            { id: 'change', label: '本年增/减', kind: 'change' },
          ],
          rows: [{ id: 'fees', label: '行政事业性收费' }],
        },
        {
          title: '第二十条第（九）项',
          corner: '信息内容',
          columns: [
            { id: 'projects', label: '采购项目数量', kind: 'count' },
            { id: 'amount', label: '采购总金额', kind: 'amount', unit: 'unprinted' },
          ],
          rows: [{ id: 'procurement', label: '政府集中采购' }],
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
            { id: 'other', label: '（六）其他处理' },
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
