import type { Meaning, ScopedName, Word } from "../tokens";
import type { Scope } from "../sections";

const named = (...names: readonly string[]): Word => ({ kind: "subject", meanings: [{ kind: "named", names }] });
const scoped = (name: ScopedName): Meaning => ({ kind: "scoped", name });
const subject = (...meanings: readonly Meaning[]): Word => ({ kind: "subject", meanings });

const GRAND_TOTALS =
  "收支总计 收、支总计 收入支出总计 收入支出决算总计 收入、支出总计 收入、支出决算总计 收、支决算总计 收支决算总计 收入总计 支出总计 收入决算总计 支出决算总计 收支总额 收支总规模 收支合计 收入和支出总计 收入与支出总计 收支决算总额 收入支出总额 收支决算总规模 收入总计和支出总计 收入总计与支出总计 收入总计、支出总计 收入总计及支出总计";
const INCOMES =
  "收入合计 本年收入合计 本年收入 收入决算合计 收入总额 本年决算收入 本年收入总额 收入决算总额 当年收入合计 当年收入 本年总收入 本年收入决算合计";
const EXPENDITURES =
  "支出合计 本年支出合计 本年支出 支出决算合计 支出总额 本年决算支出 本年支出总额 支出决算总额 当年支出合计 当年支出 本年总支出 本年支出决算合计";
const OPENINGS =
  "年初结转和结余 上年结转和结余 年初结转结余 上年结转结余 年初结转 上年结转 年初财政拨款结转和结余 年初财政拨款结转结余 年初结余 年初结转及结余";
const CLOSINGS =
  "年末结转和结余 年末结转结余 年末结转 结转下年 年末财政拨款结转和结余 年末财政拨款结转结余 年末结余 年末结转及结余 结转和结余结转下年";

const FUNDS: readonly (readonly [string, Scope])[] = [
  ["一般公共预算财政拨款 一般公共预算拨款 一般公共预算 公共预算财政拨款", "general"],
  ["政府性基金预算财政拨款 政府性基金预算 政府性基金财政拨款 政府性基金 基金预算财政拨款", "fund"],
  ["国有资本经营预算财政拨款 国有资本经营预算 国有资本经营财政拨款 国有资本经营", "stateCapital"],
  ["财政拨款", "fiscal"],
];

/** Names of the catalogue and the words departments use for them. */
const NAMED: readonly (readonly [names: readonly string[], words: string])[] = [
  [["财政拨款收入"], "财政拨款收入 财政拨款收入合计 本年财政拨款收入"],
  [["上级补助收入"], "上级补助收入"],
  [["事业收入"], "事业收入"],
  [["经营收入"], "经营收入"],
  [["附属单位上缴收入"], "附属单位上缴收入"],
  [["其他收入"], "其他收入"],
  [["上缴上级支出"], "上缴上级支出"],
  [["经营支出"], "经营支出"],
  [["对附属单位补助支出"], "对附属单位补助支出 对附属单位补助"],
  [["结余分配"], "结余分配"],
  [["使用非财政拨款结余"], "使用非财政拨款结余 使用非财政拨款结余(含专用结余) 用事业基金弥补收支差额"],
  [["人员经费"], "人员经费 人员经费支出 人员支出"],
  [["公用经费"], "公用经费 日常公用经费 公用经费支出 公用支出 日常公用经费支出"],
  [
    ["三公经费"],
    "三公经费 三公经费支出 三公经费财政拨款支出 财政拨款三公经费 财政拨款三公经费支出 一般公共预算财政拨款三公经费 一般公共预算财政拨款三公经费支出 三公经费总支出 一般公共预算三公经费 一般公共预算三公经费支出 三公经费总额 三公经费合计",
  ],
  [
    ["因公出国（境）费"],
    "因公出国(境)费 因公出国(境)费用 因公出国(境)经费 因公出国(境)支出 因公出国(境)费支出 出国(境)费 因公出国费 因公出国境费 因公出国(境)费用支出",
  ],
  [
    ["公务用车购置及运行维护费"],
    "公务用车购置及运行维护费 公务用车购置及运行费 公务用车购置及运行维护费支出 公务用车购置和运行维护费 公务用车购置和运行费 公务用车购置及运行维护支出 公务用车购置及运行支出 公车购置及运行维护费 公务用车购置及运行费支出 公务用车购置与运行维护费 公务用车费",
  ],
  [["公务用车购置费"], "公务用车购置费 公务用车购置费支出 公务用车购置支出 公务用车购置 公务用车购置经费"],
  [
    ["公务用车运行维护费"],
    "公务用车运行维护费 公务用车运行维护费支出 公务用车运行费 公务用车运行维护支出 公务用车运行费支出 公务用车运行支出 公务用车维护费 公务用车运行维护经费",
  ],
  [["公务接待费"], "公务接待费 公务接待费支出 公务接待支出 公务接待费用 公务接待经费"],
  [["国内接待费"], "国内接待费 国内公务接待费 国内公务接待支出 国内接待支出 国内接待费支出 国内公务接待费支出"],
  [
    ["国（境）外接待费"],
    "国(境)外接待费 国(境)外公务接待费 国(境)外接待支出 国(境)外公务接待支出 国(境)外接待费支出 国外接待费 境外接待费",
  ],
  [["外事接待费"], "外事接待费 外事接待支出 外事接待费支出 国内外事接待费 国内外事接待支出 外事接待经费"],
  [["机关运行经费"], "机关运行经费 机关运行经费支出 机关运行费"],
  [
    ["政府采购支出总额"],
    "政府采购支出总额 政府采购支出 政府采购支出合计 政府采购总额 政府采购金额 政府采购支出金额 采购支出总额 政府采购合同总额",
  ],
  [
    ["政府采购货物支出"],
    "政府采购货物支出 货物支出 货物支出金额 政府采购货物类支出 政府采购货物 货物采购支出 货物采购支出金额 货物类支出 货物采购金额",
  ],
  [
    ["政府采购工程支出"],
    "政府采购工程支出 工程支出 工程支出金额 政府采购工程类支出 政府采购工程 工程采购支出 工程采购支出金额 工程类支出 工程采购金额",
  ],
  [
    ["政府采购服务支出"],
    "政府采购服务支出 服务支出 服务支出金额 政府采购服务类支出 政府采购服务 服务采购支出 服务采购支出金额 服务类支出 服务采购金额",
  ],
  [
    ["授予中小企业合同金额"],
    "授予中小企业合同金额 授予中小企业合同 授予中小企业的合同金额 授予中小企业的合同 授予中小企业合同总额 授予中小企业金额",
  ],
  [
    ["授予小微企业合同金额"],
    "授予小微企业合同金额 授予小微企业合同 授予小微企业的合同金额 授予小微企业的合同 授予小型微型企业合同金额 授予小微企业金额",
  ],
  ...(["货物", "工程", "服务"] as const).map((kind): readonly [readonly string[], string] => [
    [`${kind}采购授予中小企业合同金额`],
    `${kind}采购授予中小企业合同金额 ${kind}采购授予中小企业合同 ${kind}授予中小企业合同金额 ${kind}采购授予中小企业的合同金额`,
  ]),
  [
    ["项目支出预算总额", "项目支出", "一般公共预算项目支出"],
    "项目支出总额 预算项目支出总额 一般公共预算项目支出总额 项目支出预算总额 部门预算项目支出总额 一般公共预算财政拨款项目支出总额",
  ],
  [["绩效自评涉及预算资金"], "绩效自评涉及预算资金 自评涉及资金 绩效自评涉及资金"],
  [["重点绩效评价涉及资金"], "重点绩效评价涉及资金 重点评价涉及资金"],
  [["部门评价涉及预算资金"], "部门评价涉及预算资金 部门评价涉及资金"],
];

/** Static names, the same in every workbook. Names of 科目 and projects come from the workbook. */
export const SUBJECT_WORDS: readonly (readonly [string, Word])[] = [
  ...each(GRAND_TOTALS, subject(scoped("grandTotal"))),
  // 财政拨款收入 at the beginning of these would be read as a subject of its own.
  ...each(GRAND_TOTALS, named("财政拨款收支总计")).map(([word, is]) => [`财政拨款${word}`, is] as const),
  ...each(INCOMES, subject(scoped("income"))),
  ["总收入", subject(scoped("income"), scoped("grandTotal"))],
  ...each(EXPENDITURES, subject(scoped("expenditure"))),
  ["总支出", subject(scoped("expenditure"), scoped("grandTotal"))],
  ["基本支出", subject(scoped("basic"))],
  ["项目支出", subject(scoped("project"))],
  ...each(OPENINGS, subject(scoped("opening"))),
  ...each(CLOSINGS, subject(scoped("closing"))),
  ...NAMED.flatMap(([names, words]) => each(words, named(...names))),
  ...each("预算资金 涉及资金 涉及预算资金 涉及财政资金 资金总额 涉及资金总额", subject({ kind: "evaluationFunds" })),
  ...FUNDS.flatMap(([words, scope]) => each(words, { kind: "fund", scope })),
  ["收入", { kind: "bare", name: "income" }],
  ["支出", { kind: "bare", name: "expenditure" }],
];

function each(words: string, word: Word): readonly (readonly [string, Word])[] {
  return words.split(" ").map((text) => [text, word] as const);
}
