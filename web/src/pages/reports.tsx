/** The reports: add by drag and drop, see what was found, read, remove. @module */
import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import type { AddedBody, Page, ReportBody } from "../../../src/server/api-types.ts";
import { get, messageOf, path, remove } from "../lib/api.ts";
import { number } from "../lib/format.ts";
import { t } from "../lib/i18n.ts";
import { refreshLegend, status, typeName } from "../lib/legend.ts";
import { useLoad } from "../lib/load.ts";
import { tell } from "../lib/notice.ts";
import "../styles/pages.css";
import { type Sending, send } from "../lib/upload.ts";
import { Icon } from "../ui/icons.tsx";
import { Button, Failed, Link, Loading, Outside } from "../ui/parts.tsx";

export default function Reports(): JSX.Element {
  const { value, error, reload } = useLoad<Page<ReportBody>>(
    (signal) => get("/reports", { limit: 500 }, signal),
    [],
  );
  const changed = (): void => {
    reload();
    void refreshLegend();
  };
  return (
    <div class="page reports">
      <div class="page-head">
        <h1>{t("reports.title")}</h1>
        <p class="quiet">{value ? value.total : ""}</p>
      </div>
      <Upload onDone={changed} />
      {error !== undefined ? <Failed error={error} retry={reload} /> : null}
      {value === undefined ? (
        error === undefined ? (
          <Loading />
        ) : null
      ) : value.total === 0 ? (
        <p class="empty">{t("reports.none")}</p>
      ) : (
        <List reports={value.items} onRemoved={changed} />
      )}
    </div>
  );
}

function Upload({ onDone }: { onDone: () => void }): JSX.Element {
  const [over, setOver] = useState(false);
  const [sending, setSending] = useState<Sending>();
  const [added, setAdded] = useState<AddedBody[]>([]);
  const [problem, setProblem] = useState<string>();
  const input = useRef<HTMLInputElement>(null);
  const limits = status.value?.limits;
  const upload = async (files: readonly File[]): Promise<void> => {
    if (files.length === 0) return;
    setProblem(undefined);
    setAdded([]);
    try {
      setAdded(await send(files, setSending));
      onDone();
    } catch (error) {
      setProblem(messageOf(error));
    } finally {
      setSending(undefined);
      if (input.current) input.current.value = "";
    }
  };
  return (
    <section class="card upload">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is for the mouse; the file button inside does the same by keyboard */}
      <div
        class={`drop ${over ? "over" : ""}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void upload([...(event.dataTransfer?.files ?? [])]);
        }}
      >
        <Icon name="upload" size={30} />
        <p>
          {t("reports.drop")}{" "}
          <label class="button primary">
            {t("reports.choose")}
            <input
              ref={input}
              class="sr"
              type="file"
              multiple
              accept=".txt,.text,.md,.markdown,.html,.htm,.xhtml,.pdf,.docx,.xlsx,.xls,.csv,.jsonl,.ndjson,.zip"
              onChange={(event) => void upload([...(event.currentTarget.files ?? [])])}
            />
          </label>
        </p>
        {limits ? (
          <p class="quiet small">
            {t("reports.formats", {
              mb: Math.round(limits.uploadFileBytes / 1024 / 1024),
              count: limits.uploadFiles,
            })}
          </p>
        ) : null}
      </div>
      <div role="status">
        {sending ? (
          <>
            <progress
              max={1}
              {...(sending.share < 1 ? { value: sending.share } : {})}
              aria-label={t("reports.title")}
            />
            <p>
              {sending.share < 1
                ? t("reports.uploading", { percent: Math.round(sending.share * 100) })
                : t("reports.reading")}
            </p>
          </>
        ) : null}
        {added.length > 0 ? (
          <ul class="added">
            {added.map((item) => (
              <Added key={item.file} item={item} />
            ))}
          </ul>
        ) : null}
      </div>
      {problem === undefined ? null : (
        <p class="failed" role="alert">
          {t("app.failed", { detail: problem })}
        </p>
      )}
    </section>
  );
}

function Added({
  item: { file, outcome, report, found, sentences, problems },
}: {
  item: AddedBody;
}): JSX.Element {
  const counts = Object.entries(found).sort((a, b) => b[1] - a[1]);
  return (
    <li class={`outcome-${outcome}`}>
      <p>
        <strong>{t(`reports.${outcome}`)}</strong>{" "}
        {report ? (
          <Link to={`/reports/${encodeURIComponent(report.id)}`}>
            <Outside text={report.title || file} />
          </Link>
        ) : (
          <Outside text={file} />
        )}
      </p>
      {counts.length > 0 ? (
        <p class="small">
          {t("reports.found")}{" "}
          {counts.map(([type, count]) => (
            <span class="tag" key={type}>
              {typeName(type)} {count}
            </span>
          ))}
        </p>
      ) : null}
      {sentences ? (
        <p class="small quiet">{t("reports.silent", { read: sentences.read, silent: sentences.silent })}</p>
      ) : null}
      {problems.map(({ code, message }) => (
        <p key={code + message} class="small quiet">
          <Outside text={message} />
        </p>
      ))}
    </li>
  );
}

function List({
  reports,
  onRemoved,
}: {
  reports: readonly ReportBody[];
  onRemoved: () => void;
}): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  const [asked, setAsked] = useState<ReportBody>();
  const ask = (report: ReportBody): void => {
    setAsked(report);
    dialog.current?.showModal();
  };
  const take = async (report: ReportBody): Promise<void> => {
    dialog.current?.close();
    try {
      await remove(path("reports", report.id));
      tell(t("reports.removed", { title: report.title }));
      onRemoved();
    } catch (error) {
      tell(t("app.failed", { detail: messageOf(error) }));
    }
  };
  return (
    <>
      <ul class="report-list">
        {reports.map((report) => (
          <li class="card" key={report.id}>
            <div class="report-date">{report.date ?? "—"}</div>
            <div class="report-main">
              <h2>
                <Link to={`/reports/${encodeURIComponent(report.id)}`}>
                  <Outside text={report.title || report.id} />
                </Link>
              </h2>
              <p class="quiet small">
                {[report.outlet, report.source].filter(Boolean).map((part) => (
                  <span class="byline" key={part}>
                    <Outside text={part ?? ""} />
                  </span>
                ))}
                <span class="byline">
                  {t("reports.size", {
                    sentences: number(report.sentences),
                    characters: number(report.characters),
                  })}
                </span>
              </p>
            </div>
            <Button
              bare
              icon="trash"
              label={`${t("reports.remove")}: ${report.title || report.id}`}
              onClick={() => ask(report)}
            />
          </li>
        ))}
      </ul>
      <dialog ref={dialog} aria-labelledby="remove-ask">
        <p id="remove-ask">
          <Outside text={t("reports.removeAsk", { title: asked?.title ?? "" })} />
        </p>
        <div class="actions">
          <Button label={t("app.cancel")} onClick={() => dialog.current?.close()} />
          <Button
            class="danger"
            icon="trash"
            label={t("reports.remove")}
            onClick={() => asked && void take(asked)}
          />
        </div>
      </dialog>
    </>
  );
}
