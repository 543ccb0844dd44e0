/** The reports: add by drag and drop, see what was found and what was not read, filter, read, remove, put back. @module */
import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import type { ListBody, ListRow } from "../../../src/server/page-types.ts";
import { messageOf, path, post, remove } from "../lib/api.ts";
import { number } from "../lib/format.ts";
import { lang, t, words } from "../lib/i18n.ts";
import { refreshLegend, status } from "../lib/legend.ts";
import { tell } from "../lib/notice.ts";
import { addressOf } from "../lib/router.ts";
import { useTitle } from "../lib/title.ts";
import { CellView } from "../list/cell.tsx";
import { ListView } from "../list/list-view.tsx";
import { Upload } from "../report/upload.tsx";
import { Button, Link, Outside } from "../ui/parts.tsx";
import { r } from "../words/reports.ts";
import "../styles/pages.css";
import "../styles/reports.css";

const idOf = ({ id }: { id: string }): string => id.slice("report:".length);

async function restore(report: ListRow, onChanged: () => void): Promise<void> {
  try {
    await post(path("reports", idOf(report), "restore"), {});
    tell(r("restored", { title: report.name }));
    onChanged();
  } catch (error) {
    tell(t("app.failed", { detail: messageOf(error) }));
  }
}

export default function Reports(): JSX.Element {
  useTitle(r("title"));
  const [version, setVersion] = useState(0);
  const changed = (): void => {
    setVersion((now) => now + 1);
    void refreshLegend();
  };
  return (
    <ListView
      path="reports"
      version={version}
      heading={() => <h1>{r("title")}</h1>}
      rows={(list) => <Rows list={list} onChanged={changed} />}
    >
      <Upload onDone={changed} />
      <NotRead />
    </ListView>
  );
}

/** Files that were seen when a folder was built, and not read. */
function NotRead(): JSX.Element | null {
  const notRead = status.value?.notRead;
  if (!notRead || notRead.total === 0) return null;
  return (
    <details class="card not-read">
      <summary>{r("notRead", { count: number(notRead.total) })}</summary>
      <ul>
        {notRead.files.map(({ source, message, messageZh }) => (
          <li key={source}>
            <strong>
              <Outside text={source} />
            </strong>{" "}
            <Outside text={lang.value === "zh" ? (messageZh ?? message) : message} />
          </li>
        ))}
      </ul>
      {notRead.files.length < notRead.total ? (
        <p class="quiet small">
          {r("notReadShown", { n: number(notRead.files.length), count: number(notRead.total) })}
        </p>
      ) : null}
    </details>
  );
}

function Rows({ list, onChanged }: { list: ListBody; onChanged: () => void }): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  const [asked, setAsked] = useState<ListRow>();
  const take = async (report: ListRow): Promise<void> => {
    dialog.current?.close();
    try {
      await remove(path("reports", idOf(report)));
      tell(r("removed", { title: report.name }), {
        label: r("undo"),
        run: () => void restore(report, onChanged),
      });
      onChanged();
    } catch (error) {
      tell(t("app.failed", { detail: messageOf(error) }));
    }
  };
  return (
    <>
      <ul class="report-list">
        {list.items.map((report) => (
          <li class="card" key={report.id} data-row>
            <div class="report-main">
              <h2>
                <Link to={addressOf(report)}>
                  <Outside text={report.name} />
                </Link>
              </h2>
              <p class="quiet small report-cells">
                {list.columns.map((column, position) => {
                  const cell = report.cells[position];
                  if (cell === undefined || (cell.value === undefined && !cell.refs?.length)) return null;
                  return (
                    <span key={column.name}>
                      {column.name === "date" || column.name === "outlet" ? null : `${words(column.label)} `}
                      {cell.total === undefined ? (
                        <CellView cell={cell} column={column} type="Report" />
                      ) : (
                        number(cell.total)
                      )}
                    </span>
                  );
                })}
                <span>{r("id", { id: idOf(report) })}</span>
              </p>
            </div>
            <Button
              bare
              icon="trash"
              label={`${t("reports.remove")}: ${report.name}`}
              onClick={() => {
                setAsked(report);
                dialog.current?.showModal();
              }}
            />
          </li>
        ))}
      </ul>
      <dialog ref={dialog} aria-labelledby="remove-ask">
        <p id="remove-ask">
          <Outside text={t("reports.removeAsk", { title: asked?.name ?? "" })} />
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
