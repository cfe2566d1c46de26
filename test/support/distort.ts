import type { CellValue, SheetGrid, WorkbookGrid } from "../../src/core/model/grid";

/** Cells of one sheet, row by row, for distorting. */
type Rows = CellValue[][];

/** A layout that other provinces, years or careless hands produce, made from a well-formed workbook. */
export interface Distortion {
  readonly name: string;
  readonly apply: (grid: WorkbookGrid) => WorkbookGrid;
  /** Rows ("Z01 income.stateCapital") or tables ("GZ") that the distorted layout does not print. */
  readonly without?: readonly RegExp[];
  /** Factor of every figure in the distorted workbook (元 instead of 万元). */
  readonly factor?: number;
}

/** Which 公开 table a case sheet holds, told by its tab name ("公开05表 一般公共…"). */
function kindOf(sheet: SheetGrid): string {
  const title = sheet.name.replace(/^公开\d+表\s*/, "");
  if (!sheet.name.startsWith("公开")) return "";
  if (title.startsWith("财政拨款收入支出")) return "Z04";
  if (title.startsWith("收入支出")) return "Z01";
  if (title.startsWith("收入决算")) return "Z02";
  if (title.startsWith("支出决算")) return "Z03";
  if (title.includes("基本支出")) return "Z06";
  if (title.includes("三公")) return "SG";
  if (title.startsWith("政府性基金")) return "JJ";
  return title.startsWith("国有资本") ? "GZ" : "Z05";
}

const CLASSIFIED = ["Z02", "Z03", "Z05", "JJ", "GZ"];
const TWO_SIDED = ["Z01", "Z04"];
const ALL = ["Z01", "Z02", "Z03", "Z04", "Z05", "Z06", "SG", "JJ", "GZ"];

/** Rewrites the sheets of some tables; merged areas are dropped, since cells move. */
function onTables(kinds: readonly string[], change: (rows: Rows, kind: string) => Rows): Distortion["apply"] {
  return (grid) => ({
    sheets: grid.sheets.map((sheet) => {
      const kind = kindOf(sheet);
      if (!kinds.includes(kind)) return sheet;
      const copy = sheet.values.map((row) => [...row]);
      return { name: sheet.name, top: sheet.top, left: sheet.left, values: change(copy, kind) };
    }),
  });
}

const plain = (value: CellValue | undefined): string =>
  value === null || value === undefined ? "" : String(value).replace(/\s/g, "");
const widthOf = (rows: Rows): number => Math.max(...rows.map((row) => row.length));
const blankRow = (rows: Rows): CellValue[] => new Array<CellValue>(widthOf(rows)).fill(null);
const isNote = (row: readonly CellValue[]): boolean => /^(?:注[:：]|本(?:部门|单位)没有)/.test(plain(row[0]));
const isRunning = (row: readonly CellValue[]): boolean =>
  row.some((value) => plain(value) === "栏次") ||
  (row.filter((value) => value !== null).length > 2 && row.every((value, i) => value === null || value === i + 1));

/** First row of the body: below 栏次, or the first row that holds a number or a note. */
function bodyStart(rows: Rows): number {
  const running = rows.findIndex((row, i) => i > 3 && i < 9 && isRunning(row));
  if (running >= 0) return running + 1;
  return rows.findIndex((row, i) => i > 3 && (isNote(row) || row.some((value) => typeof value === "number")));
}

function bodyEnd(rows: Rows): number {
  const note = rows.findIndex((row, i) => i >= bodyStart(rows) && isNote(row));
  return note < 0 ? rows.length : note;
}

const isTotalRow = (row: readonly CellValue[]): boolean => plain(row[0]) + plain(row[1]) === "合计";
const mapCells = (rows: Rows, change: (value: CellValue, row: number, column: number) => CellValue): Rows =>
  rows.map((row, r) => row.map((value, c) => change(value, r, c)));

/** Figures of the body only: not 栏次, 行次, codes. */
function mapFigures(rows: Rows, change: (value: number) => CellValue): Rows {
  const start = bodyStart(rows);
  const lineNumbers = rows[4]?.flatMap((value, c) => (plain(value) === "行次" ? [c] : [])) ?? [];
  return mapCells(rows, (value, r, c) =>
    typeof value === "number" && r >= start && !isRunning(rows[r] ?? []) && !lineNumbers.includes(c)
      ? change(value)
      : value,
  );
}

/** Splits the code column of a classified table in 类|款|项. */
function splitCodes(blankParents: boolean): (rows: Rows) => Rows {
  return (rows) => {
    let previous: string[] = [];
    return rows.map((row, r) => {
      const [first = null, ...rest] = row;
      const code = plain(first);
      if (r < bodyStart(rows) || !/^\d{3,7}$/.test(code)) return [first, null, null, ...rest];
      const parts = [code.slice(0, 3), code.slice(3, 5), code.slice(5, 7)];
      const printed = parts.map((part, i) =>
        part === "" || (blankParents && parts[i + 1] && part === previous[i]) ? null : part,
      );
      previous = parts;
      return [...printed, ...rest];
    });
  };
}

function withPageBreak(rows: Rows): Rows {
  const start = bodyStart(rows);
  const end = bodyEnd(rows);
  if (end - start < 4) return rows;
  const middle = Math.floor((start + end) / 2);
  return [...rows.slice(0, middle), ...rows.slice(0, start).map((row) => [...row]), ...rows.slice(middle)];
}

function noisy(text: string): string {
  if (/[:：]/.test(text) || /\d/.test(text) || text.length > 24) return text;
  const marks = ["\u3000", " ", "\n", "\u00a0"];
  const spaced = Array.from(text)
    .map((c, i) => (i > 0 && i % 2 === 0 ? (marks[(i / 2) % 4] ?? "") + c : c))
    .join("");
  return spaced.replace(/（/g, "(").replace(/）/g, ")").replace(/[“”]/g, '"');
}

/** Drops the columns headed 行次 and the 栏次 row, and the line with the 公开 code. */
function withoutLineNumbers(rows: Rows): Rows {
  const drop = new Set(rows[4]?.flatMap((value, c) => (plain(value) === "行次" ? [c] : [])));
  return rows
    .filter((row, r) => !(r < 9 && isRunning(row)) && !row.some((value) => /^公开\d+表$/.test(plain(value))))
    .map((row) => row.filter((_, c) => !drop.has(c)));
}

function insertColumns(rows: Rows, after: (column: number) => boolean): Rows {
  return rows.map((row) => row.flatMap((value, c) => (after(c) ? [value, null] : [value])));
}

/** 预算数 | 决算数 under each half's amount (Z01) or over the funds (Z04 keeps one amount a fund, doubled). */
function withBudgets(rows: Rows): Rows {
  const header = rows[4] ?? [];
  const amounts = new Set(
    header.flatMap((value, c) => (/^(?:金额|决算数|合计|.*财政拨款)$/.test(plain(value)) ? [c] : [])),
  );
  const start = bodyStart(rows);
  const doubled = rows.map((row, r) =>
    row.flatMap((value, c): CellValue[] => {
      if (!amounts.has(c)) return [value];
      if (r === 4) return /^(?:金额|决算数)$/.test(plain(value)) ? ["年初预算数", "决算数"] : [value, null];
      if (r < start) return isRunning(row) ? [value, value] : [value, null];
      return isNote(row) ? [value, null] : [typeof value === "number" ? value + 77 : value, value];
    }),
  );
  const under = doubled[4]?.map((value, c): CellValue => {
    if (/^(?:合计|.*财政拨款)$/.test(plain(value))) return "年初预算数";
    return /^(?:合计|.*财政拨款)$/.test(plain(doubled[4]?.[c - 1])) ? "决算数" : null;
  });
  return under?.some((value) => value !== null) ? [...doubled.slice(0, 5), under, ...doubled.slice(5)] : doubled;
}

/** 三公 with each item over 预算数 | 决算数. */
function itemsOverSides(rows: Rows): Rows {
  const figures = rows[bodyStart(rows)] ?? [];
  const pairs = [0, 1, 2, 3, 4, 5].flatMap((i) => [figures[i] ?? null, figures[i + 6] ?? null]);
  return [
    ...rows.slice(0, 3),
    [
      "合计",
      null,
      "因公出国（境）费",
      null,
      "公务用车购置及运行维护费",
      null,
      null,
      null,
      null,
      null,
      "公务接待费",
      null,
    ],
    [null, null, null, null, "小计", null, "公务用车购置费", null, "公务用车运行费", null, null, null],
    [0, 1, 2, 3, 4, 5].flatMap(() => ["预算数", "决算数"]),
    pairs,
    ...rows.slice(bodyStart(rows) + 1),
  ];
}

/** 三公 with items down the rows. */
function itemsDown(rows: Rows): Rows {
  const figures = rows[bodyStart(rows)] ?? [];
  const labels = [
    "合计",
    "1.因公出国（境）费",
    "2.公务用车购置及运行维护费",
    "（1）公务用车购置费",
    "（2）公务用车运行维护费",
    "3.公务接待费",
  ];
  const body = labels.map((label, i): CellValue[] => [label, figures[i] ?? null, figures[i + 6] ?? null]);
  return [
    [rows[0]?.[0] ?? null],
    [null, null, "金额单位：万元"],
    [rows[2]?.[0] ?? null],
    ["项目", "预算数", "决算数"],
    ...body,
  ];
}

/** 三公 with its header broken over five rows, blanks between. */
function brokenHeader(rows: Rows): Rows {
  const start = bodyStart(rows);
  const twice = (labels: CellValue[]): CellValue[] => [...labels, ...labels];
  return [
    ...rows.slice(0, 3),
    ["预算数", null, null, null, null, null, "决算数", null, null, null, null, null],
    blankRow(rows),
    twice([null, "因公出国", "公务用车购置及", null, null, "公务"]),
    twice(["合计", "（境）费", "运行维护费", null, null, "接待费"]),
    blankRow(rows),
    twice([null, null, "小计", "公务用车", "公务用车", null]),
    twice([null, null, null, "购置费", "运行维护费", null]),
    ...rows.slice(start - 1),
  ];
}

/** Z06 as one list: code, name, 合计, 人员经费, 公用经费. */
function singleList(rows: Rows): Rows {
  const start = bodyStart(rows);
  const end = bodyEnd(rows);
  const items = [0, 3, 6].flatMap((column) =>
    rows.slice(start, end).flatMap((row): CellValue[][] => {
      const code = plain(row[column]);
      const amount = row[column + 2] ?? null;
      if (!/^\d{3,5}$/.test(code)) return [];
      return [
        /^30[13]/.test(code)
          ? [code, row[column + 1] ?? null, amount, amount, null]
          : [code, row[column + 1] ?? null, amount, null, amount],
      ];
    }),
  );
  const totals = (rows[end - 1] ?? []).filter((value): value is number => typeof value === "number");
  const [personnel = 0, publicFunds = 0] = totals;
  return [
    ...rows.slice(0, 3),
    ["经济分类科目编码", "科目名称", "本年基本支出", null, null],
    [null, null, "合计", "人员经费", "公用经费"],
    ["合计", null, personnel + publicFunds, personnel, publicFunds],
    ...items,
  ];
}

/** Z06 in two blocks: the third below the second. */
function twoBlocks(rows: Rows): Rows {
  const start = bodyStart(rows);
  const end = bodyEnd(rows);
  const body = rows.slice(start, end - 1);
  const third = body.map((row) => row.slice(6, 9)).filter((cells) => cells.some((value) => value !== null));
  const left = body.map((row) => row.slice(0, 3));
  const right = [
    ...body.map((row) => row.slice(3, 6)).filter((cells) => cells.some((value) => value !== null)),
    ...third,
  ];
  const totals = (rows[end - 1] ?? []).filter((value): value is number => typeof value === "number");
  const joined = right.map((cells, i) => [...(left[i] ?? [null, null, null]), ...cells]);
  const last: CellValue[] = ["人员经费合计", null, totals[0] ?? null, "公用经费合计", null, totals[1] ?? null];
  return [
    ...rows.slice(0, start).map((row) => (isRunning(row) ? [null] : row.slice(0, 6))),
    ...joined,
    last,
    ...rows.slice(end),
  ];
}

const SHANGHAI: Readonly<Record<string, string>> = {
  使用非财政拨款结余: "使用非财政拨款结余（含专用结余）",
  年初结转和结余: "上年结转和结余",
  总计: "收入总计",
};

/** The workbook with a second organisation's tables behind it. */
function withSecondOrganisation(grid: WorkbookGrid): WorkbookGrid {
  const others = grid.sheets.filter((sheet) => ["Z01", "Z02", "Z03"].includes(kindOf(sheet)));
  const copies = others.map((sheet) => ({
    ...sheet,
    name: `${sheet.name.slice(0, 20)} (2)`,
    values: sheet.values.map((row) =>
      row.map((value) => (/^(?:部门|单位)：/.test(plain(value)) ? "部门：另一单位服务中心" : value)),
    ),
  }));
  return { sheets: [...grid.sheets, ...copies] };
}

const text = (value: CellValue, format: (text: string) => string): CellValue =>
  typeof value === "string" ? format(value) : value;

/** Layouts under which the facts of a case must stay the same. */
export const DISTORTIONS: readonly Distortion[] = [
  {
    name: "用区不从 A1 开始",
    apply: (grid) => ({ sheets: grid.sheets.map((s) => ({ ...s, top: 7, left: 3, merges: [] })) }),
  },
  {
    name: "左侧和上方有空行空列",
    apply: onTables(ALL, (rows) => [[null], [null], ...rows.map((row) => [null, ...row])]),
  },
  {
    name: "表中夹空行",
    apply: onTables(ALL, (rows) => rows.flatMap((row, i) => (i % 3 === 2 ? [row, blankRow(rows)] : [row]))),
  },
  { name: "表中夹空列", apply: onTables(ALL, (rows) => insertColumns(rows, (c) => c % 2 === 1)) },
  { name: "编码分类款项三列", apply: onTables(CLASSIFIED, splitCodes(false)) },
  { name: "编码三列且上级留空", apply: onTables(CLASSIFIED, splitCodes(true)) },
  {
    name: "编码三列均写全码",
    apply: onTables(CLASSIFIED, (rows) =>
      rows.map((row, r) => {
        const code = plain(row[0]);
        if (r < bodyStart(rows) || !/^\d{3,7}$/.test(code)) return [row[0] ?? null, null, null, ...row.slice(1)];
        return [
          code.slice(0, 3),
          code.length > 3 ? code.slice(0, 5) : null,
          code.length > 5 ? code : null,
          ...row.slice(1),
        ];
      }),
    ),
  },
  {
    name: "编码为数值",
    apply: onTables([...CLASSIFIED, "Z06"], (rows) =>
      mapCells(rows, (v) => (/^\d{3,7}$/.test(plain(v)) ? Number(v) : v)),
    ),
  },
  {
    name: "编码全角带空格",
    apply: onTables(CLASSIFIED, (rows) =>
      mapCells(rows, (v) =>
        text(v, (t) =>
          /^\d{3,7}$/.test(t)
            ? ` ${Array.from(t)
                .map((d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0))
                .join("")}　`
            : t,
        ),
      ),
    ),
  },
  {
    name: "编码与名称同格",
    apply: onTables(CLASSIFIED, (rows) =>
      rows.map((row, r) =>
        r >= bodyStart(rows) && /^\d{3,7}$/.test(plain(row[0]))
          ? [`${plain(row[0])} ${plain(row[1])}`, null, ...row.slice(2)]
          : row,
      ),
    ),
  },
  {
    name: "合计在末行",
    apply: onTables(CLASSIFIED, (rows) => {
      const total = rows.findIndex(isTotalRow);
      if (total < 0) return rows;
      const end = bodyEnd(rows);
      return [...rows.slice(0, total), ...rows.slice(total + 1, end), rows[total] ?? [], ...rows.slice(end)];
    }),
  },
  {
    name: "合计行无名称",
    apply: onTables(["Z02", "Z03", "Z05"], (rows) =>
      rows.map((row) => (isTotalRow(row) ? [null, null, ...row.slice(2)] : row)),
    ),
  },
  {
    name: "合计二字分在两格",
    apply: onTables(CLASSIFIED, (rows) => rows.map((row) => (isTotalRow(row) ? ["合", "计", ...row.slice(2)] : row))),
  },
  { name: "数字为文本带千分位", apply: onTables(ALL, (rows) => mapFigures(rows, (v) => v.toLocaleString("en-US"))) },
  {
    name: "数字为全角文本",
    apply: onTables(ALL, (rows) =>
      mapFigures(rows, (v) =>
        Array.from(v.toFixed(2))
          .map((d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0))
          .join(""),
      ),
    ),
  },
  {
    name: "金额单位为元",
    factor: 10000,
    apply: onTables(ALL, (rows) =>
      mapCells(
        mapFigures(rows, (v) => Math.round(v * 10000)),
        (v) => text(v, (t) => t.replace(/^金额单位：万元$/, "单位：元")),
      ),
    ),
  },
  { name: "页间重复标题和表头", apply: onTables([...CLASSIFIED, ...TWO_SIDED, "Z06"], withPageBreak) },
  { name: "标签夹空格换行全半角混用", apply: onTables(ALL, (rows) => mapCells(rows, (v) => text(v, noisy))) },
  { name: "无公开号无行次无栏次", apply: onTables(ALL, withoutLineNumbers) },
  {
    name: "工作表名为 Sheet1",
    apply: (grid) => ({ sheets: grid.sheets.map((s, i) => ({ ...s, name: `Sheet${i + 1}` })) }),
  },
  {
    name: "表内无标题，只有工作表名",
    apply: onTables(ALL, (rows) => mapCells(rows, (v, r) => (r === 0 ? null : v))),
  },
  {
    name: "标题前有单位和年度",
    apply: onTables(ALL, (rows) =>
      mapCells(rows, (v, r, c) => (r === 0 && c === 0 ? `某某市人民政府办公室2022年度部门决算${plain(v)}（公开）` : v)),
    ),
  },
  { name: "预算数与决算数两列", apply: onTables(TWO_SIDED, withBudgets) },
  { name: "三公按项目分预算决算", apply: onTables(["SG"], itemsOverSides) },
  { name: "三公项目竖排", apply: onTables(["SG"], itemsDown) },
  { name: "三公表头拆成多行", apply: onTables(["SG"], brokenHeader) },
  { name: "基本支出为单列清单", apply: onTables(["Z06"], singleList), without: [] },
  { name: "基本支出为两栏", apply: onTables(["Z06"], twoBlocks) },
  {
    name: "2019 年版：无国有资本经营",
    without: [/^GZ/, /stateCapital/],
    apply: (grid) => ({
      sheets: onTables(TWO_SIDED, (rows, kind) =>
        rows
          .map((row) => (kind === "Z04" ? row.slice(0, 8) : row))
          .map((row) => (/国有资本经营/.test(plain(row[0])) ? [null, null, null, ...row.slice(3)] : row)),
      )(grid).sheets.filter((sheet) => kindOf(sheet) !== "GZ"),
    }),
  },
  { name: "两个单位的表在同一工作簿", apply: withSecondOrganisation },
  {
    name: "上海版项目名称",
    apply: onTables(["Z01"], (rows) => mapCells(rows, (v, _, c) => (c === 0 ? (SHANGHAI[plain(v)] ?? v) : v))),
  },
  {
    name: "旧版科目名称",
    apply: onTables(TWO_SIDED, (rows) =>
      mapCells(rows, (v) =>
        text(v, (t) =>
          t
            .replace("文化旅游体育与传媒", "文化体育与传媒")
            .replace("卫生健康支出", "医疗卫生与计划生育支出")
            .replace("自然资源海洋", "国土海洋")
            .replace("工业信息等", "信息等")
            .replace("使用非财政拨款结余", "用事业基金弥补收支差额"),
        ),
      ),
    ),
  },
  {
    name: "空白处填短横线",
    apply: onTables(["Z02", "Z03", "Z05"], (rows) =>
      rows.map((row, r) =>
        r >= bodyStart(rows) && r < bodyEnd(rows) ? row.map((v, c) => (c > 1 && v === null ? "—" : v)) : row,
      ),
    ),
  },
  {
    name: "单位行在公开号之前且单独成行",
    apply: onTables(ALL, (rows) => [
      rows[0] ?? [],
      [plain(rows[2]?.[0])],
      ["单位：万元"],
      rows[1] ?? [],
      ...rows.slice(3),
    ]),
  },
  {
    name: "表右和表下有批注数字",
    apply: onTables(ALL, (rows) => {
      const width = widthOf(rows);
      const marked = rows.map((row, r) =>
        r === 8 ? [...row, ...new Array<null>(width - row.length + 2).fill(null), "核对", 123.45] : row,
      );
      return [...marked, [null, "复核人：", 20230401], ["第 1 页"]];
    }),
  },
  {
    name: "有封面目录和说明",
    apply: (grid) => ({
      sheets: [
        { name: "封面", top: 0, left: 0, values: [["2022年度部门决算"], ["某某市人民政府办公室"]] },
        { name: "目录", top: 0, left: 0, values: [["目 录"], ...grid.sheets.slice(0, 9).map((s) => [s.name])] },
        {
          name: "说明",
          top: 0,
          left: 0,
          values: [["一、收入支出决算总体情况说明"], ["2022年度收、支总计10839.03万元。"]],
        },
        { name: "空表", top: 0, left: 0, values: [] },
        ...grid.sheets,
      ],
    }),
  },
];
