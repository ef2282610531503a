import type { Spoken } from '../edition';

/** What reports of every year so far call the rows and columns whose ids the editions share. */
export const spoken: Spoken = {
  rows: {
    'denied.stateSecret': '国家秘密',
    'denied.lawForbids': '(?:法律、?(?:行政)?法规(?:规定)?禁止公开)',
    'denied.publicSafety': '(?:三安全一稳定|国家安全、公共安全)',
    'denied.thirdParty': '(?:第三方(?:的)?(?:合法)?权益|商业秘密|个人隐私)',
    'denied.internalAffairs': '(?:内部事务|内部管理)性?(?:信息|文件|(?=类?\\d))',
    'denied.deliberative': '过程性{1,2}(?:信息|(?=类?\\d))',
    'denied.enforcementFile': '(?:行政)?执法案卷(?:信息)?',
    'denied.administrativeInquiry': '行政查询(?:事项)?',
    'unavailable.notHeld': '(?:本机关)?(?:不掌握|未掌握)(?:相关|该|所申请)?(?:的)?(?:政府信息|信息)?',
    'unavailable.needsCreation': '(?:没有现成信息(?:、?(?:[需须]要?)?另行(?:制作|加工))?|[需须]要?另行(?:制作|加工))',
    'unavailable.unclear': '补正后(?:申请)?(?:内容)?仍?不明确',
    'notProcessed.petition':
      '(?:信访|(?:举报|投诉)(?=(?:、|和|或|及)?(?:信访|举报|投诉)))[信访举报投诉、和或及]{0,20}(?:类|性质|形式|事项|诉求|等){0,3}(?:的|提出的)?(?:政府信息公开)?申请|信访举报投诉类|信访(?:[、和及]?(?:举报|投诉)){0,2}类(?=\\d)|(?<=(?:不予处理|重复申请)[^。；]{0,20})信访、?举报、?投诉(?=\\d)|(?:按照?|作)信访(?:件|类|事项|程序|途径|渠道)?(?:处理|办理)',
    'notProcessed.repeated': '重复(?:提出)?(?:的)?申请',
    'notProcessed.publication': '公开出版物',
    'notProcessed.excessive': '大量(?:、)?反复(?:提出)?申请',
    'notProcessed.confirmation': '(?:确认或(?:者)?重新出具|重新出具已获取)',
    'other.notCorrected': '逾期(?:不|未)(?:作)?补正',
    'other.feeUnpaid': '(?:逾期(?:不|未)(?:按[^，。；\\d]{0,8})?(?:缴|交)(?:纳)?费?|未按收费通知)',
  },
  results: {
    granted: '(?:(?:同意|准予|准许)(?:予以)?|予以|给予)公开',
    partlyGranted: '部分(?:予以|同意)?公开',
    denied: '不(?:予以?|同意)公开',
    unavailable: '(?:无法|未能|不能)(?:予以)?提供',
    notProcessed: '不予处理',
    other: '其[他它]处理',
  },
  resultsBeside: {
    granted: '(?:依法|决定|答复|全部|已)?公开',
    denied: '不宜?公开',
    notProcessed: '不予受理',
  },
  applicants: {
    person: ['公民个人', '个人(?=申请)', '公民(?=申请|提)'],
    enterprise: ['(?<![\\u4e00-\\u9fff])企业(?=申请|提)', '(?<=来自)企业'],
    research: ['科研院所'],
    socialOrganization: ['(?<!社会)公益组织'],
    legalService: ['律师事务所', '律所', '法律服务组织'],
  },
  applicantsBeside: { person: '(?:公民|个人)(?![、和或及])', enterprise: '企业(?![、和或及])' },
  endings: {
    upheld:
      '(?:结果|决定)?(?:为|均|被|获|予以){0,2}维持了?(?:原?(?:具体)?(?:行政行为|答复|决定|判决)|原判|(?:我|本)(?:机关|单位|[局委办厅镇乡院])[^，。；、：\\d]{0,10}(?:答复|决定|行为))?',
    corrected:
      '(?:(?:结果)?(?:被|予以|责令|判决){0,2}纠[正错]|被(?:依法|复议机关)?撤销(?=\\d)|撤销(?:(?:并|或者?|、)?责令[^，。；、：\\d]{0,8}|原(?:行政行为|答复|决定|告知))|责令重新(?:作出)?(?:答复|处理|办理))',
    otherResult: '其[他它](?:处理)?结果',
    pending:
      '(?:(?:尚未|暂未|还未|未|没有|正在)(?:审结|结案)|[正尚仍还]在[^，。；、：\\d]{0,8}审理(?:之?中)?|[正尚仍还]在(?:行政)?(?:复议|诉讼|办理)(?:之?中|过程中)?|审理(?:之|过程)?中)',
  },
  documents: { regulations: '规章(?!制度)', normativeDocuments: '规范性文件' },
  deeds: {
    issued: '(?:制发|制定|制订|出台|印发|印制)',
    repealed: '(?:废止|失效)',
    inForce:
      '(?:(?:现行|继续|保留|仍然|仍|目前|现有|(?<=日|集中公开|统一公开))有效|有效存续|存续有效|(?<!现行|继续|保留|仍|仍然|目前|现有|无|失|长期|合法)有效(?=(?:的|期内的)?(?:行政|政府|部门){0,2}(?:规范性文件|规章(?!制度))|(?:件数|数量)?\\d))',
  },
};
