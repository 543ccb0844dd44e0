/**
 * Many readers or one writer at a time, in order of arrival.
 * @module
 */
export class Turns {
  /** Settles when the last writer is done. */
  #written: Promise<unknown> = Promise.resolve();
  /** Settles when all readers since the last writer are done. */
  #read: Promise<unknown> = Promise.resolve();

  /** Runs beside other shared tasks. */
  shared<T>(task: () => Promise<T>): Promise<T> {
    const run = this.#written.then(task);
    // Only that they are done is kept: results in it would hang on one another for as long as nobody writes.
    this.#read = Promise.allSettled([this.#read, run]).then(() => undefined);
    return run;
  }

  /** Runs alone. */
  exclusive<T>(task: () => Promise<T>): Promise<T> {
    const run = Promise.all([this.#written, this.#read]).then(task);
    this.#written = run.catch(() => undefined);
    return run;
  }
}
