/** What a page shows while it has nothing else to show: loading, failed, missing. What is empty says why, where it is. @module */
import type { ComponentChildren, JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { ApiError, messageOf } from "../lib/api.ts";
import type { Loaded } from "../lib/load.ts";
import { tell } from "../lib/notice.ts";
import { carried, go } from "../lib/router.ts";
import { useTitle } from "../lib/title.ts";
import { f } from "../words/frame.ts";
import { Button, Link } from "./parts.tsx";

const PATIENCE_MS = 200;

/** Grey bars, after a moment: what comes at once needs no placeholder. */
export function Skeleton(): JSX.Element {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div class="skeleton" role="status" aria-busy="true">
      <span class="sr">{f("loading")}</span>
      {shown ? [70, 95, 88, 60].map((width) => <i key={width} style={{ width: `${width}%` }} />) : null}
    </div>
  );
}

export function Broken({ error, retry }: { error: unknown; retry?: () => void }): JSX.Element {
  const code = error instanceof ApiError ? error.problem.code : "ERROR";
  const detail = messageOf(error);
  return (
    <div class="failed" role="alert">
      <p>
        <strong>{f("failed")}</strong>
      </p>
      <p>
        {detail} <code>{code}</code>
      </p>
      <div class="actions">
        {retry ? <Button label={f("retry")} onClick={retry} /> : null}
        <Button
          label={f("copyError")}
          onClick={() =>
            void navigator.clipboard
              .writeText(`${location.href}\n${code}: ${detail}`)
              .then(() => tell(f("copied")))
              .catch(() => tell(`${code}: ${detail}`))
          }
        />
      </div>
    </div>
  );
}

/** No such page, or no such thing: a way on instead of an end. */
export function Missing({ what }: { what?: string }): JSX.Element {
  const [text, setText] = useState("");
  const head = what ?? f("missing");
  useTitle(head);
  return (
    <div class="page missing">
      <h1>{head}</h1>
      <p class="quiet">{f("missingHint")}</p>
      <form
        class="missing-search"
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== "") go(carried(`/search?q=${encodeURIComponent(text.trim())}`));
        }}
      >
        <input
          type="search"
          aria-label={f("search")}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit" class="button primary">
          {f("search")}
        </button>
      </form>
      <p>
        <Link to="/">{f("toHome")}</Link>
      </p>
    </div>
  );
}

/** Shows what was loaded; old content stays, dimmed, while new is on its way; an unknown thing is a page of its own. */
export function StateBlock<T>({
  loaded: { value, error, loading, reload },
  missing,
  children,
}: {
  loaded: Loaded<T>;
  /** What an answer of 404 is called. */
  missing?: string;
  children: (value: T) => ComponentChildren;
}): JSX.Element {
  if (error instanceof ApiError && error.problem.status === 404)
    return <Missing what={missing ?? f("gone")} />;
  // A banner tells that the server is away; what was there stays.
  const away = error instanceof ApiError && error.problem.code === "CONNECTION";
  return (
    <>
      {error !== undefined && !(away && value !== undefined) ? <Broken error={error} retry={reload} /> : null}
      {value === undefined ? (
        error === undefined ? (
          <Skeleton />
        ) : null
      ) : (
        <div class={`loaded ${loading ? "dimmed" : ""}`} aria-busy={loading}>
          {children(value)}
        </div>
      )}
    </>
  );
}
