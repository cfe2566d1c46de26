/** Runs one target with one seed after the other; started by main.ts with the target's name, first seed and time. */
import type { Report } from "./main";
import { round } from "./target";
import { TARGETS } from "./targets";

const [name, seed, time] = process.argv.slice(2);
const target = TARGETS.find((item) => item.name === name);
if (!target) throw new Error(`no target is named ${name ?? ""}`);
const say = (report: Report) => process.send?.(report);

const end = Date.now() + Number(time);
for (let next = Number(seed); Date.now() < end; next++) {
  say({ seed: next });
  const failure = await round(target, next);
  if (failure !== undefined) {
    say({ failure });
    break;
  }
}
process.disconnect();
