import type { GridView, LabelledCell } from "../self-evaluation/grid-view";

/** What a column of a score table holds. Weight and score columns belong to a level where every level has its own. */
export interface ScoreColumns {
  /** Columns of 一级 … 四级指标, by level (1 …). */
  readonly levels: ReadonlyMap<number, number>;
  /** The 分值 column of a level; under 0 the one column for the lowest level of each line. */
  readonly weights: ReadonlyMap<number, number>;
  readonly scores: ReadonlyMap<number, number>;
  readonly target?: number;
  readonly actual?: number;
  readonly reason?: number;
  readonly criteria?: number;
  /** A column 复核分: the table was reviewed. */
  readonly isReviewed: boolean;
}

type Role = "level" | "weight" | "score" | "target" | "actual" | "reason" | "criteria" | "unit";

const LEVELS: readonly (readonly [RegExp, number])[] = [
  [/^(一级|项目权重|指标类别|评价维度)/, 1],
  [/^(二级|评价内容|评价项目)/, 2],
  [/^三级?(指标|及分值)/, 3],
  [/^四级/, 4],
];

/** Header labels in normalised form; the first that matches decides. */
const ROLES: readonly (readonly [RegExp, Role])[] = [
  [/(扣分|失分|偏差|未完成|未达标|减分)(的)?(原因|分析|说明|情况)|^(评分|得分)说明|^存在(的)?问题/, "reason"],
  [
    /(评[价分]|打分|计分|赋分|考核)(标准|要点|细则|办法|方法|依据|规则)|指标(解释|说明|内涵|释义)|^(说明|依据|备注)$/,
    "criteria",
  ],
  [
    /^(年度|年初|年终|全年|预期|预计|计划|目标|绩效|批复|设定|指标)*((指标|目标|预期|计划)值|计划完成值|绩效目标)/,
    "target",
  ],
  [/^(实际|全年|年终|年末|本年)*(实际|完成)(的)?(指标)?(值|情况|数)|^(全年|年度)?实际(完成)?值|^完成值/, "actual"],
  [/^(计量|度量)?单位$/, "unit"],
  [/^(自评|复核|复评|评价|评审|考核|最终|核定|实际)*(得分|评分|分数)$|^(自评|复核|复评|评审|核定)分$/, "score"],
  [/^(指标|标准)?(分值|权重|满分|标准分)/, "weight"],
];

/** Of several score columns the one that counts: the reviewed one before the self-assessed. */
const PREFERENCE: readonly RegExp[] = [/复核|复评|核定|最终/, /评价|评审|考核/];

/**
 * Columns of the header of a score table (two levels or more with weights, in columns or in brackets of the levels);
 * undefined where the row is none.
 */
function scoreHeader(cells: readonly LabelledCell[]): ScoreColumns | undefined {
  if (cells.length < 2 || cells.some(({ label }) => label.length > 30)) return undefined;
  const levels = new Map<number, number>();
  const weights: Owned[] = [];
  const scores: Owned[] = [];
  const others = new Map<Role, number>();
  let owner = 0;
  for (const { column, label } of cells) {
    const level = LEVELS.find(([pattern]) => pattern.test(label))?.[1];
    if (level !== undefined && !levels.has(level)) {
      levels.set(level, column);
      owner = level;
      continue;
    }
    const role = ROLES.find(([pattern]) => pattern.test(label))?.[1];
    if (role === "weight") weights.push({ level: owner, column, label });
    else if (role === "score") scores.push({ level: owner, column, label });
    else if (role !== undefined && !others.has(role)) others.set(role, column);
  }
  const inBrackets = cells.some(({ label }) => LEVELS.some(([pattern]) => pattern.test(label)) && /分值/.test(label));
  if (levels.size < 2 || (weights.length === 0 && !inBrackets && scores.length === 0)) return undefined;
  const of = (role: Role): number | undefined => others.get(role);
  return {
    levels,
    weights: byLevel(weights),
    scores: byLevel(scores),
    ...optional("target", of("target")),
    ...optional("actual", of("actual")),
    ...optional("reason", of("reason")),
    ...optional("criteria", of("criteria")),
    isReviewed: scores.some(({ label }) => /复核|复评/.test(label)),
  };
}

interface Owned extends LabelledCell {
  readonly level: number;
}

/** A single column is every line's; where each level has one, it is that level's. */
function byLevel(columns: readonly Owned[]): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const rank = ({ label }: Owned): number => {
    const at = PREFERENCE.findIndex((pattern) => pattern.test(label));
    return at < 0 ? PREFERENCE.length : at;
  };
  const levels = new Set(columns.map(({ level }) => level));
  for (const column of [...columns].sort((a, b) => rank(a) - rank(b))) {
    const level = levels.size === 1 ? 0 : column.level;
    if (!found.has(level)) found.set(level, column.column);
  }
  return found;
}

function optional<K extends string>(key: K, column: number | undefined): Partial<Record<K, number>> {
  return column === undefined ? {} : ({ [key]: column } as Record<K, number>);
}

/** What a second header row says under 一级指标, 二级指标 …: the name, its weight, its score. */
const UNDER_LEVEL = /^(名称|指标(名称|内容)?|内容|分值|权重|满分|(自评|评价|复核)?得?分)$/;

/** The header of a score table that begins on a row, over one row or two (一级指标 over 名称 | 分值). */
export function scoreHeaderAt(
  view: GridView,
  row: number,
): { readonly columns: ScoreColumns; readonly rows: 1 | 2 } | undefined {
  const cells = view.row(row);
  const below = row + 1 < view.height ? view.row(row + 1) : [];
  if (below.length >= 2 && below.every(({ label }) => UNDER_LEVEL.test(label))) {
    const points = below.filter(({ label }) => /分|权重/.test(label));
    const others = cells.filter(({ column }) => !points.some((cell) => cell.column === column));
    const columns = scoreHeader([...others, ...points].sort((a, b) => a.column - b.column));
    if (columns) return { columns, rows: 2 };
  }
  const columns = scoreHeader(cells);
  return columns && { columns, rows: 1 };
}

/** The first header of a score table on the sheet, its first row and the first row below it. */
export function findScoreHeader(
  view: GridView,
): { readonly row: number; readonly bodyRow: number; readonly columns: ScoreColumns } | undefined {
  for (let row = 0; row < view.height; row++) {
    const header = scoreHeaderAt(view, row);
    if (header) return { row, bodyRow: row + header.rows, columns: header.columns };
  }
  return undefined;
}
