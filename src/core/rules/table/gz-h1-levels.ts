import { hierarchyRule } from "../shared/hierarchy-rule";

export const rule = hierarchyRule("GZ");
