/** The tools above the canvas. @module */
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { gexfOf, jsonOf } from "../graph/files.ts";
import { pngOf, svgOf } from "../graph/picture.ts";
import type { Scene } from "../graph/scene.ts";
import { messageOf } from "../lib/api.ts";
import { download, downloadText } from "../lib/download.ts";
import { t } from "../lib/i18n.ts";
import { tell } from "../lib/notice.ts";
import { Icon } from "../ui/icons.tsx";
import { Button } from "../ui/parts.tsx";
import { layout, linkOf, model, showOverview } from "./graph-state.ts";

interface ToolbarProps {
  scene: Scene | undefined;
  filtersOpen: boolean;
  onFilters: () => void;
}

const fail = (error: unknown): void => tell(t("app.failed", { detail: messageOf(error) }));

async function copyLink(scene: Scene): Promise<void> {
  const link = await linkOf(scene);
  history.replaceState(null, "", link);
  // Without permission for the clipboard the link still stands in the address bar.
  await navigator.clipboard?.writeText(link).catch(() => undefined);
  tell(t("graph.linkCopied"));
}

export function Toolbar({ scene, filtersOpen, onFilters }: ToolbarProps): JSX.Element {
  const running = layout.running.value;
  const communities = model.coloring.value === "community";
  return (
    <div class="toolbar" role="toolbar" aria-label={t("nav.graph")}>
      <Button icon="filter" label={t("graph.filters")} pressed={filtersOpen} onClick={onFilters} />
      <Button icon="home" label={t("graph.overview")} onClick={() => void showOverview().catch(fail)} />
      <Button
        icon={running ? "stop" : "play"}
        label={t(running ? "graph.layout.stop" : "graph.layout.start")}
        onClick={() => (running ? layout.stop() : layout.start(model.graph))}
      />
      <Button
        icon="palette"
        label={t("graph.communities")}
        pressed={communities}
        onClick={() => {
          model.coloring.value = communities ? "type" : "community";
          model.restyle();
        }}
      />
      <span class="gap" />
      <Button
        bare
        icon="undo"
        label={t("graph.undo")}
        disabled={model.undoable.value === 0}
        onClick={() => model.undo()}
      />
      <Button bare icon="minus" label={t("graph.zoomOut")} onClick={() => scene?.zoom(1.5)} />
      <Button bare icon="plus" label={t("graph.zoomIn")} onClick={() => scene?.zoom(1 / 1.5)} />
      <Button bare icon="fit" label={t("graph.fit")} onClick={() => scene?.fit()} />
      <Button
        bare
        icon="link"
        label={t("graph.link")}
        onClick={() => scene && void copyLink(scene).catch(fail)}
      />
      <ExportMenu scene={scene} />
    </div>
  );
}

function ExportMenu({ scene }: { scene: Scene | undefined }): JSX.Element {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const outside = (event: Event): void => {
      if (!box.current?.contains(event.target as Node)) setOpen(false);
    };
    addEventListener("pointerdown", outside);
    return () => removeEventListener("pointerdown", outside);
  }, []);
  const choices: [string, () => void | Promise<void>][] = [
    ["PNG", async () => scene && download("reportgraph.png", await pngOf(scene))],
    ["SVG", () => scene && downloadText("reportgraph.svg", svgOf(scene), "image/svg+xml")],
    ["GEXF", () => downloadText("reportgraph.gexf", gexfOf(model), "application/gexf+xml")],
    ["JSON", () => downloadText("reportgraph.json", jsonOf(model), "application/json")],
  ];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc closes from wherever inside the menu the focus is
    <div
      class="menu"
      ref={box}
      onKeyDown={(event) => {
        if (event.key === "Escape") setOpen(false);
      }}
    >
      <button
        type="button"
        class="button"
        aria-expanded={open}
        aria-controls="export-choices"
        onClick={() => setOpen((now) => !now)}
      >
        <Icon name="download" />
        <span>{t("graph.export")}</span>
      </button>
      <ul id="export-choices" hidden={!open}>
        {choices.map(([name, run]) => (
          <li key={name}>
            <button
              type="button"
              onClick={() => {
                setOpen(false);
                void Promise.resolve(run()).catch(fail);
              }}
            >
              {name}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
