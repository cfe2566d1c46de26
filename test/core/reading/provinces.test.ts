import { describe, expect, test } from "vitest";
import { a1 } from "../../../src/core/model/cell";
import { figureAt, type AccountTable, type TableKey } from "../../../src/core/model/table";
import { readBook } from "../../../src/core/reading/read-book";
import { gridOf } from "./grid-of";

function tableOf(text: string, key: TableKey): AccountTable {
  const book = readBook({ sheets: [gridOf(text)] });
  const table = book.tables.get(key);
  expect(table, JSON.stringify(book.sheets)).toBeDefined();
  return table!;
}

const codesOf = (text: string): string[] =>
  readBook({ sheets: [gridOf(text)] })
    .sheets[0]!.notes.map((note) => note.code)
    // These small tables hold whole figures.
    .filter((code) => code !== "precision");

/** Figures as "cell=value" by "row column". */
function expectFigures(table: AccountTable, facts: Readonly<Record<string, string>>): void {
  const read = Object.keys(facts).map((fact) => {
    const [row = "", column = ""] = fact.split(" ");
    const figure = figureAt(table, row, column);
    return [fact, figure ? `${a1(figure.cell)}=${figure.value.toString()}` : "absent"];
  });
  expect(Object.fromEntries(read)).toEqual(facts);
}

describe("classified tables of other provinces", () => {
  test("类|款|项 columns, 栏次 in the third header row, 其中 column under 事业收入", () => {
    const text = `
      收入决算表
      ||||||||||||公开02表
      部门：某某学校||||||||||||金额单位：万元
      项目||||本年收入合计|财政拨款收入|上级补助收入|事业收入||经营收入|附属单位上缴收入|其他收入
      支出功能分类科目编码|||科目名称||||小计|其中：教育收费|||
      类|款|项|栏次|1|2|3|4|5|6|7|8
      |||合计|100|80||15|12|||5
      205|||教育支出|100|80||15|12|||5
      |02||普通教育|100|80||15|12|||5
      ||01|学前教育|60|50||10|8
      ||02|小学教育|40|30||5|4|||5`;
    const table = tableOf(text, "Z02");
    expectFigures(table, {
      "total total": "E7=100",
      "205 undertaking": "H8=15",
      "20502 fiscal": "F9=80",
      "2050201 total": "E10=60",
      "2050202 other": "L11=5",
      "205 undertaking.tuition": "I8=12",
    });
    expect(codesOf(text)).toEqual([]);
  });

  test("一般公共预算支出 with 人员经费 and 公用经费 under 基本支出, 合计 last, no 栏次", () => {
    const text = `
      2023年度一般公共预算财政拨款支出决算表
      编制单位：某某局|||||单位：万元
      科目代码|科目名称|合计|基本支出|||项目支出
      |||小计|人员经费|公用经费|
      201|一般公共服务支出|30|20|15|5|10
      20103|政府办公厅（室）及相关机构事务|30|20|15|5|10
      2010301|行政运行|20|20|15|5|
      2010302|一般行政管理事务|10||||10
      合计||30|20|15|5|10`;
    const table = tableOf(text, "Z05");
    expect(table.year).toBe(2023);
    expectFigures(table, {
      "total basic": "D9=20",
      "201 total": "C5=30",
      "2010302 project": "G8=10",
      "total project": "G9=10",
      "201 basic.personnel": "E5=15",
      "total basic.public": "F9=5",
    });
    expect(codesOf(text)).toEqual([]);
  });

  test("国有资本经营 with opening and closing balances", () => {
    const table = tableOf(
      `
      国有资本经营预算财政拨款收入支出决算表
      单位名称：某某局||||||金额单位：元
      项目||年初结转和结余|本年收入|本年支出|||年末结转和结余
      科目编码|科目名称|||小计|基本支出|项目支出|
      合计||0|500|500|0|500|0
      223|国有资本经营预算支出||500|500||500|`,
      "GZ",
    );
    expectFigures(table, {
      "total income": "D5=500",
      "223 project": "G6=500",
      "223 closing": "H6=0",
      "total opening": "C5=0",
    });
    expect(table.moneyUnit?.unit).toBe("元");
    expect(table.unitName?.text).toBe("某某局");
  });

  test("预算数 beside 决算数 is never read as the final figure", () => {
    const table = tableOf(
      `
      一般公共预算财政拨款支出决算表
      部门：某某局|||||||万元
      项目||年初预算数|||决算数||
      科目编码|科目名称|小计|基本支出|项目支出|小计|基本支出|项目支出
      合计||9|4|5|30|20|10
      201|一般公共服务支出|9|4|5|30|20|10`,
      "Z05",
    );
    expectFigures(table, { "total total": "F5=30", "total basic": "G5=20", "201 project": "H6=10" });
  });

  test("the group label printed over the middle of its columns", () => {
    const table = tableOf(
      `
      政府性基金预算财政拨款收入支出决算表
      ||||||单位:万元
      项目||年初结转和结余|本年收入||本年支出||年末结转和结余
      科目编码|科目名称|||小计|基本支出|项目支出|
      |合计|1|10|9||9|2`,
      "JJ",
    );
    expectFigures(table, {
      "total income": "D5=10",
      "total total": "E5=9",
      "total project": "G5=9",
      "total closing": "H5=2",
    });
  });
});

describe("two-sided tables of other provinces", () => {
  test("no 行次, a note column between the halves, sub-lines below the balances", () => {
    const text = `
      某某厅2024年度收入支出决算总表
      部门：某某厅||||单位：万元
      收入||备注|支出|
      项目|决算数||项目（按功能分类）|决算数
      一、一般公共预算财政拨款收入|100||一、一般公共服务支出|70
      其中：中央转移支付|40||二、文化体育与传媒支出|20
      二、政府性基金预算财政拨款收入|||三、低空经济支出|8
      三、上级补助收入|5
      四、其他收入|1
      本年收入合计|106||本年支出合计|98
      使用非财政拨款结余（含专用结余）|2||结余分配|1
      年初结转和结余|3||其中：提取职工福利基金|0.5
      其中：基本支出结转|1||年末结转和结余|12
      项目支出结转和结余|2||其中：项目支出结转和结余|12
      收入总计|111||支出总计|111`;
    const table = tableOf(text, "Z01");
    expectFigures(table, {
      "income.general amount": "B5=100",
      "income.general.sub.中央转移支付 amount": "B6=40",
      "income.superiorSubsidy amount": "B8=5",
      "income.current amount": "B10=106",
      "income.usedSurplus amount": "B11=2",
      "income.opening amount": "B12=3",
      "income.opening.basic amount": "B13=1",
      "income.opening.project amount": "B14=2",
      "income.total amount": "B15=111",
      "expenditure.207 amount": "E6=20",
      "expenditure.unlisted.低空经济支出 amount": "E7=8",
      "expenditure.distribution amount": "E11=1",
      "expenditure.closing amount": "E13=12",
      "expenditure.closing.project amount": "E14=12",
      "expenditure.total amount": "E15=111",
    });
    expect(table.byKey.get("expenditure.207")?.code).toBe("207");
    expect(codesOf(text)).toEqual(["unknownLine"]);
  });

  test("用事业基金弥补收支差额, three amount columns of which only 决算数 counts", () => {
    const table = tableOf(
      `
      收入支出决算总表
      单位：某某局|||||||单位：万元
      收入||||支出|||
      项目|年初预算数|全年预算数|决算数|项目|年初预算数|全年预算数|决算数
      一、一般公共预算财政拨款收入|1|2|3|一、一般公共服务支出|1|2|3
      二、事业收入|1|1|1|二、外交支出
      本年收入合计|2|3|4|本年支出合计|1|2|3
      用事业基金弥补收支差额||||结余分配
      年初结转和结余||||年末结转和结余|||1
      总计|2|3|4|总计|1|2|4`,
      "Z01",
    );
    expectFigures(table, {
      "income.general amount": "D5=3",
      "expenditure.201 amount": "H5=3",
      "income.usedSurplus amount": "D8=0",
      "expenditure.closing amount": "H9=1",
    });
  });

  test("Z04 without ordinals: the second 一般公共预算财政拨款 belongs to the opening balance", () => {
    const table = tableOf(
      `
      财政拨款收入支出决算总表
      部门：某某局||||||金额单位：万元
      收入||支出||||
      项目|金额|项目|合计|一般公共预算财政拨款|政府性基金预算财政拨款|国有资本经营预算财政拨款
      一般公共预算财政拨款|10|一般公共服务支出|9|9||
      政府性基金预算财政拨款|4|城乡社区支出|5||5|
      国有资本经营预算财政拨款
      本年收入合计|14|本年支出合计|14|9|5|
      年初财政拨款结转和结余|3|年末财政拨款结转和结余|3|3
      一般公共预算财政拨款|2
      政府性基金预算财政拨款|1
      国有资本经营预算财政拨款
      总计|17|总计|17|12|5|`,
      "Z04",
    );
    expectFigures(table, {
      "income.general amount": "B5=10",
      "income.opening amount": "B9=3",
      "income.opening.general amount": "B10=2",
      "income.opening.fund amount": "B11=1",
      "expenditure.212 fund": "F6=5",
      "expenditure.closing general": "E9=3",
      "expenditure.total total": "D13=17",
    });
    expect(table.byKey.get("income.general")?.figures.has("general")).toBe(false);
  });

  test("Z04 with 本年收入 over its items and 上年结转 below", () => {
    const table = tableOf(
      `
      财政拨款收支决算总表
      |||||单位：万元
      收入||支出|||
      项目|决算数|项目|合计|一般公共预算财政拨款|政府性基金预算财政拨款
      一、本年收入|14|一、本年支出|14|9|5
      （一）一般公共预算财政拨款|10|（一）一般公共服务支出|9|9
      （二）政府性基金预算财政拨款|4|（二）城乡社区支出|5||5
      二、上年结转|3|二、结转下年|3|3
      （一）一般公共预算财政拨款|2
      （二）政府性基金预算财政拨款|1
      收入总计|17|支出总计|17|12|5`,
      "Z04",
    );
    expectFigures(table, {
      "income.current amount": "B5=14",
      "income.fund amount": "B7=4",
      "income.opening amount": "B8=3",
      "income.opening.fund amount": "B10=1",
      "expenditure.current fund": "F5=5",
      "expenditure.201 general": "E6=9",
      "expenditure.closing total": "D8=3",
    });
  });
});

describe("Z06 and 三公 of other provinces", () => {
  test("类|款 columns and the totals on rows of their own", () => {
    const table = tableOf(
      `
      一般公共预算财政拨款基本支出决算表
      部门：某某局|||||||单位：万元
      人员经费||||公用经费|||
      科目编码||科目名称|金额|科目编码||科目名称|金额
      类|款|||类|款||
      301||工资福利支出|30|302||商品和服务支出|5
      301|01|基本工资|20|302|01|办公费|5
      301|02|津贴补贴|10
      303||对个人和家庭的补助|2
      303|02|退休费|2
      人员经费合计|||32|公用经费合计|||5`,
      "Z06",
    );
    expectFigures(table, {
      "301 amount": "D6=30",
      "30102 amount": "D8=10",
      "30201 amount": "H7=5",
      "30302 amount": "D10=2",
      "personnelTotal amount": "D11=32",
      "publicTotal amount": "H11=5",
    });
  });

  test("一列清单 with 合计 and a split total label", () => {
    const table = tableOf(
      `
      一般公共预算财政拨款基本支出决算表
      ||单位：元
      经济分类科目编码|科目名称|决算数
      301|工资福利支出|30.5
      30101|基本工资|30.5
      302|商品和服务支出|5
      30201|办公费|5
      人员经费|合计|30.5
      公用经费|合计|5
      合|计|35.5`,
      "Z06",
    );
    expectFigures(table, {
      "30101 amount": "C5=30.5",
      "personnelTotal amount": "C8=30.5",
      "publicTotal amount": "C9=5",
      "total amount": "C10=35.5",
    });
  });

  test("合计, 人员经费 and 公用经费 under 决算数, 合计 last (Shanghai)", () => {
    const text = `
      2024年度一般公共预算财政拨款基本支出决算表
      编制部门：某某局||||单位：万元
      项目||2024年度决算数||
      经济分类科目编码|经济分类科目名称|合计|人员经费|公用经费
      301|工资福利支出|30|30|
      30101|基本工资|30|30|
      302|商品和服务支出|5||5
      30201|办公费|5||5
      合计||35|30|5`;
    const table = tableOf(text, "Z06");
    expectFigures(table, {
      "301 amount": "C5=30",
      "30201 amount": "C8=5",
      "total amount": "C9=35",
      "personnelTotal amount": "D9=30",
      "publicTotal amount": "E9=5",
    });
    expect(table.year).toBe(2024);
  });

  test("机关运行经费 beside the three, each item over 预算数 and 决算数 (Shanghai)", () => {
    const text = `
      一般公共预算财政拨款“三公”经费及机关运行经费支出决算表
      编制部门：某某局||||||||||||单位：万元
      “三公”经费||||||||||||机关运行经费
      合计||因公出国（境）费||公务用车购置及运行费||||||公务接待费||
      ||||小计||公务用车购置费||公务用车运行费||||
      预算数|决算数|预算数|决算数|预算数|决算数|预算数|决算数|预算数|决算数|预算数|决算数|决算数
      12|11|2|1|7|7|3|3|4|4|3|3|99`;
    const table = tableOf(text, "SG");
    expectFigures(table, {
      "budget total": "A7=12",
      "final total": "B7=11",
      "final abroad": "D7=1",
      "budget vehicles": "E7=7",
      "final vehiclePurchase": "H7=3",
      "budget vehicleOperation": "I7=4",
      "final reception": "L7=3",
    });
    expect(codesOf(text)).toEqual([]);
  });

  test("names without codes", () => {
    const text = `
      一般公共预算财政拨款基本支出决算表
      部门：某某局|||单位：万元
      人员经费||公用经费|
      项目|决算数|项目|决算数
      工资福利支出|30|商品和服务支出|5
      基本工资|30|办公费|4
      对个人和家庭的补助|2|新设费用|1
      医疗费补助|2|资本性支出|3
      ||办公设备购置|3
      人员经费合计|32|公用经费合计|8`;
    const table = tableOf(text, "Z06");
    expectFigures(table, {
      "301 amount": "B5=30",
      "30307 amount": "B8=2",
      "30201 amount": "D6=4",
      "31002 amount": "D9=3",
      "publicTotal amount": "D10=8",
    });
    expect(codesOf(text)).toEqual(["codesByName", "uncodedRow"]);
  });

  test("三公 with final figures only and a column of 会议费", () => {
    const text = `
      “三公”经费、会议费、培训费支出决算表
      部门：某某局||||||||单位：万元
      “三公”经费支出||||||会议费|培训费
      合计|因公出国（境）费用|公务用车购置及运行费|||公务接待费||
      ||小计|公务用车购置费|公务用车运行费|||
      7|1|5|2|3|1|4|6`;
    const table = tableOf(text, "SG");
    expectFigures(table, {
      "final total": "A6=7",
      "final vehicles": "C6=5",
      "final vehicleOperation": "E6=3",
      "final reception": "F6=1",
      "budget total": "absent",
    });
    expect(codesOf(text)).not.toContain("unknownColumn");
  });

  test("年初预算数, 全年预算数 and 决算数: 决算 is compared with 全年预算数", () => {
    const text = `
      财政拨款“三公”经费支出决算表
      单位：某某局|||金额单位：万元
      项目|年初预算数|全年预算数|决算数
      “三公”经费合计|10|9|8
      1.因公出国（境）费|1|1|0
      2.公务用车购置及运行维护费|6|6|6
      其中：公务用车购置费|0|0|0
      公务用车运行维护费|6|6|6
      3.公务接待费|3|2|2
      其中：外事接待费|1|1|1`;
    const table = tableOf(text, "SG");
    expectFigures(table, {
      "budget total": "C4=9",
      "final total": "D4=8",
      "budget reception": "C9=2",
      "final vehicleOperation": "D8=6",
    });
    expect(codesOf(text)).toEqual(["unknownLine", "besideColumn"]);
  });
});
