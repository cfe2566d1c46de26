import { HostError } from "../errors";
import { officeCode, toHostError, type Place } from "./error-mapping";
import { NO_ANSWER, Patience } from "./patience";

/** How long Excel may leave a request unanswered: it queues requests while a dialog or a drop-down list is open. */
export const DEFAULT_TIMEOUT_MS = 60_000;

type Batch<T> = (context: Excel.RequestContext) => Promise<T>;

/** Runs batches in Excel; every failure comes out as a HostError, also Excel's silence. ExcelApi 1.8 (readOnly). */
export class ExcelRunner {
  constructor(private readonly timeoutMs: number = DEFAULT_TIMEOUT_MS) {}

  /**
   * One Excel.run. @param place what the operation is about, for the message.
   * @throws HostError; `busy` with technical "no answer" where Excel stays silent. The batch may still be carried out.
   */
  async run<T>(batch: Batch<T>, place: Place = {}): Promise<T> {
    try {
      return await this.heard(batch);
    } catch (error) {
      throw await this.refine(toHostError(error, place), place);
    }
  }

  /** AccessDenied stands for protection and for a workbook opened read-only alike: then Excel is asked which. */
  private async refine(error: HostError, place: Place): Promise<HostError> {
    if (error.code !== "protected" || officeCode(error.detail.cause) !== "AccessDenied") return error;
    const isReadOnly = await this.heard(async (context) => {
      const { workbook } = context;
      workbook.load("readOnly");
      await context.sync();
      return workbook.readOnly;
    }).catch(() => false);
    return isReadOnly ? new HostError("readOnly", { ...error.detail, ...place }) : error;
  }

  /** Every answer of Excel's starts the patience anew: a long piece of work is no silence. */
  private async heard<T>(batch: Batch<T>): Promise<T> {
    const patience = new Patience(this.timeoutMs);
    const run = Excel.run((context) => {
      const sync = context.sync.bind(context);
      context.sync = async <V>(value?: V): Promise<V> => {
        try {
          return await sync(value);
        } finally {
          patience.renew();
        }
      };
      return batch(context);
    });
    return await patience.with(run);
  }
}

/** Whether an error means that Excel did not answer, so that nobody knows what became of the batch. */
export function isSilence(error: unknown): boolean {
  return error instanceof HostError && error.detail.technical === NO_ANSWER;
}
