import { HostError } from "../errors";
import { officeCode, toHostError, type Place } from "./error-mapping";

/** How long Excel may leave a batch unanswered: it queues batches while a dialog or a drop-down list is open. */
export const DEFAULT_TIMEOUT_MS = 60_000;

/** Runs batches in Excel; every failure comes out as a HostError, also Excel's silence. ExcelApi 1.8 (readOnly). */
export class ExcelRunner {
  constructor(private readonly timeoutMs: number = DEFAULT_TIMEOUT_MS) {}

  /**
   * One Excel.run. @param place what the operation is about, for the message.
   * @throws HostError; `busy` with technical "no answer" where Excel stays silent. The batch may still be carried out.
   */
  async run<T>(batch: (context: Excel.RequestContext) => Promise<T>, place: Place = {}): Promise<T> {
    try {
      return await this.inTime(Excel.run(batch));
    } catch (error) {
      throw await this.refine(toHostError(error, place), place);
    }
  }

  /** AccessDenied stands for protection and for a workbook opened read-only alike: then Excel is asked which. */
  private async refine(error: HostError, place: Place): Promise<HostError> {
    if (error.code !== "protected" || officeCode(error.detail.cause) !== "AccessDenied") return error;
    const isReadOnly = await this.inTime(
      Excel.run(async (context) => {
        const { workbook } = context;
        workbook.load("readOnly");
        await context.sync();
        return workbook.readOnly;
      }),
    ).catch(() => false);
    return isReadOnly ? new HostError("readOnly", { ...error.detail, ...place }) : error;
  }

  private inTime<T>(work: Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const timer = setTimeout(() => reject(new HostError("busy", { technical: NO_ANSWER })), this.timeoutMs);
      work.then(resolve, reject).finally(() => clearTimeout(timer));
    });
  }
}

const NO_ANSWER = "no answer";

/** Whether an error means that Excel did not answer, so that nobody knows what became of the batch. */
export function isSilence(error: unknown): boolean {
  return error instanceof HostError && error.detail.technical === NO_ANSWER;
}
