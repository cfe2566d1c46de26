import type { ColumnKey, HeadedColumn } from "../model/table";

/** Words for a column that adds up its group (or, at the top, the whole table). */
const TOTAL = /^(?:合计|小计|总计|总额|.{0,8}(?:合计|总计|总额))$/;

interface Group {
  /** The column that stands for the group: its 小计, or its only column. */
  own?: ColumnKey;
  readonly members: Map<string, Group>;
}

/**
 * What the columns of a header add up, from the labels above them: 小计 or 合计 of a group adds up the other columns of
 * the group, that of the table the groups; 其中 adds nothing. Keys in, what each is called and adds up out; a column that
 * adds up nothing has no parts.
 * @example { c1: ["合计"], c2: ["甲", "小计"], c3: ["甲", "A"], c4: ["甲", "B"] } → c1 = c2, c2 = c3 + c4
 */
export function columnTree(paths: ReadonlyMap<ColumnKey, readonly string[]>): ReadonlyMap<ColumnKey, HeadedColumn> {
  const root: Group = { members: new Map() };
  for (const [key, path] of paths) place(root, key, path);
  const parts = new Map<ColumnKey, readonly ColumnKey[]>();
  collect(root, parts);
  return new Map(
    [...paths].map(([key, path]) => [key, { label: path.join(" · "), parts: parts.get(key) ?? [] }] as const),
  );
}

function place(root: Group, key: ColumnKey, path: readonly string[]): void {
  let group = root;
  path.forEach((label, index) => {
    const isLast = index === path.length - 1;
    if (isLast && TOTAL.test(label) && group.own === undefined) {
      group.own = key;
      return;
    }
    let next = group.members.get(label);
    if (!next) group.members.set(label, (next = { members: new Map() }));
    group = next;
    if (isLast) group.own ??= key;
  });
}

/** The columns that stand for a group in the sum above it: its own, else those of its members. */
function standing(group: Group): readonly ColumnKey[] {
  if (group.own !== undefined) return [group.own];
  return addends(group);
}

function addends(group: Group): readonly ColumnKey[] {
  return [...group.members].filter(([label]) => !label.startsWith("其中")).flatMap(([, member]) => standing(member));
}

function collect(group: Group, parts: Map<ColumnKey, readonly ColumnKey[]>): void {
  const sum = addends(group);
  if (group.own !== undefined && sum.length > 0) parts.set(group.own, sum);
  for (const member of group.members.values()) collect(member, parts);
}
