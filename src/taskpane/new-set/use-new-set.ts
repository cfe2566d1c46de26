import { useState } from "react";
import type { WorkbookGrid } from "../../core/model/grid";
import type { CarryFault } from "../../core/templates/carry/carry-on";
import type { SetFault } from "../../core/templates/set-request";
import { insertSet, withdrawSet, type InsertedSet } from "../../app/new-set/insert-set";
import type { SetPlan } from "../../app/new-set/set-plan";
import { newSetTexts } from "../../text/new-set";
import { useAssistant } from "../session";
import { said } from "./said";

/** Makes a plan from what the workbook holds now. @throws HostError */
export type MakePlan = (now: WorkbookGrid) => Promise<SetPlan | CarryFault | readonly SetFault[]>;

/** The last set that was put in, kept while the pane is open, so that it can be taken back after a look elsewhere. */
let last: InsertedSet | undefined;

/** What the view of new sets does; `message` says what came of it or stands against it. */
export interface NewSetActions {
  readonly inserted: InsertedSet | undefined;
  readonly message: string | undefined;
  readonly isBusy: boolean;
  readonly say: (message: string) => void;
  readonly planWith: (make: MakePlan, onPlan: (plan: SetPlan) => void) => Promise<void>;
  readonly insert: (plan: SetPlan) => void;
  readonly withdraw: (onDone: () => void) => Promise<void>;
}

export function useNewSet(): NewSetActions {
  const { host } = useAssistant();
  const [inserted, setInserted] = useState(last);
  const [message, setMessage] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const keep = (set: InsertedSet | undefined): void => {
    last = set;
    setInserted(set);
  };
  const busily = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setMessage(undefined);
    try {
      await work();
    } catch (error) {
      setMessage(said(error));
    } finally {
      setBusy(false);
    }
  };
  return {
    inserted,
    message,
    isBusy,
    say: setMessage,
    planWith: (make, onPlan) =>
      busily(async () => {
        const planned = await make(await host.read());
        if ("sheets" in planned) onPlan(planned);
        else if ("kind" in planned) setMessage(newSetTexts.carryFault(planned));
        else setMessage(planned.map(newSetTexts.fault).join(""));
      }),
    insert: (plan) => void busily(async () => keep(await insertSet(host, plan))),
    withdraw: (onDone) =>
      busily(async () => {
        if (!inserted) return;
        await withdrawSet(host, inserted);
        keep(undefined);
        setMessage(newSetTexts.undone);
        onDone();
      }),
  };
}
