/** Starts the page. @module */
import { render } from "preact";
import { App } from "./app.tsx";
import { messageOf } from "./lib/api.ts";
import { t } from "./lib/i18n.ts";
import { refreshLegend } from "./lib/legend.ts";
import { tell } from "./lib/notice.ts";
import "./styles/base.css";
import "./styles/frame.css";
import "./styles/explorer.css";

refreshLegend().catch((error: unknown) => tell(t("app.failed", { detail: messageOf(error) })));

const root = document.getElementById("app");
if (root) render(<App />, root);
