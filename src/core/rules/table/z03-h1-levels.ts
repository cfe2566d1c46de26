import { hierarchyRule } from "../shared/hierarchy-rule";

export const rule = hierarchyRule("Z03");
