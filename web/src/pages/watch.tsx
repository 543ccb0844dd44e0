/** What the user follows, with the sentences that came since the last look. @module */
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { WatchNews } from "../../../src/server/views/api.ts";
import { messageOf } from "../lib/api.ts";
import { number } from "../lib/format.ts";
import { status } from "../lib/legend.ts";
import { tell } from "../lib/notice.ts";
import { entityAddress } from "../lib/router.ts";
import { useTitle } from "../lib/title.ts";
import { markSeen, newCount, refreshWatched, unwatchItem, watched, watchItem } from "../lib/watched.ts";
import { Evidence } from "../ui/evidence.tsx";
import { Badge, Button, Link, NodeLink, Outside } from "../ui/parts.tsx";
import { Broken, Skeleton } from "../ui/states.tsx";
import { w } from "../words/tools.ts";
import "../styles/pages.css";
import "../styles/tools.css";

/** Sentences shown at once; the others open. */
const SHOWN = 10;

const failed = (error: unknown): void => tell(messageOf(error));

export default function WatchPage(): JSX.Element {
  useTitle(w("watchTitle"));
  const [error, setError] = useState<unknown>();
  const ask = (): void => {
    setError(undefined);
    refreshWatched().catch(setError);
  };
  useEffect(ask, [status.value?.revision]);
  const items = watched.value;
  return (
    <div class="page watch-page">
      <div class="page-head">
        <h1>{w("watchTitle")}</h1>
        {newCount.value > 0 ? (
          <Button label={w("seenAll")} onClick={() => void markSeen().catch(failed)} />
        ) : null}
      </div>
      <p class="quiet">{w("watchIntro")}</p>
      <AddSearch />
      {error === undefined ? null : <Broken error={error} retry={ask} />}
      {items === undefined && error === undefined ? <Skeleton /> : null}
      {items?.length === 0 ? <p class="empty">{w("watchEmpty")}</p> : null}
      {[...(items ?? [])]
        .sort((a, b) => b.added - a.added)
        .map((item) => (
          <Item key={`${item.kind}:${item.item}`} news={item} />
        ))}
    </div>
  );
}

function AddSearch(): JSX.Element {
  const [text, setText] = useState("");
  return (
    <form
      class="watch-add"
      onSubmit={(event) => {
        event.preventDefault();
        const item = text.trim();
        if (item === "") return;
        watchItem({ item, kind: "search" })
          .then(() => setText(""))
          .catch(failed);
      }}
    >
      <label>
        {w("watchSearch")}{" "}
        <input type="search" value={text} onInput={({ currentTarget }) => setText(currentTarget.value)} />
      </label>
      <button type="submit" class="button">
        {w("add")}
      </button>
    </form>
  );
}

function Item({ news }: { news: WatchNews }): JSX.Element {
  const { item, kind, name, type, gone, added, sentences, found } = news;
  return (
    <section class="card watched">
      <div class="panel-head">
        <h2>
          {type === undefined ? null : <Badge type={type} />}{" "}
          {kind === "search" ? (
            <Link to={`/search?q=${encodeURIComponent(item)}`}>{w("searchFor", { text: name })}</Link>
          ) : gone ? (
            <Outside text={name} />
          ) : (
            <Link to={entityAddress(item)}>
              <Outside text={name} />
            </Link>
          )}
        </h2>
        <span class={added > 0 ? "news-count" : "quiet"}>
          {gone ? w("gone") : added > 0 ? w("news", { count: number(added) }) : w("noNews")}
        </span>
        {added > 0 ? <Button label={w("seen")} onClick={() => void markSeen([news]).catch(failed)} /> : null}
        <Button label={w("unwatch")} onClick={() => void unwatchItem(news).catch(failed)} />
      </div>
      {sentences.length > 0 ? <Evidence items={sentences} words={[name]} limit={SHOWN} /> : null}
      {found.length > 0 ? (
        <ul class="found">
          {found.map((ref) => (
            <li key={ref.id}>
              <NodeLink {...ref} />
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
