import { normaliseLabel } from "../../glossary/normalise";
import type { AccountBook } from "../../model/book";
import type { TableKey } from "../../model/table";
import type { Facts } from "../../narrative/facts/facts";
import type { Meaning, Word } from "../tokens";

/** Names of this workbook's 科目 and projects in the ways a text writes them, each with all it can stand for. */
export function bookWords(book: AccountBook, facts: Facts): readonly (readonly [string, Word])[] {
  const words = new Map<string, Meaning[]>();
  const add = (word: string, meaning: Meaning): void => {
    const meanings = words.get(word) ?? [];
    if (!meanings.some((other) => JSON.stringify(other) === JSON.stringify(meaning))) meanings.push(meaning);
    words.set(word, meanings);
  };
  for (const [code, name] of functionalNames(book, facts)) {
    // 社会保障与就业支出 is 社会保障和就业支出.
    for (const spelling of new Set([name, name.replace("和", "与")])) {
      for (const word of functionalForms(code, spelling)) add(word, { kind: "functional", code });
    }
  }
  for (const row of book.tables.get("Z06")?.rows ?? []) {
    const name = plain(row.name);
    if (row.code === undefined || name.length < 3) continue;
    const short = name.replace("家庭的补助", "家庭补助");
    for (const word of new Set([name, short, `${short}支出`])) add(word, { kind: "economic", code: row.code });
  }
  const named = projects(facts);
  for (const [key, label] of named) {
    for (const word of projectForms(label)) {
      add(word, { kind: "project", key });
      // The same project in the other list, with or without its department in front (自评表 and 评价 name it apart).
      for (const [other, name] of named) {
        if (other !== key && listOf(other) !== listOf(key) && isSameProject(word, name)) {
          add(word, { kind: "project", key: other });
        }
      }
    }
  }
  return [...words].map(([word, meanings]) => [word, { kind: "subject", meanings }] as const);
}

const NAMING_TABLES: readonly TableKey[] = ["Z05", "JJ", "GZ", "Z03", "Z02"];

/** Codes with the names their tables print, and items that only have a budget. */
function functionalNames(book: AccountBook, facts: Facts): readonly (readonly [string, string])[] {
  const rows = NAMING_TABLES.flatMap((key) => book.tables.get(key)?.rows ?? []);
  const lines = (["Z01", "Z04"] as const).flatMap((key) => book.tables.get(key)?.rows ?? []);
  const items = ["项", "基金项", "国资项"].flatMap((list) => {
    const found = facts.lists.get(list);
    return found && !("kind" in found) ? found : [];
  });
  const classes = lines.filter((row) => row.key.startsWith("expenditure.") && row.code !== undefined);
  return [
    ...[...rows, ...classes].map((row) => [row.code ?? "", plain(row.name)] as const),
    ...items.map((item) => [item.code ?? "", plain(item.label)] as const),
  ].filter(([code, name]) => /^\d{3,7}$/.test(code) && name !== "" && !/^\d+$/.test(name));
}

/** 一般公共服务（类）支出, 一般公共服务支出（类）, 一般公共服务支出: a short name needs the mark 类, 款 or 项. */
function functionalForms(code: string, name: string): readonly string[] {
  const mark = code.length <= 3 ? "类" : code.length <= 5 ? "款" : "项";
  const stem = name.replace(/支出$/, "");
  const marked = [`${name}(${mark})`, `${stem}(${mark})`, `${stem}(${mark})支出`, `${name}(${mark})支出`];
  const spelt = mark === "类" ? [`${stem}类支出`, `${stem}支出类`, `${stem}支出`] : [];
  const bare = name.endsWith("支出") || name.length >= 4 ? [name] : [];
  return [...marked, ...spelt, ...bare].filter((form) => form !== "其他支出" && form !== "支出");
}

function projects(facts: Facts): readonly (readonly [string, string])[] {
  return ["自评项目", "评价项目"].flatMap((list) => {
    const found = facts.lists.get(list);
    return found && !("kind" in found) ? found.map((item) => [item.key, item.label] as const) : [];
  });
}

/**
 * A project's name in full, without its department in front, without 项目, 专项 or 经费 behind, and where it lists several
 * things, the first of them with 等 (信访维稳等经费).
 */
function projectForms(label: string): readonly string[] {
  const full = plain(label);
  const tail = full.slice(full.indexOf("-") + 1);
  const forms = [full, tail].flatMap((name) => [
    name,
    `${name}项目`,
    name.replace(/(?:项目)?(?:专项|项目|经费|资金)$/, ""),
    ...shortened(name),
  ]);
  return [...new Set(forms)].filter((form) => form === full || form.length >= 4);
}

function listOf(key: string): string {
  return key.slice(0, key.indexOf("."));
}

/** 市民中心-热线运行 and 热线运行项目. */
function isSameProject(word: string, name: string): boolean {
  const forms = projectForms(name).filter((form) => form.length >= SHORTEST_COMMON);
  return word.length >= SHORTEST_COMMON && forms.some((form) => word.endsWith(form) || form.endsWith(word));
}

const SHORTEST_COMMON = 6;

function shortened(name: string): readonly string[] {
  const listed = name.indexOf("、");
  return listed < 2
    ? []
    : ["经费", "项目", "专项", "资金", "支出", "费用", ""].map((end) => `${name.slice(0, listed)}等${end}`);
}

function plain(name: string): string {
  return normaliseLabel(name).replace(/["']/g, "");
}
