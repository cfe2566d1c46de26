import { expect, test } from "vitest";
import { checkBook } from "../../../src/core/checking/check-book";
import { DEFAULT_SETTINGS } from "../../../src/core/checking/settings";
import { readBook } from "../../../src/core/reading/read-book";
import { rule } from "../../../src/core/rules/cross/x-03-fiscal-income";
import { gridOf } from "../reading/grid-of";

/** Z01 that prints 财政拨款收入 in one line for all funds, and Z04 with the funds apart. */
const bookWith = (fiscal: string): ReturnType<typeof readBook> =>
  readBook({
    sheets: [
      gridOf(
        `
        2024年度收入支出决算总表
        编制单位：某某局|||单位：万元
        收入||支出|
        项目|决算数|项目|决算数
        一、财政拨款收入|${fiscal}|一、一般公共服务支出|240.5
        其中：政府性基金预算财政拨款|40.2||
        本年收入合计|${fiscal}|本年支出合计|240.5
        总计|${fiscal}|总计|240.5`,
        "总表",
      ),
      gridOf(
        `
        2024年度财政拨款收入支出决算总表
        编制单位：某某局|||||单位：万元
        收入||支出|||
        项目|决算数|项目|合计|一般公共预算财政拨款|政府性基金预算财政拨款
        一、一般公共预算财政拨款|200.3|一、一般公共服务支出|240.5|200.3|40.2
        二、政府性基金预算财政拨款|40.2
        本年收入合计|240.5|本年支出合计|240.5|200.3|40.2
        总计|240.5|总计|240.5|200.3|40.2`,
        "财政拨款总表",
      ),
    ],
  });

test.each([
  ["240.5", 0],
  ["248.5", 1],
])("财政拨款收入 %s in one line for all funds", (fiscal, violated) => {
  const result = checkBook({ book: bookWith(fiscal), settings: DEFAULT_SETTINGS }, [rule]);
  expect(result.coverage.find((row) => row.rule === "X-03")?.violated).toBe(violated);
});
