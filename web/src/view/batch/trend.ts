// Requests and their outcomes over the years, of one body or of all: a picture and a table.
import type { App } from "../../app";
import { byName } from "../../batch/order";
import type { Row } from "../../batch/row";
import { download } from "../../clipboard";
import type { Years } from "../../protocol";
import { t } from "../../strings";
import { clear, h } from "../dom";
import { address } from "./exports";

// Bodies that have reports of several years.
function bodiesOf(rows: readonly Row[]): string[] {
  const years = new Map<string, Set<number>>();
  for (const { survey } of rows) {
    const { agency = "", year = 0 } = (survey && survey.digest) || {};
    if (agency && year) years.set(agency, (years.get(agency) || new Set()).add(year));
  }
  const several = Array.from(years).filter(([, own]) => own.size > 1);
  return several.map(([name]) => name).sort(byName);
}

function table({ years, bodies, lines }: Years): HTMLElement {
  const line = (name: string, values: (string | null)[]): HTMLElement =>
    h(
      "tr",
      {},
      h("th", { scope: "row" }, name),
      ...values.map((value) => h("td", { class: "number" }, value === null ? t("unknown") : value)),
    );
  return h(
    "div",
    { class: "table-scroll", tabindex: "0", role: "region", "aria-label": t("trendTitle") },
    h(
      "table",
      { class: "hand-table", id: "trend-table" },
      h(
        "thead",
        {},
        h("tr", {}, ...[t("trendItem"), ...years].map((text) => h("th", { scope: "col" }, String(text)))),
      ),
      h(
        "tbody",
        {},
        line(t("trendBodies"), bodies.map(String)),
        ...lines.map(({ name, values }) => line(name, values)),
      ),
    ),
  );
}

export function batchTrend(app: App): HTMLElement {
  const { desk, service } = app;
  const select = h("select", { id: "trend-body", "aria-label": t("trendBody") });
  const inside = h("div", { lang: "zh-CN" });
  const box = h(
    "details",
    { class: "batch-trend panel", id: "batch-trend" },
    h("summary", {}, t("trendTitle")),
    h("label", { class: "parent-choice" }, t("trendBody"), select),
    inside,
  );
  let filled = "";
  let turn = 0;
  const show = async (): Promise<void> => {
    const { batch, handIn } = desk;
    if (!batch || !box.open) return;
    const own = ++turn;
    const years = await service.engine.ask("years", {
      request: handIn.request(batch, { body: select.value }),
    });
    if (own !== turn) return;
    const name = select.value || t("trendAll");
    const save = (): void => download(t("fileTrend", name), years.picture, "image/svg+xml");
    clear(
      inside,
      h(
        "figure",
        { class: "batch-picture" },
        h("img", { src: address(years.picture), alt: t("trendAlt", name) }),
      ),
      h(
        "button",
        { type: "button", class: "button small", id: "save-trend", onclick: save },
        t("savePicture"),
      ),
      table(years),
    );
  };
  const again = (): void => void show().catch(() => app.tell("exportFailed"));
  select.addEventListener("change", again);
  box.addEventListener("toggle", again);
  const draw = (): void => {
    const { batch } = desk;
    const ready = !!batch && batch.phase === "done";
    const bodies = ready ? bodiesOf(batch.rows) : [];
    box.hidden = !bodies.length;
    const names = bodies.join();
    if (box.hidden || names === filled) return;
    filled = names;
    clear(
      select,
      h("option", { value: "" }, t("trendAll")),
      ...bodies.map((value) => h("option", { value }, value)),
    );
    again();
  };
  app.on("rows", draw);
  app.on("desk", draw);
  draw();
  return box;
}
