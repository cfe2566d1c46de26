import type { CellRange } from "../../core/model/cell";
import type { ConditionalFormatContent, ConditionalFormatStyle, OpaqueStyle } from "./content";

let created = 0;

/** One conditional format of a sheet. */
export class ConditionalFormatModel {
  readonly id: string;
  readonly type: string;
  ranges: readonly CellRange[];
  formula: string | undefined;
  stopIfTrue: boolean;
  /** Flat names ("fill.color") to values, in order of setting. */
  readonly style: Map<string, string | boolean | number | null>;
  private readonly opaque: OpaqueStyle | undefined;
  /** The API cannot read it any more; see `Behaviours`. */
  isUnreadable = false;

  constructor(contents: ConditionalFormatContent) {
    created += 1;
    this.id = `{CF${created.toString().padStart(8, "0")}}`;
    this.type = contents.type;
    this.ranges = contents.ranges;
    this.formula = contents.formula;
    this.stopIfTrue = contents.stopIfTrue ?? false;
    this.style = new Map(Object.entries(contents.style ?? {}));
    this.opaque = contents.opaque;
  }

  /** Another one like it. */
  copy(): ConditionalFormatModel {
    return new ConditionalFormatModel(this.contents());
  }

  contents(): ConditionalFormatContent {
    const style: ConditionalFormatStyle = Object.fromEntries(this.style);
    return {
      type: this.type,
      ranges: this.ranges,
      ...(this.formula === undefined ? {} : { formula: this.formula }),
      ...(this.style.size === 0 ? {} : { style }),
      ...(this.stopIfTrue ? { stopIfTrue: true } : {}),
      ...(this.opaque === undefined ? {} : { opaque: this.opaque }),
    };
  }
}
