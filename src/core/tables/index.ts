import type { TableKey } from "../model/table";
import { GZ, JJ, Z02, Z03, Z05 } from "./classified";
import type { TableDescriptor } from "./descriptor";
import { Z06 } from "./economic";
import { SG } from "./three-public";
import { Z01, Z04 } from "./two-sided";

/** All standard tables by key. */
export const TABLES: Readonly<Record<TableKey, TableDescriptor>> = { Z01, Z02, Z03, Z04, Z05, Z06, SG, JJ, GZ };
