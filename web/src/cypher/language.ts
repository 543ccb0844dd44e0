/** Asks the language worker. @module */
import type { Answer, Ask, CypherSchema, Problem, Suggestion, Token } from "./protocol.ts";

type Question = Ask extends infer A ? (A extends Ask ? Omit<A, "id"> : never) : never;

export class CypherLanguage {
  readonly #worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  readonly #waiting = new Map<number, (value: unknown) => void>();
  #last = 0;

  constructor() {
    this.#worker.onmessage = ({ data: { id, value } }: MessageEvent<Answer>) => {
      this.#waiting.get(id)?.(value);
      this.#waiting.delete(id);
    };
  }
  setSchema(schema: CypherSchema): void {
    void this.#ask({ what: "schema", schema });
  }
  tokens(text: string): Promise<Token[]> {
    return this.#ask({ what: "tokens", text }) as Promise<Token[]>;
  }
  problems(text: string): Promise<Problem[]> {
    return this.#ask({ what: "problems", text }) as Promise<Problem[]>;
  }
  complete(text: string, at: number, manual: boolean): Promise<Suggestion[]> {
    return this.#ask({ what: "complete", text, at, manual }) as Promise<Suggestion[]>;
  }
  close(): void {
    this.#worker.terminate();
  }
  #ask(question: Question): Promise<unknown> {
    this.#last += 1;
    const id = this.#last;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.#worker.postMessage({ ...question, id });
    });
  }
}
