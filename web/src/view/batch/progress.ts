// How far a batch is, what came of it, and the way to end it or go on.
import type { App } from "../../app";
import type { Batch, Phase } from "../../batch/batch";
import { VERDICTS } from "../../batch/row";
import { type MessageKey, t } from "../../strings";
import { clear, h } from "../dom";

const WORDS: Record<Phase, MessageKey> = {
  reading: "batchReading",
  relating: "batchRelating",
  comparing: "batchComparing",
  exporting: "batchExporting",
  done: "batchDone",
  cancelled: "batchCancelled",
  unavailable: "unavailable",
};

function tallies(batch: Batch): HTMLElement {
  const list = h("ul", { class: "batch-tally" });
  for (const verdict of VERDICTS) {
    const count = batch.rows.filter((row) => row.verdict === verdict).length;
    if (count)
      list.appendChild(h("li", { class: `row-verdict ${verdict}` }, t(`row_${verdict}`), ` ${count}`));
  }
  return list;
}

function skippedPart(batch: Batch): HTMLElement | null {
  const { skipped } = batch;
  if (!skipped.length) return null;
  return h(
    "details",
    { class: "batch-skipped" },
    h("summary", {}, t("batchSkipped", skipped.length)),
    h("ul", {}, ...skipped.slice(0, 200).map((path) => h("li", {}, path))),
    skipped.length > 200 && h("p", {}, t("andMore", skipped.length - 200)),
  );
}

export function batchProgress(app: App): HTMLElement {
  const { desk } = app;
  const status = h("p", { class: "batch-status", role: "status", id: "batch-status" });
  const filled = h("div", { class: "bar-filled" });
  const bar = h("div", { class: "bar", role: "progressbar", "aria-label": t("batchProgress") }, filled);
  const cancel = h(
    "button",
    {
      type: "button",
      class: "button small",
      id: "batch-cancel",
      onclick: () => desk.batch && desk.batch.cancel(),
    },
    t("cancel"),
  );
  const more = (): void => void (desk.batch && desk.batch.start());
  const resume = h(
    "button",
    { type: "button", class: "button small", id: "batch-resume", onclick: more },
    t("goOn"),
  );
  const tally = h("div", {});
  const skipped = h("div", {});
  let drawn: Batch | null = null;
  const draw = (): void => {
    const { batch } = desk;
    if (!batch) return;
    const { phase, done, total, running } = batch;
    status.setAttribute("aria-live", running ? "off" : "polite"); // a running count is not read out
    status.textContent = t(WORDS[phase], done, total);
    bar.hidden = cancel.hidden = !running;
    resume.hidden = running || phase === "done";
    bar.setAttribute("aria-valuemax", String(total));
    bar.setAttribute("aria-valuenow", String(done));
    filled.style.width = `${total ? (100 * done) / total : 0}%`;
    clear(tally, tallies(batch));
    if (drawn !== batch) clear(skipped, skippedPart(batch));
    drawn = batch;
  };
  app.on("rows", draw);
  app.on("desk", draw);
  draw();
  return h(
    "div",
    { class: "batch-progress" },
    h("div", { class: "batch-now" }, status, bar, cancel, resume),
    tally,
    skipped,
  );
}
