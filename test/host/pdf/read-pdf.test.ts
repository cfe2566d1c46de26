import { describe, expect, it } from "vitest";
import { pdfAssets } from "../../../src/cli/document/pdf-assets";
import type { PublishedDocument } from "../../../src/core/document/model";
import { readPdf } from "../../../src/host/pdf/read-pdf";
import { ruledMarks, writePdf, type PdfMark, type PdfPage } from "../../support/pdf-writer";

const read = (pages: readonly PdfPage[], mostPages?: number): Promise<PublishedDocument> =>
  readPdf(writePdf(pages), { assets: pdfAssets(), ...(mostPages === undefined ? {} : { mostPages }) });

const tables = ({ blocks }: PublishedDocument) =>
  blocks.flatMap((block) => (block.kind === "table" ? [block.rows.map((row) => row.map((text) => text ?? ""))] : []));
const texts = ({ blocks }: PublishedDocument) =>
  blocks.flatMap((block) => (block.kind === "paragraph" ? [block.text] : []));

const XS = [60, 130, 260, 330, 400, 470];
const ys = (rows: number, from = 100): number[] => Array.from({ length: rows + 1 }, (_, i) => from + 30 * i);
const HEAD = [
  { row: 0, column: 0, span: 2, text: "项目" },
  { row: 0, column: 2, rows: 2, text: "本年支出\n合计" },
  { row: 0, column: 3, rows: 2, text: "基本支出" },
  { row: 0, column: 4, rows: 2, text: "项目支出" },
  { row: 1, column: 0, text: "科目编码" },
  { row: 1, column: 1, text: "科目名称" },
];
const row = (at: number, ...values: readonly string[]) =>
  values.map((text, column) => ({ row: at, column, text })).filter(({ text }) => text !== "");
const HEADER_ROWS = [
  ["项目", "", "本年支出合计", "基本支出", "项目支出"],
  ["科目编码", "科目名称", "", "", ""],
];

describe("a ruled table", () => {
  const page: PdfPage = {
    marks: [
      { text: "支出决算表", x: 240, y: 60, size: 14 },
      { text: "单位：万元", x: 410, y: 90 },
      ...ruledMarks(XS, ys(4), [
        ...HEAD,
        ...row(2, "201", "一般公共服务支出", "1,264.87", "62.63", "1,202.24"),
        ...row(3, "2080505", "机关事业单位基本养老\n保险缴费支出", "6.18", "6.18", ""),
      ]),
      { text: "注：本表反映部门本年度各项支出情况。", x: 60, y: 250 },
      { text: "－ 3 －", x: 280, y: 740 },
    ],
  };
  const expected = [
    ...HEADER_ROWS,
    ["201", "一般公共服务支出", "1,264.87", "62.63", "1,202.24"],
    ["2080505", "机关事业单位基本养老保险缴费支出", "6.18", "6.18", ""],
  ];

  it("comes back cell by cell, merged heads and broken labels included, page number left out", async () => {
    const document = await read([page]);
    expect(tables(document)).toEqual([expected]);
    expect(texts(document)).toEqual(["支出决算表", "单位：万元", "注：本表反映部门本年度各项支出情况。"]);
    const [table] = document.blocks.filter((block) => block.kind === "table");
    expect(table?.merges).toContainEqual({ top: 0, left: 0, bottom: 0, right: 1 });
    expect(table?.places?.[2]?.[2]).toMatchObject({ page: 1, left: 260, top: 160, right: 330, bottom: 190 });
  });

  it("is the same on a page that is turned, and printed sideways on one that is not", async () => {
    expect(tables(await read([{ ...page, rotate: 90 }]))).toEqual([expected]);
    const sideways = page.marks.map((mark): PdfMark => {
      if ("text" in mark) return { ...mark, x: mark.y, y: 842 - mark.x, turn: true };
      if ("line" in mark) {
        const [x1, y1, x2, y2] = mark.line;
        return { line: [y1, 842 - x1, y2, 842 - x2] };
      }
      return mark;
    });
    const document = await read([{ marks: sideways }]);
    expect(tables(document)).toEqual([expected]);
    const [table] = document.blocks.filter((block) => block.kind === "table");
    expect(table?.places?.[2]?.[2]).toMatchObject({ left: 160, right: 190, top: 842 - 330, bottom: 842 - 260 });
  });

  it("goes on over pages without its repeated header, the page of each cell known", async () => {
    const next: PdfPage = {
      marks: [
        { text: "支出决算表（续）", x: 240, y: 60, size: 14 },
        { text: "单位：万元", x: 410, y: 90 },
        ...ruledMarks(XS, ys(3), [...HEAD, ...row(2, "221", "住房保障支出", "29.42", "29.42", "")]),
      ],
    };
    const first = { marks: page.marks.filter((mark) => !("text" in mark) || !/^[注－]/.test(mark.text)) };
    const document = await read([first, next]);
    expect(tables(document)).toEqual([[...expected, ["221", "住房保障支出", "29.42", "29.42", ""]]]);
    const [table] = document.blocks.filter((block) => block.kind === "table");
    expect(table?.places?.[4]?.[2]?.page).toBe(2);
  });

  it("ends where the next page has a title of its own", async () => {
    const other = {
      marks: page.marks.map((mark) =>
        "text" in mark && mark.text === "支出决算表" ? { ...mark, text: "收入决算表" } : mark,
      ),
    };
    const first = { marks: page.marks.filter((mark) => !("text" in mark) || !mark.text.startsWith("注")) };
    expect(tables(await read([first, other]))).toHaveLength(2);
  });

  it("keeps text apart that is taller than its row and printed over the next", async () => {
    const low = [100, 113, 126, 139];
    const document = await read([
      {
        marks: [
          ...ruledMarks([60, 130, 230, 330], low, [
            ...row(0, "科目编码", "科目名称", "合计"),
            ...row(1, "2010399", "", "585.76"),
            ...row(2, "208", "社会保障和就业支出", "697.29"),
          ]),
          { text: "其他政府办公厅（室）及", x: 133, y: 117, size: 9 },
          { text: "相关机构事务支出", x: 133, y: 128, size: 9 },
        ],
      },
    ]);
    expect(tables(document)[0]?.[1]).toEqual(["2010399", "其他政府办公厅（室）及相关机构事务支出", "585.76"]);
    expect(tables(document)[0]?.[2]).toEqual(["208", "社会保障和就业支出", "697.29"]);
  });

  it("has a row for every line of figures where no lines run between rows", async () => {
    const lines = [100, 130, 250];
    const marks = ruledMarks([60, 260, 340], lines, [...row(0, "项目", "决算数")]);
    const items = ["一、财政拨款收入", "二、事业收入", "三、其他收入"].flatMap((text, i): PdfMark[] => [
      { text, x: 64, y: 150 + 30 * i, size: 9 },
      ...(i === 1 ? [] : [{ text: `${i + 1}0.25`, x: 310, y: 150 + 30 * i, size: 9 }]),
    ]);
    expect(tables(await read([{ marks: [...marks, ...items] }]))).toEqual([
      [
        ["项目", "决算数"],
        ["一、财政拨款收入", "10.25"],
        ["二、事业收入", ""],
        ["三、其他收入", "30.25"],
      ],
    ]);
  });
});

describe("a table without lines", () => {
  const print = (y: number, ...cells: readonly (readonly [x: number, text: string])[]): PdfMark[] =>
    cells.map(([x, text]) => ({ text, x, y, size: 9 }));

  it("is read by where its texts stand, and is said to be", async () => {
    const document = await read([
      {
        marks: [
          ...print(60, [200, "收入决算表"]),
          ...print(100, [60, "科目编码"], [150, "科目名称"], [330, "合计"], [420, "财政拨款收入"], [500, "其他收入"]),
          ...print(120, [60, "201"], [150, "一般公共服务支出"], [340, "264.87"], [440, "264.87"]),
          ...print(140, [60, "20103"], [150, "政府办公厅（室）"], [340, "164.87"], [440, "164.87"]),
          ...print(160, [60, "208"], [150, "社会保障和就业支出"], [346, "10.82"], [446, "10.82"]),
          ...print(180, [60, "221"], [150, "住房保障支出"], [346, "29.42"], [446, "29.42"]),
        ],
      },
    ]);
    expect(tables(document)).toEqual([
      [
        ["科目编码", "科目名称", "合计", "财政拨款收入", "其他收入"],
        ["201", "一般公共服务支出", "264.87", "264.87", ""],
        ["20103", "政府办公厅（室）", "164.87", "164.87", ""],
        ["208", "社会保障和就业支出", "10.82", "10.82", ""],
        ["221", "住房保障支出", "29.42", "29.42", ""],
      ],
    ]);
    expect(document.troubles).toEqual([{ kind: "unruled", pages: [1] }]);
  });
});

describe("the head of a table without lines", () => {
  const print = (y: number, ...cells: readonly (readonly [x: number, text: string])[]): PdfMark[] =>
    cells.map(([x, text]) => ({ text, x, y, size: 8 }));
  const broken = [...print(95, [300, "年初结"]), ...print(106, [300, "转和结"]), ...print(117, [300, "余"])];
  const head = [
    ...print(100, [60, "项　目"], [420, "本年支出"]),
    ...print(106, [370, "本年收入"]),
    ...print(112, [60, "科目编码"], [140, "科目名称"], [420, "小计"], [470, "基本支出"], [520, "项目支出"]),
  ];
  const titles = [
    ["项目", "", "年初结转和结余", "本年收入", "本年支出", "", ""],
    ["科目编码", "科目名称", "", "", "小计", "基本支出", "项目支出"],
  ];

  it("tells columns by heads over several, of three lines, and over nothing but blanks", async () => {
    const document = await read([
      {
        marks: [
          ...head,
          ...broken,
          ...print(140, [60, "229"], [140, "其他支出"], [394, "8.50"], [450, "8.50"], [556, "8.50"]),
          ...print(154, [60, "22960"], [140, "彩票公益金安排的支出"], [394, "8.50"], [450, "8.50"], [556, "8.50"]),
        ],
      },
    ]);
    const [table] = document.blocks.filter((block) => block.kind === "table");
    expect(tables(document)[0]?.map((cells) => cells.map((text) => String(text).replace(/\s/g, "")))).toEqual([
      ...titles,
      ["229", "其他支出", "", "8.50", "8.50", "", "8.50"],
      ["22960", "彩票公益金安排的支出", "", "8.50", "8.50", "", "8.50"],
    ]);
    expect(table?.merges).toContainEqual({ top: 0, left: 4, bottom: 0, right: 6 });
    expect(table?.merges).toContainEqual({ top: 0, left: 2, bottom: 1, right: 2 });
  });

  it("parts a head over 类, 款 and 项, and a label from the figure it touches", async () => {
    const document = await read([
      {
        marks: [
          ...print(100, [60, "功能分类科目编码"], [200, "科目名称"], [296, "合计"], [420, "基本支出"]),
          ...print(114, [60, "类"], [90, "款"], [110, "项"], [200, "栏次"], [316, "1"], [448, "2"]),
          ...print(128, [60, "207"], [200, "文化旅游体育与传媒支出7,127.62"], [420, "7,374.19"]),
          ...print(142, [60, "2070101"], [200, "行政运行"], [296, "457.86"], [428, "454.06"]),
        ],
      },
    ]);
    expect(tables(document)).toEqual([
      [
        ["功能分类科目编码", "", "", "科目名称", "合计", "基本支出"],
        ["类", "款", "项", "栏次", "1", "2"],
        ["207", "", "", "文化旅游体育与传媒支出", "7,127.62", "7,374.19"],
        ["2070101", "", "", "行政运行", "457.86", "454.06"],
      ],
    ]);
  });

  it("goes on with the last rows on the next page, labels without figures too", async () => {
    const rows = ["一、一般公共服务支出", "二、外交支出", "三、国防支出", "四、公共安全支出"];
    const document = await read([
      {
        marks: [
          ...print(60, [60, "收入支出决算总表"]),
          ...print(100, [60, "项目"], [200, "决算数"], [300, "项目"], [440, "决算数"]),
          ...rows
            .slice(0, 2)
            .flatMap((text, i) =>
              print(114 + 14 * i, [60, `${text}拨款`], [206, "10.25"], [300, text], [446, "10.25"]),
            ),
          ...print(142, [300, rows[2] ?? ""]),
        ],
      },
      {
        marks: [
          ...print(60, [300, rows[3] ?? ""]),
          ...print(74, [60, "总计"], [206, "20.50"], [300, "总计"], [446, "20.50"]),
        ],
      },
    ]);
    expect(tables(document)[0]?.slice(3)).toEqual([
      ["", "", "三、国防支出", ""],
      ["", "", "四、公共安全支出", ""],
      ["总计", "20.50", "总计", "20.50"],
    ]);
  });
});

describe("a form without lines", () => {
  const print = (y: number, ...cells: readonly (readonly [x: number, text: string])[]): PdfMark[] =>
    cells.map(([x, text]) => ({ text, x, y, size: 8 }));
  const head = [
    ...print(86, [60, "项目名称"], [140, "公务用车购置"]),
    ...print(
      100,
      [200, "年初预算数"],
      [270, "全年预算数"],
      [340, "全年执行数"],
      [420, "分值"],
      [470, "执行率"],
      [520, "得分"],
    ),
    ...print(
      114,
      [120, "年度资金总额"],
      [224, "20.00"],
      [294, "20.00"],
      [364, "18.00"],
      [430, "10"],
      [480, "90%"],
      [530, "9"],
    ),
    ...print(114, [60, "项目资金"]),
    ...print(128, [120, "其中：财政拨款"], [224, "20.00"], [294, "20.00"], [364, "18.00"]),
    ...print(
      142,
      [60, "一级指标"],
      [130, "二级指标"],
      [200, "三级指标"],
      [300, "年度指标值"],
      [370, "实际完成值"],
      [440, "分值"],
      [500, "得分"],
    ),
  ];
  const line = (y: number, name: string, target: string, actual: string) =>
    print(y, [200, name], [300, target], [370, actual], [452, "25"], [512, "25"]);

  it("is read part by part, the cells that span rows from the first of them", async () => {
    const document = await read([
      {
        marks: [
          ...head,
          ...line(156, "购置数量", "≥3辆", "3辆"),
          ...print(163, [60, "产出指标"], [130, "数量指标"]),
          ...line(170, "验收率", "100%", "100%"),
          ...line(184, "使用年限", "≥5年", "5年"),
          ...print(191, [60, "效益指标"], [130, "社会效益"]),
          ...line(198, "满意度", "≥95%", "96%"),
          ...print(212, [60, "总分"], [452, "100"], [512, "99"]),
        ],
      },
    ]);
    const [table] = tables(document);
    const compact = table?.map((cells) => cells.filter((text) => text !== ""));
    expect(compact).toEqual([
      ["项目名称", "公务用车购置"],
      ["项目资金", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
      ["年度资金总额", "20.00", "20.00", "18.00", "10", "90%", "9"],
      ["其中：财政拨款", "20.00", "20.00", "18.00"],
      ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
      ["产出指标", "数量指标", "购置数量", "≥3辆", "3辆", "25", "25"],
      ["验收率", "100%", "100%", "25", "25"],
      ["效益指标", "社会效益", "使用年限", "≥5年", "5年", "25", "25"],
      ["满意度", "≥95%", "96%", "25", "25"],
      ["总分", "100", "99"],
    ]);
    // Figures stand under their heads.
    const under = (row: number, text: string): number | undefined => table?.[row]?.indexOf(text);
    expect(under(2, "18.00")).toBe(under(1, "全年执行数"));
    expect(under(6, "验收率")).toBe(under(4, "三级指标"));
  });

  it("is not guessed where nothing tells which rows a cell spans: the page is said to be unread", async () => {
    const document = await read([
      {
        marks: [
          ...head,
          ...line(156, "购置数量", "≥3辆", "3辆"),
          ...line(170, "验收率", "100%", "100%"),
          ...line(184, "使用年限", "≥5年", "5年"),
          ...print(188, [130, "数量指标"]),
          ...print(191, [60, "产出指标"]),
          ...line(198, "满意度", "≥95%", "96%"),
        ],
      },
    ]);
    expect(tables(document)).toEqual([]);
    expect(document.troubles).toEqual([{ kind: "unruledForm", pages: [1] }]);
  });
});

describe("a list of contents", () => {
  it("is text, not a table", async () => {
    const titles = ["第一部分 单位概况", "收入支出决算总表", "收入决算表", "第三部分 情况说明"];
    const marks = titles.map((text, i): PdfMark => ({
      text: `${text}${".".repeat(80)}${i + 1}`,
      x: 60,
      y: 100 + 20 * i,
    }));
    const document = await read([{ marks }]);
    expect(tables(document)).toEqual([]);
    expect(texts(document)).toHaveLength(4);
  });
});

describe("running text", () => {
  it("is joined into paragraphs over lines and pages; headings stay apart", async () => {
    const full =
      "单位二〇二四年度收入支出总计三百零七点八二万元与上年相比增加三百零七点八二万元增长百分之一百主要原因是新成立";
    const document = await read([
      {
        marks: [
          { text: "一、总体情况说明", x: 80, y: 700 },
          { text: full.slice(0, 44), x: 80, y: 720 },
          { text: "－ 1 －", x: 280, y: 812 },
        ],
      },
      {
        marks: [
          { text: full.slice(44), x: 60, y: 60 },
          { text: full.slice(0, 46), x: 80, y: 80 },
          { text: "完。", x: 60, y: 100 },
          { text: "－ 2 －", x: 280, y: 812 },
        ],
      },
    ]);
    expect(texts(document)).toEqual(["一、总体情况说明", full, `${full.slice(0, 46)}完。`]);
  });
});

describe("what cannot be read", () => {
  const good: PdfPage = { marks: [{ text: "一、主要职能", x: 60, y: 60 }] };
  const hidden = Array.from({ length: 30 }, (_, i): PdfMark => ({ text: "扫描文字", x: 60, y: 60 + 20 * i, mode: 3 }));

  it("is said page by page; the rest is read", async () => {
    const document = await read(
      [
        good,
        { marks: [{ picture: [0, 0, 595, 842] }] },
        { marks: [{ picture: [0, 0, 595, 842] }, ...hidden] },
        good,
        good,
      ],
      4,
    );
    expect(document.troubles).toEqual([
      { kind: "noText", pages: [2] },
      { kind: "hiddenText", pages: [3] },
      { kind: "pageLimit", pages: [5] },
    ]);
    expect(texts(document)).toEqual(["一、主要职能", "一、主要职能"]);
  });

  it("is a blank page only if it is a picture", async () => {
    expect((await read([good, { marks: [] }])).troubles).toEqual([]);
  });

  it("is characters whose font does not tell what they are", async () => {
    const glyphs = "\u0b01\u0c03\u0e05\u0f06\u1108\u0a10".repeat(3);
    const pdf = writePdf([{ marks: [{ text: glyphs, x: 60, y: 60 }] }], { unmapped: true });
    const { troubles } = await readPdf(pdf, { assets: pdfAssets() });
    expect(troubles).toEqual([{ kind: "unmapped", pages: [1] }]);
  });

  it("is refused where it needs a password", async () => {
    await expect(readPdf(writePdf([good], { encrypted: true }), { assets: pdfAssets() })).rejects.toMatchObject({
      code: "password",
    });
  });

  it("does not keep 500 pages of all sizes and turns from being read, and reading stops where it is told to", async () => {
    const pages = Array.from({ length: 500 }, (_, i): PdfPage => ({
      width: i % 2 === 0 ? 595 : 842,
      height: i % 2 === 0 ? 842 : 595,
      rotate: 90 * (i % 4),
      marks: [{ text: `第${i + 1}件事项的说明`, x: 60, y: 200 + ((37 * i) % 150) }],
    }));
    const document = await read(pages);
    expect(document.pages).toBe(500);
    const found =
      texts(document)
        .join("")
        .match(/第\d+件/g) ?? [];
    expect(found).toEqual(pages.map((_, i) => `第${i + 1}件`));
    const stop = new AbortController();
    const reading = readPdf(writePdf(pages), {
      assets: pdfAssets(),
      signal: stop.signal,
      onProgress: (done) => {
        if (done > 0.1) stop.abort(new Error("enough"));
      },
    });
    await expect(reading).rejects.toThrow("enough");
  }, 60_000);

  it("is refused where it is no PDF, cut short or empty", async () => {
    const refused = async (bytes: Uint8Array) => {
      await expect(readPdf(bytes, { assets: pdfAssets() })).rejects.toMatchObject({
        name: "HostError",
        code: "damaged",
      });
    };
    await refused(new TextEncoder().encode("%PDF-1.7\nnothing of the kind"));
    await refused(new Uint8Array());
  });
});
