import type { TableDescriptor } from "./descriptor";
import { BY_FUNCTION, FINALS } from "./words";

const SOURCES = ["fiscal", "superiorSubsidy", "undertaking", "business", "affiliated", "other"];
const source = (label: string): RegExp => new RegExp(`^(?:本年收入/)?${label}$`);

/** 收入决算表. */
export const Z02: TableDescriptor = {
  key: "Z02",
  name: "收入决算表",
  chip: "02表",
  title: new RegExp(`收入(?:${FINALS}${BY_FUNCTION}|总表)$`),
  layouts: [
    {
      shape: "classified",
      codes: "functional",
      columns: [
        {
          key: "total",
          label: "本年收入合计",
          path: /^(?:本年|当年)?收入(?:合计|总计)$|^(?:合计|总计|本年收入)$/,
          parts: SOURCES,
        },
        { key: "fiscal", label: "财政拨款收入", path: source("财政(?:补助|拨款)(?:拨款)?收入") },
        { key: "superiorSubsidy", label: "上级补助收入", path: source("上级补助收入") },
        { key: "undertaking", label: "事业收入", path: source("事业收入(?:\\((?!.*教育收费).*\\))?") },
        {
          key: "undertaking.tuition",
          label: "其中：教育收费",
          path: source("(?:事业收入/)?其中:(?:财政专户管理的?)?教育收费"),
          within: "undertaking",
        },
        { key: "business", label: "经营收入", path: source("(?:事业单位)?经营收入") },
        { key: "affiliated", label: "附属单位上缴收入", path: source("附属单位(?:上缴收入|缴款|上缴)") },
        { key: "other", label: "其他收入", path: source("其他收入") },
      ],
      evidence: [{ of: SOURCES, atLeast: 2 }],
    },
  ],
  untitled: [{ of: SOURCES, atLeast: 4 }],
};
