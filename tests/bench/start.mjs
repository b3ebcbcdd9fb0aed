// From navigation to an engine that is ready, and to the first verdicts; beside other WebAssembly tools in
// the same Chromium.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openCurrent, openerOf78, packageVersion, pageTests, readyAt, sizes } from "./support/pages.mjs";

export const title = "打开页面，到可以检查";

const ROUNDS = 5;
const GOALS = { served: 150, file: 200, old: 250, first: 20, later: 5 };

// Run in the page before its own scripts: notes when the worker's core is ready, and when a verdict is on the
// page.
const WATCH = `(() => {
  const Plain = window.Worker;
  window.Worker = function (...given) {
    const worker = new Plain(...given);
    worker.addEventListener('message', ({ data }) => {
      if (data.id === 0 && window.readyAt === undefined) window.readyAt = performance.now();
      const { port1, port2 } = new MessageChannel();  // after everything that the page does with the answer
      port1.onmessage = () => {
        port1.close();
        const { verdict } = window;
        if (verdict && data.value && data.value.findings) verdict(performance.now());
      };
      port2.postMessage(0);
    });
    return worker;
  };
})()`;

// Milliseconds from giving each text, as a paste or as a dropped file, to its verdict on the page.
const verdicts = (page, texts) =>
  page.evaluate(async (all) => {
    const times = [];
    for (const text of all) {
      const shown = new Promise((resolve) => (window.verdict = resolve));
      const begin = performance.now();
      const box = document.querySelector("#text");
      if (!times.length) {
        box.value = text;
        box.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
      } else {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([text], "report.txt"));
        document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
      }
      times.push((await shown) - begin);
      await new Promise((later) => setTimeout(later, 500));
    }
    return times;
  }, texts);

async function ours(context, open, address, folder, texts) {
  const samples = [];
  for (let round = 0; round < ROUNDS; round++) {
    const addresses = [];
    const { page, version, close } = await open(WATCH, (url) => addresses.push(url));
    await page.goto(address);
    const ready = await readyAt(page);
    const loaded = [...addresses];
    await new Promise((later) => setTimeout(later, 500));
    const [first, ...later] = await verdicts(page, texts);
    samples.push({ version, ready, first, later: context.median(later), loaded });
    await close();
  }
  const middle = (name) => context.median(samples.map((sample) => sample[name]));
  return {
    ...sizes(samples[0].loaded, folder),
    version: samples[0].version,
    ready: middle("ready"),
    first: middle("first"),
    later: middle("later"),
  };
}

// Pages as their makers' documentation has them: [package, folder in it, page].
const OTHERS = [
  [
    "sql.js",
    "dist",
    '<script src="sql-wasm.js"></script><script>initSqlJs({ locateFile: (name) => name }).then(() => (window.readyAt = performance.now()));</script>',
  ],
  [
    "harper.js",
    "dist",
    `<script type="module">
    import { WorkerLinter } from './index.js';
    import { slimBinary } from './slimBinary.js';
    const linter = new WorkerLinter({ binary: slimBinary });
    await linter.setup();
    window.readyAt = performance.now();
  </script>`,
  ],
  [
    "@astral-sh/ruff-wasm-web",
    ".",
    '<script type="module">import init from "./ruff_wasm.js"; await init(); window.readyAt = performance.now();</script>',
  ],
];

async function other(context, serve, [name, inner, script]) {
  const folder = join(context.scratch, name.replace(/\W/g, "_"));
  mkdirSync(folder, { recursive: true });
  cpSync(join(context.root, "tests/bench/node_modules", name, inner), folder, { recursive: true });
  writeFileSync(
    join(folder, "index.html"),
    `<!doctype html><meta charset="utf-8"><title>${name}</title>${script}`,
  );
  const server = await serve(folder);
  const times = [];
  let loaded, version;
  for (let round = 0; round < ROUNDS; round++) {
    const addresses = [];
    const opened = await openCurrent("", (url) => addresses.push(url));
    await opened.page.goto(server.address);
    times.push(await readyAt(opened.page));
    [loaded, version] = [addresses, opened.version];
    await opened.close();
  }
  await server.stop();
  const { raw, gzip } = sizes(loaded, folder);
  return [`${name} ${packageVersion(name)}`, version, context.median(times), "–", "–", raw, gzip];
}

export async function run(context) {
  const { serve, startChromium78 } = await pageTests();
  const texts = context.reports().files.map((path) => readFileSync(path, "utf8"));
  const site = join(context.root, "build", "site"),
    single = `file://${join(context.root, "build", "nianbao.html")}`;
  const server = await serve(site);
  const old = openerOf78(startChromium78);
  const measured = [
    ["年报体检，网站", await ours(context, openCurrent, server.address, site, texts), GOALS.served],
    ["年报体检，单个文件（file://）", await ours(context, openCurrent, single, site, texts), GOALS.file],
    ["年报体检，网站", await ours(context, old, server.address, site, texts), GOALS.old],
    ["年报体检，单个文件（file://）", await ours(context, old, single, site, texts), GOALS.old],
  ];
  await server.stop();
  const rows = measured.map(([name, m]) => [
    name,
    m.version,
    m.ready,
    m.first,
    m.later,
    m.raw || "–",
    m.gzip || "–",
  ]);
  for (const one of OTHERS) rows.push(await other(context, serve, one));
  const verdict = (value, goal) =>
    `${value.toFixed(0)}（目标 ${goal}，${value <= goal ? "达到" : "未达到"}）`;
  const worst = (name) => Math.max(...measured.slice(0, 2).map(([, m]) => m[name]));
  return {
    columns: ["", "Chromium", "就绪 毫秒", "第一份 毫秒", "以后各份 毫秒", "字节", "gzip 字节"],
    rows,
    notes: [
      `从开始打开页面到引擎就绪，每次换一个空的、已经安静下来的浏览器，${ROUNDS} 次的中位数：${measured.map(([name, m, goal]) => `${name}（${m.version.split(".")[0]}）${verdict(m.ready, goal)}`).join("；")}。`,
      `从贴进或拖入一份真实年报到结论显示在页面上；第一份 ${verdict(worst("first"), GOALS.first)}，以后各份 ${verdict(worst("later"), GOALS.later)}，取网站和单个文件中慢的一个。`,
      "字节是就绪以前读到的全部文件；服务器不压缩。别的工具各是各的用途，只比大小和启动。",
    ],
  };
}
