import { isNumber, PAD } from "./columns";
import type { Edges, Head } from "./head";
import type { Text } from "./texts";

/** Share of the font size by which a head may stand off its labels and be flush with them. */
const FLUSH = 0.22;

/**
 * Whether heads stand in the middle of their columns rather than at the left, where labels do, and where heads over several
 * stand flush with the first of them.
 * @param under the texts under each leaf
 */
export function areCentred({ leaves, groups }: Head, under: readonly (readonly Text[])[]): boolean {
  // A head as wide as the one under its middle tells nothing.
  const tell = groups.map((group) => {
    const slack = FLUSH * group.size;
    const flush = leaves.find((leaf) => Math.abs(leaf.left - group.left) < slack);
    return flush === undefined ? 1 : Math.abs(flush.right - group.right) < slack ? 0 : -1;
  });
  const byGroups = tell.reduce<number>((sum, vote) => sum + vote, 0);
  if (byGroups !== 0) return byGroups > 0;
  const byLabels = leaves.map((leaf, i) => {
    const labels = labelsOf(under[i] ?? []);
    if (labels.length === 0) return 0;
    return Math.abs(leaf.left - Math.min(...labels.map(({ left }) => left))) < FLUSH * leaf.size ? -1 : 1;
  });
  return byLabels.reduce<number>((sum, vote) => sum + vote, 0) >= 0;
}

/**
 * Where the columns of a head in their middle begin and end: figures stand at their right edge, labels at their left, and
 * the other edge is as far from the head's middle.
 */
export function edgesAround(leaf: Text, under: readonly Text[], otherwise: Edges): Edges {
  const twice = leaf.left + leaf.right;
  const figures = under.filter(({ text }) => isNumber(text));
  const labels = labelsOf(under);
  const right = Math.max(...figures.map((text) => text.right)) + PAD * leaf.size;
  if (figures.length > 0 && right >= leaf.right) return { left: twice - right, right };
  const left = Math.min(...labels.map((text) => text.left)) - PAD * leaf.size;
  return labels.length > 0 && left <= leaf.left ? { left, right: twice - left } : otherwise;
}

const labelsOf = (texts: readonly Text[]): readonly Text[] => texts.filter(({ text }) => !isNumber(text));
