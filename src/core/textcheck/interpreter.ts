import type { Candidates } from "./candidates";
import { keyOf, SentenceReader, type SentencePlace, type SentenceReading } from "./sentence-reader";
import type { Scope } from "./sections";
import type { Topic } from "./statement";
import type { Evaluation, Token } from "./tokens";

/**
 * Reads sentences of one paragraph in order, and remembers from one to the next what they speak about. A figure takes
 * the subject named last; where a sentence named several, a following one without a subject can mean the first or the
 * last, and both are kept as candidates.
 */
export class Interpreter {
  #topic: Topic | undefined;
  #scopeHint: Scope | undefined;
  #evaluation: Evaluation | undefined;
  readonly #used = new Map<string, Topic>();

  constructor(
    private readonly candidates: Candidates,
    private readonly year: number | undefined,
    /** What the heading or paragraph before spoke about. */
    carried: Topic | undefined,
  ) {
    this.#topic = carried;
  }

  /** What the next paragraph may go on with: the only subject of this one. */
  get carry(): Topic | undefined {
    return this.#used.size > 1 ? undefined : this.#topic;
  }

  /** Statements and claims of a sentence, from its tokens. */
  read(place: SentencePlace, tokens: readonly Token[]): SentenceReading {
    const usedBefore = this.#used.size;
    const reader = new SentenceReader(place, tokens, this.candidates, this.year, {
      topic: this.#topic,
      scopeHint: this.#scopeHint,
      evaluation: this.#evaluation,
    });
    const reading = reader.read();
    this.#scopeHint = reader.scopeHint;
    this.#evaluation = reader.evaluation;
    for (const topic of reader.used) this.#used.set(keyOf(topic), topic);
    this.#topic = reader.topic;
    const several = this.#used.size - usedBefore > 1 || reader.used.length > 1;
    const first = [...this.#used.values()][0];
    if (several && first && this.#topic && !this.#topic.foreign) {
      this.#topic = { name: first.name, candidates: [...first.candidates, ...this.#topic.candidates] };
    }
    return reading;
  }
}
