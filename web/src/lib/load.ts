/** A value that comes from the server: asked for when its inputs change, the last answer wins. @module */
import { useEffect, useState } from "preact/hooks";
import { returns } from "./connection.ts";
import { askedLeast } from "./router.ts";

export interface Loaded<T> {
  value: T | undefined;
  error: unknown;
  loading: boolean;
  reload: () => void;
}

export function useLoad<T>(load: (signal: AbortSignal) => Promise<T>, inputs: readonly unknown[]): Loaded<T> {
  const [state, setState] = useState<Omit<Loaded<T>, "reload">>({
    value: undefined,
    error: undefined,
    loading: true,
  });
  const [turn, setTurn] = useState(0);
  // What failed while the server was away is asked for again.
  const again = state.error === undefined ? 0 : returns.value;
  useEffect(() => {
    const control = new AbortController();
    setState((old) => ({ ...old, loading: true, error: undefined }));
    load(control.signal)
      .then((value) => setState({ value, error: undefined, loading: false }))
      .catch((error: unknown) => {
        if (!control.signal.aborted) setState((old) => ({ ...old, error, loading: false }));
      });
    return () => control.abort();
  }, [...inputs, turn, again, askedLeast()]);
  return { ...state, reload: () => setTurn((n) => n + 1) };
}
