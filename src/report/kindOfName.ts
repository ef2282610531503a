import type { UnitKind } from './report';

/** A name is whole where it ends: 某镇人民政府 is a town, 某镇财政所 is no town and no department. */
const endings: readonly (readonly [UnitKind, RegExp])[] = [
  // Some offices with such endings govern nobody: a power supplier, a committee of residents or of the party.
  ['other', /(?:供电|公司.*)局$|(?:大学|学院|学校|中学|小学|幼儿园|医院|公司|银行|[图书博物展览]馆)$/u],
  ['street', /.街道(?:办事处)?$/u],
  ['town', /.(?:[乡镇]|苏木)(?:(?:人民)?政府)?$/u],
  ['government', /.(?:[省市县区旗州]|自治[区州县旗])(?:人民)?政府$/u],
  ['department', /.(?:[局厅]|海关|政府办公室)$/u],
  [
    'department',
    /(?:发展和?改革|卫生健康|住房和城乡建设|经济和信息化|教育|民族(?:宗教)?事务|国有资产监督管理|交通运输)委员会$/u,
  ],
];

/**
 * What kind of body a unit is, as far as the end of its name tells. Null where it does not: a committee that runs a zone
 * (管理委员会), an office within an office. It is an offer to a person, never a fact that a rule goes by.
 */
export const kindOfName = (name: string): UnitKind | null => {
  const whole = name.replace(/[（(][^（()）]*[）)]|\s/gu, '');
  return endings.find(([, ending]) => ending.test(whole))?.[0] ?? null;
};
