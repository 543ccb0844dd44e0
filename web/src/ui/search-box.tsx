/** Search with suggestions by type; a combobox as WAI-ARIA describes it. @module */
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Page, SearchHit } from "../../../src/server/api-types.ts";
import { get } from "../lib/api.ts";
import { t } from "../lib/i18n.ts";
import { colorOf, legend, typeName } from "../lib/legend.ts";
import { go, nodeAddress } from "../lib/router.ts";
import { Icon } from "./icons.tsx";
import { Dot, Outside } from "./parts.tsx";

const SHOWN = 24;
const DELAY = 60;

/** Hits under their types; types in the order of their best hit. */
function grouped(hits: readonly SearchHit[]): SearchHit[][] {
  const groups = new Map<string, SearchHit[]>();
  for (const hit of hits) groups.set(hit.type, [...(groups.get(hit.type) ?? []), hit]);
  return [...groups.values()];
}

export function SearchBox(): JSX.Element {
  const [text, setText] = useState("");
  const [answer, setAnswer] = useState<{ text: string; hits: SearchHit[]; total: number }>();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const composing = useRef(false);
  /** Enter came before the answer did. */
  const hasty = useRef(false);
  const box = useRef<HTMLDivElement>(null);
  void legend.value;

  useEffect(() => {
    const asked = text.trim();
    if (asked === "") {
      setAnswer(undefined);
      return undefined;
    }
    const control = new AbortController();
    const timer = setTimeout(() => {
      get<Page<SearchHit>>("/search", { q: asked, limit: SHOWN }, control.signal)
        .then(({ items, total }) => {
          setAnswer({ text: asked, hits: grouped(items).flat(), total });
          setActive(-1);
          const [first] = grouped(items).flat();
          if (hasty.current && first) choose(first);
          hasty.current = false;
        })
        .catch(() => undefined);
    }, DELAY);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [text]);

  useEffect(() => {
    const outside = (event: PointerEvent): void => {
      if (!box.current?.contains(event.target as Node)) setOpen(false);
    };
    addEventListener("pointerdown", outside);
    return () => removeEventListener("pointerdown", outside);
  }, []);

  const hits = answer?.hits ?? [];
  function choose(hit: SearchHit): void {
    setOpen(false);
    setText("");
    go(nodeAddress(hit.id));
  }
  const onKey = (event: KeyboardEvent): void => {
    if (composing.current || event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setOpen(true);
      const step = event.key === "ArrowDown" ? 1 : -1;
      setActive((now) => (hits.length === 0 ? -1 : (now + step + hits.length) % hits.length));
    } else if (event.key === "Enter") {
      const hit = hits[active] ?? hits[0];
      if (answer?.text !== text.trim()) hasty.current = true;
      else if (hit) choose(hit);
    } else if (event.key === "Escape") setOpen(false);
  };
  const shown = open && answer !== undefined && text.trim() !== "";
  return (
    <div class="search" ref={box}>
      <Icon name="search" />
      <input
        id="search"
        type="text"
        inputMode="search"
        // biome-ignore lint/a11y/noRedundantRoles: only an input with a list attribute has the role by itself
        role="combobox"
        list={undefined}
        autocomplete="off"
        spellcheck={false}
        aria-label={t("search.label")}
        aria-expanded={shown}
        aria-controls="search-hits"
        aria-autocomplete="list"
        {...(active >= 0 ? { "aria-activedescendant": `hit-${active}` } : {})}
        placeholder={t("search.placeholder")}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onCompositionStart={() => {
          composing.current = true;
        }}
        onCompositionEnd={() => {
          composing.current = false;
        }}
        onKeyDown={onKey}
      />
      <div class="sr" role="status">
        {shown
          ? hits.length === 0
            ? t("search.none", { text: answer.text })
            : t("search.count", { count: answer.total })
          : ""}
      </div>
      <div
        id="search-hits"
        role="listbox"
        aria-label={t("search.label")}
        class="hits"
        hidden={!shown || hits.length === 0}
      >
        {hits.map((hit, position) => (
          <div
            key={hit.id}
            id={`hit-${position}`}
            role="option"
            tabIndex={-1}
            aria-selected={position === active}
            class={hits[position - 1]?.type === hit.type ? "" : "first"}
            onPointerDown={(event) => {
              event.preventDefault();
              choose(hit);
            }}
          >
            <Dot color={colorOf(hit.type)} />
            <span class="hit-name">
              <Outside text={hit.name} />
              {hit.alias === undefined ? null : (
                <small>
                  <Outside text={t("search.alias", { alias: hit.alias })} />
                </small>
              )}
            </span>
            <small class="hit-type">{typeName(hit.type)}</small>
          </div>
        ))}
      </div>
      {shown && hits.length === 0 ? <p class="hits none">{t("search.none", { text: answer.text })}</p> : null}
    </div>
  );
}
