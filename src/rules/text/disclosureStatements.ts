/** What sentences say about documents, decisions and fees. Labels come from the edition. */
import { expression } from '../../report/expression/expression';
import { rowName, type Figure } from '../../report/figures';
import { money, number } from './spokenNumbers';
import { and, counted, either, escape, gap, near, none, type Gathering, type Statement } from './statement';
import { figuresAt } from '../sums/sums';
import { wording } from './wording';

const kind = '(?:行政|政府|地方|部门){0,3}';
const total = '(?:数量|件数|共计?|合计|为|有|：|:){0,4}';
/** 《…办法》《…细则》: what is counted, by name. */
const titles = '(?:《[^《》\\d。；]{1,40}》[、和及与]?){1,6}等?(?:共|共计)?';

/** What is said of documents besides what was done with them. */
function notIssued(column: string): RegExp {
  // 制定并公开规范性文件3件 were issued; 公开规范性文件3件 may have been so long ago.
  // 集中公开、发布现行有效的规范性文件 60 件: what is in force must be public. 公开本年制发的: so it was issued.
  const ownDeed =
    column === 'inForce'
      ? '(?:了|全部|所有|[省市州县区](?:人民)?政府){0,2}(?:现行有效|现行|有效)(?![^，。；]*目录)'
      : '(?:了|本年度?|今年|当年|\\d{4}年度?|新){0,3}(?:制发|制定|制订|出台|印发)';
  const published = `(?<!并|并予以|(?:制定|制订|制发|出台)[、和并]?|新)(?:公示|发布|公布(?!了?全文(?:失效|废止)))(?!${ownDeed})|解读|(?<!(?:制定|制订)[、和及]?)修订|事项|备案|报备|规章制度|牵头|起草(?!并(?:制定|印发|出台))|代拟|参与|协助|配合|指导`;
  return wording(
    column === 'repealed'
      ? // 废止 1 件，失效 0 件: the two together are what is repealed.
        `${published}|失效[^，。；\\d]{0,12}0[件个份]`
      : `${published}|(?<!并|并予以|并主动|政务|信息)公开(?!${ownDeed})|公开的|清理(?!后|并?废止)`,
  );
}

/** A row or a column, and what sentences call it. */
type Spelled = readonly [id: string, words: string];

/** What documents are called, and what is done with them. */
interface Documents {
  readonly anyDocument: string;
  readonly anyDeed: string;
}

/** How the number of documents of one kind is told of which one thing was done: the patterns with the guards of each. */
function documentWordings(
  { anyDocument, anyDeed }: Documents,
  called: string,
  column: string,
  verbs: string,
): (Pick<Statement, 'sentenceSoFarMust' | 'clauseSoFarNever'> & { readonly source: string })[] {
  const free = (most: number): string => `(?:(?!${anyDocument})[^，。；、：:,;\\d]){0,${most}}[：:]?`;
  const named = `${kind}${called}`;
  // 规章和规范性文件 30件，废止 20件: the last number is of both.
  const after = wording(
    `(?<!(?:${anyDocument})${and}${kind}(?=${called}(?:共|合计|共计)*\\d))${called}(?![^]*(?:${anyDocument}))`,
  );
  const byColumn: Readonly<Record<string, ReturnType<typeof documentWordings>>> = {
    issued: [
      { source: `(?:制作|新增|颁布)(?:了)?${free(4)}${named}${gap(8)}${number}` },
      { source: `${named}(?:新增|发布|公布)(?:数量|数)?${number}(?=[，、]废止)`, clauseSoFarNever: /解读/u },
    ],
    inForce: [{ source: `${number}${near(3)}${verbs}`, sentenceSoFarMust: after }],
  };
  return [
    // 制发行政规范性文件28件, 制发28件行政规范性文件.
    { source: `${verbs}${free(10)}${named}${gap(8)}${number}` },
    { source: `${verbs}${free(4)}${number}${near(4)}${called}` },
    // 制定印发《…办法》《…细则》2 件规范性文件.
    { source: `${verbs}(?:[了的和并、]|${anyDeed}){0,4}${titles}${number}${near(4)}${called}` },
    { source: `${number}(?:新)?${verbs}(?:的)?${named}` },
    // 行政规范性文件制发28件，废止19件.
    {
      source: `${verbs}(?!${near(10)}(?:公文|标准|制度|信息|其[他它]|政策文件)|(?:失效|(?<=失效))文件)${free(10)}${number}`,
      sentenceSoFarMust: after,
    },
    // 现行有效的规章2件、行政规范性文件28件.
    {
      source: `(?<!(?:保留|修改|审查|审核|清理)(?:行政|政府|地方|部门){0,3})${named}${total}${number}`,
      sentenceSoFarMust: wording(`${verbs}(?![^]*(?:${anyDeed}))`),
    },
    // 制发 24 件，废止 31 件，现行有效的规范性文件 56 件: the last names what all are.
    {
      source: `${verbs}${number}(?=[，、][^。]{0,60}有效[^，。；\\d]{0,8}${called})`,
      sentenceSoFarMust: wording(`^(?![^]*(?:${anyDocument}))`),
    },
    ...(byColumn[column] ?? []),
  ];
}

/** Documents issued, repealed and in force: what was named last before the number, and what was last said to be done. */
export function gatherDocuments(gathering: Gathering): void {
  const { edition, add } = gathering;
  const { documents, deeds } = edition.spoken;
  const anyDocument = Object.values(documents).join('|');
  const anyDeed = Object.values(deeds).join('|');
  // 主动公开规章13件（含新制定5件）: what was made public, not what was issued.
  const piecesMadePublic = wording(`公开[^，。；]{0,8}(?:${anyDocument})\\d{1,12}[^，。；]{1,2}（(?!今年|当年|本年)`);
  for (const [row, called] of Object.entries(documents)) {
    for (const [column, verbs] of Object.entries(deeds)) {
      for (const { source, ...guards } of documentWordings({ anyDocument, anyDeed }, called, column, verbs)) {
        add({
          rule: 'N-FILES',
          sentenceMust: wording(anyDocument),
          pattern: source,
          sums: [figuresAt(edition, 'disclosure', [row], [column])],
          clauseSoFarNever: notIssued(column),
          sentenceSoFarNever: piecesMadePublic,
          ...guards,
        });
      }
      nameDocuments(gathering, [row, called], [column, verbs]);
    }
  }
}

/** 未制定、废止规范性文件; 规范性文件制发、废止均为 0. */
function nameDocuments({ edition, name }: Gathering, [row, called]: Spelled, [column, verbs]: Spelled): void {
  const named = `${kind}${called}`;
  const anyDocument = Object.values(edition.spoken.documents).join('|');
  const deed = `${Object.values(edition.spoken.deeds).join('|')}|修改|修订|发布|公布`;
  const done = column === 'issued' ? `(?:${verbs}|新增|发布)` : verbs;
  name({
    rule: 'N-FILES',
    word: wording(`${verbs}[^，。；]*${called}|${called}[^，。；]*${verbs}`),
    denied:
      column === 'inForce'
        ? wording(`${none}${verbs}(?:的)?${named}`)
        : wording(
            `${none}(?:${deed}|${and}|新|未|没有)*${done}(?:${and}|${deed})*(?:任何|过|新|的)*(?:(?:行政|地方性)?法规(?:文本)?${and}|${kind}(?:${anyDocument})${and})*${named}|${none}${named}(?:的)?${done}`,
          ),
    sums: [figuresAt(edition, 'disclosure', [row], [column])],
    parts: [],
  });
}

/** 公开的信息中，行政处罚 5 条; 上传公示行政处罚 259 项，行政许可 73 项: pieces of what was made public, no decisions. */
const madePublic =
  /双公示|公示信息|备案|(?:公开|发布|公布|更新)[^。；]{0,30}信息(?:中|里|\d)(?![^。；]*(?:作出|做出|办理|实施|下达|查处))|(?:梳理|认领|承接|编制|录入|保留|赋权|划转|下放)[^。；]{0,24}(?=(?:许可|处罚|强制)[^，。；\d]{0,6}\d{1,12}[项个类])|(?:公示|公布|公开|发布|上传)(?:的|了|各类)*行政(?:许可|处罚|强制)(?![^。]*处理决定数)/u;

/** 办结行政许可事项 592 件、行政处罚 45 件 were handled. */
const published = expression(
  String.raw`涉及|公示|发布|(?<!政务|信息)公开(?!办理)|公布|信息|事项(?!处理决定|(?:共|共计|合计|数量|总数|为){0,2}\d{1,12}[件起宗次])|目录|清单|诉讼|复议|下放|取消|备案`,
);

/** 作出许可决定 612 件, 准予许可 612 件: called by half its name. */
function gatherShort({ add }: Gathering, figure: Figure): void {
  const short = escape(rowName(figure).replace('行政', ''));
  add({
    rule: 'N-PERM',
    pattern: `(?:(?:作出|做出|下达)(?:了|的|准予)?${short}决定书?|准予${short})(?:共|共计){0,2}${number}`,
    sums: [[figure]],
    clauseNever: published,
    sentenceSoFarNever: madePublic,
  });
}

/** Decisions, and what was charged. */
export function gatherDecisions(gathering: Gathering): void {
  const { edition, add, addEach, name } = gathering;
  for (const figure of figuresAt(edition, 'disclosure', ['licensing', 'penalties', 'coercion'], ['decisions'])) {
    const called = `(?<!不予|免予|移送|听证|旁听|协助(?:执行)?)${escape(rowName(figure))}`;
    addEach(
      { rule: 'N-PERM', sums: [[figure]], clauseNever: published, sentenceSoFarNever: madePublic },
      either(
        `${called}(?:类|方面)?(?:(?:\\d{4}年|本年)度?(?=处理决定))?(?:[：:]?(?:全年|本年度?|年内)?(?:共|共计)?(?:作出|做出|实施|办理)?)(?:(?:事项|案件)(?=处理决定))?(?:处理|措施|(?<=强制)处罚)?(?:决定|案件|办件)?(?:书)?(?:数量|数|量)?(?:下达|共有|${counted}){0,2}`,
        `${called}(?:处理)?(?:决定|案件)?`,
      ),
    );
    gatherShort(gathering, figure);
    // 公开行政许可处理决定 612 件: called as the table calls it.
    add({
      rule: 'N-PERM',
      pattern: `${called}处理决定(?:数量|数)?(?:共|共计|为|有){0,2}${number}`,
      sums: [[figure]],
      clauseNever: /公示|目录|清单|诉讼|复议|下放|取消|备案/u,
    });
    // 办理各类行政许可事项 592 件 were handled; 认领行政许可事项 592 项 are a list.
    add({
      rule: 'N-PERM',
      pattern: `(?:办理|办结|完成|作出|做出|实施|审批)(?:了|各类|各项|的|共|共计){0,3}${called}(?:审批)?事项(?:共|共计|合计|数量|总数|为){0,2}(?=\\d{1,12}(?:[万亿]|\\.\\d)?(?:件|起|宗|次))${number}`,
      sums: [[figure]],
      clauseNever: /公示|发布|公开|公布|目录|清单|诉讼|复议|下放|取消|备案/u,
      sentenceSoFarNever: /备案/u,
    });
    // 行政许可事项办结 592 件: the same with its verb behind.
    add({
      rule: 'N-PERM',
      pattern: `${called}(?:审批)?事项(?:办结|办理)(?:了|共|共计){0,2}(?=\\d{1,12}件)${number}`,
      sums: [[figure]],
      clauseNever: /公示|发布|公开|公布|目录|清单|下放|取消|备案/u,
    });
    const list = '(?:行政(?:许可|处罚|强制)(?:决定|案件)?[、和及与或])*';
    name({
      rule: 'N-PERM',
      word: wording(called),
      denied: wording(
        `^(?:(?:未|没有)(?:作出|做出|实施|采取|办理|发生|产生|出现|开展|有)(?:过|任何)*|(?:无|没有|不存在|不涉及)(?:任何)?)${list}${called}(?!信息|公示|清单|权力|复议|诉讼)`,
      ),
      sums: [[figure]],
      parts: [],
    });
  }
  for (const amount of figuresAt(edition, 'disclosure', ['fees'], ['amount'])) gatherFees(gathering, amount);
}

function gatherFees({ add, name }: Gathering, amount: Figure): void {
  const fees = { rule: 'N-PERM', sums: [[amount]] } as const;
  const called = escape(rowName(amount));
  const charged =
    '(?<!处理)收费(?:项目)?(?:（[^（）\\d]{1,20}）)?(?:(?:共|有|为){0,3}\\d{1,12}[项个]，)?(?:全[县市区局年]|本年|累计|收取|收缴|征收|实收|收入|金额|数额|总额|总金额|总计|合计|共计|共|达|为|人民币|：|:){0,5}';
  for (const { pattern, scale } of [
    { pattern: `${charged}${money}`, scale: 1e-4 },
    { pattern: `${charged}(?<=为)(?<n>0)(?![\\d.]|[万亿]?元)`, scale: 1 },
  ]) {
    add({
      ...fees,
      pattern: pattern,
      scale,
      sentenceMust: wording(called),
      clauseNever: /取消|停征|减免|免收|免征|退还|缓缴|降低|减少|节约|涉企|处理费/u,
    });
  }
  name({
    ...fees,
    word: wording(called),
    denied: wording(
      `(?:${none}|^不涉及)(?:收取|征收|实施|开展|取得|涉及)*(?:任何)?(?:行政(?:许可|处罚|强制)(?:事项|项目|决定)?${and})*${called}(?:项目|收入|金额|事项|情况|情形|行为|的)*$`,
    ),
    parts: [],
  });
}
