// The page on a processor four times slower than this one: when it is ready, from a dropped file to its
// verdict, and what a key costs in a long text.
import { join } from "node:path";
import { openCurrent, pageTests, readyAt } from "./support/pages.mjs";

export const title = "慢四倍的处理器上的页面";

const SLOWER = 4;
const ROUNDS = 3;
const GOALS = { ready: 600, verdict: 150, key: 40 }; // milliseconds
const LONG = 300_000; // characters
const KEYS = 20;

// Run in the page before its own scripts: when the worker's core is ready, when a verdict is on the page.
const WATCH = `(() => {
  const Plain = window.Worker;
  window.Worker = function (...given) {
    const worker = new Plain(...given);
    worker.addEventListener('message', ({ data }) => {
      if (data.id === 0 && window.readyAt === undefined) window.readyAt = performance.now();
    });
    return worker;
  };
})()`;

// From the drop to the frame that shows the verdict.
const dropped = (page, name, text) =>
  page.evaluate(
    async ([fileName, contents]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([contents], fileName));
      const shown = new Promise((resolve) => {
        const look = () => {
          const bar = document.querySelector(".source-name strong");
          const verdict = document.querySelector(".verdict:not([hidden]) .verdict-title");
          if (bar && bar.textContent === fileName && verdict && document.querySelector(".card"))
            resolve(performance.now());
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      });
      const begin = performance.now();
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
      return (await shown) - begin;
    },
    [name, text],
  );

// From each key to the next frame, while the checks of the keys before it run.
const typed = (page) =>
  page.evaluate(async (keys) => {
    const box = document.activeElement;
    const times = [];
    for (let i = 0; i < keys; i++) {
      const begin = performance.now();
      box.setRangeText("字", box.selectionStart, box.selectionEnd, "end");
      box.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText" }));
      box.getBoundingClientRect(); // laid out, as before a frame
      times.push(performance.now() - begin);
      await new Promise((later) => setTimeout(later, 120));
    }
    return times;
  }, KEYS);

// A report, its text drawn out with lines that say nothing.
function drawnOut(report) {
  const line = "这一段记录日常工作的开展，与数据无关，只是很长。\n";
  const more = line.repeat(Math.ceil((LONG - report.length) / line.length));
  return report.replace("（三）政府信息管理。", () => more + "（三）政府信息管理。");
}

async function round(context, address, texts) {
  const { page, version, close } = await openCurrent(WATCH);
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  await page.goto(address);
  const ready = await readyAt(page);
  await page.waitForTimeout(1500); // looked at, as a person does
  const first = await dropped(page, "a.html", texts.report);
  await page.waitForTimeout(1500);
  const verdict = await dropped(page, "b.html", texts.report);
  await page.click("#close");
  await page.waitForSelector("#text:visible");
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    const paste = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    document.querySelector("#text").dispatchEvent(paste);
  }, texts.long);
  await page.waitForSelector(".verdict:not([hidden]) .verdict-title");
  await page.click("#tab-text");
  await page.locator(".text-part").first().click();
  await page.waitForTimeout(1500);
  const keys = (await typed(page)).sort((a, b) => a - b);
  await close();
  return { version, ready, first, verdict, key: keys[Math.floor(keys.length * 0.95)] };
}

export async function run(context) {
  const { serve, faultyHtml, soundHtml, textOf } = await pageTests();
  const server = await serve(join(context.root, "build", "site"));
  const rows = [];
  const texts = { report: faultyHtml, long: drawnOut(textOf(soundHtml)) };
  let version;
  for (const [where, address] of [
    ["网站", server.address],
    ["单个文件", `file://${join(context.root, "build", "nianbao.html")}`],
  ]) {
    const samples = [];
    for (let i = 0; i < ROUNDS; i++) samples.push(await round(context, address, texts));
    const middle = (name) => Math.round(context.median(samples.map((sample) => sample[name])));
    version = samples[0].version;
    rows.push([where, middle("ready"), middle("first"), middle("verdict"), middle("key")]);
  }
  await server.stop();
  return {
    columns: [
      "页面",
      "可以检查（毫秒）",
      "第一份：放入到结论",
      "第二份：放入到结论",
      `${LONG / 10_000} 万字里按一个键`,
    ],
    rows,
    notes: [
      `Chromium ${version}，处理器放慢 ${SLOWER} 倍，每格是 ${ROUNDS} 次的中位数；按键是 ${KEYS} 次里第 95 百分位。`,
      `目标：可以检查 ${GOALS.ready}，放入到结论 ${GOALS.verdict}，按键 ${GOALS.key}。`,
    ],
  };
}
