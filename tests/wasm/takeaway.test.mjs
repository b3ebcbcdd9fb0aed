// What a user takes away from the command line: corrected and annotated copies, check notes, tables.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { after, test } from "node:test";
import { corpus, documents, loadCore, nianbao, program, root } from "./support.mjs";

const folder = mkdtempSync(join(tmpdir(), "nianbao-"));
after(() => rmSync(folder, { recursive: true }));
const twin = (name) => join(root, "tests", "fixtures", "twins", name);
const at = (name) => join(folder, name);

function run(...args) {
  const done = spawnSync(program, args, { encoding: "utf8" });
  return { status: done.status, out: done.stdout.trim(), said: done.stderr.trim() };
}

const findings = (path) => JSON.parse(nianbao("check", "--format", "json", path)).findings;

function converted(path, to) {
  const done = spawnSync(
    "soffice",
    [
      "--headless",
      `-env:UserInstallation=file://${at("profile")}`,
      "--convert-to",
      to,
      "--outdir",
      folder,
      path,
    ],
    { encoding: "utf8", timeout: 180_000 },
  );
  assert.equal(done.status, 0, done.stderr);
  return readFileSync(at(basename(path).replace(/\.[^.]*$/, `.${to}`)));
}

for (const name of ["report.docx", "report.html", "report.gb18030.html", "report.txt"])
  test(`annotate and strip: ${name}`, () => {
    const copy = at(`copy-${name}`);
    const back = at(`back-${name}`);
    assert.equal(
      run("annotate", twin(name), "-o", copy).said,
      `批注了 ${findings(twin(name)).length} 个问题，写在 ${copy}。`,
    );
    assert.equal(run("strip", copy, "-o", back).status, 0);
    if (name !== "report.docx") assert.deepEqual(readFileSync(back), readFileSync(twin(name)));
    assert.deepEqual(findings(back), findings(twin(name)));
    assert.equal(
      run("strip", twin(name), "-o", back, "--force").said,
      `没有年报体检的批注，原样写在 ${back}。`,
    );
    assert.deepEqual(readFileSync(back), readFileSync(twin(name)));
    // A copy of a copy is the same copy.
    assert.equal(run("annotate", copy, "-o", at(`again-${name}`)).status, 0);
    assert.equal(run("strip", at(`again-${name}`), "-o", at(`again-back-${name}`)).status, 0);
    assert.deepEqual(findings(at(`again-back-${name}`)), findings(twin(name)));
  });

// GB18030 is written by other means than it is read, and the page writes it too.
test("an annotated copy is the same natively and in WebAssembly", async () => {
  const core = await loadCore();
  const text = at("report.gb18030.txt");
  writeFileSync(text, execFileSync("iconv", ["-f", "UTF-8", "-t", "GB18030", twin("report.txt")]));
  for (const file of [twin("report.docx"), twin("report.html"), twin("report.gb18030.html"), text]) {
    const copy = at(`native-${basename(file)}`);
    assert.equal(run("annotate", file, "-o", copy).status, 0);
    const made = core.product(readFileSync(file), "{}", "", JSON.stringify({ kind: "annotated" }));
    assert.deepEqual(Buffer.from(made), readFileSync(copy), basename(file));
  }
});

test("other formats are refused with what to do", () => {
  const done = run("annotate", twin("report.rtf"), "-o", at("copy.rtf"));
  assert.equal(done.status, 2);
  assert.match(done.said, /批注副本只能做成 docx、网页（html）和文本（txt、md）。.*校核单带走结果。$/);
  assert.equal(existsSync(at("copy.rtf")), false);
  assert.match(run("annotate", twin("report.docx")).said, /^nianbao: 请用 -o 说明写到哪个文件/);
  assert.match(
    run("note", twin("report.docx"), "-o", at("note.pdf")).said,
    /^nianbao: 输出文件的名字要以 \.html、\.docx 结尾/,
  );
});

test("a check note belongs to its file", () => {
  for (const ending of ["html", "docx"]) {
    const note = at(`note.${ending}`);
    assert.equal(
      run("note", twin("report.docx"), "--today", "2025-01-20", "--disable", "wording/*", "-o", note).status,
      0,
    );
    assert.deepEqual(run("verify", note, twin("report.docx")), {
      status: 0,
      out: "是这份文件的校核单，重新检查结果相同。",
      said: "",
    });
    const other = run("verify", note, twin("report.html"));
    assert.equal(other.status, 1);
    assert.match(other.out, /^不是这份文件的校核单，或文件在校核后改过。/);
  }
  assert.equal(run("verify", twin("report.html"), twin("report.docx")).status, 2);
});

test("LibreOffice shows the comments of an annotated copy", () => {
  const files = [
    twin("report.docx"),
    ...documents(corpus)
      .filter((path) => path.endsWith(".docx"))
      .slice(0, 3),
  ];
  for (const file of files) {
    const copy = at(basename(file));
    assert.equal(run("annotate", file, "-o", copy).status, 0);
    const page = converted(copy, "fodt").toString("utf8");
    const authors = page.match(/<dc:creator>年报体检</g) ?? [];
    const places = findings(file).reduce(
      (sum, { places }) => sum + Math.max(1, Math.min(places.length, 20)),
      0,
    );
    assert.equal(authors.length, places, basename(file));
  }
});

test("LibreOffice opens the note and the tables", () => {
  for (const [command, marker] of [
    ["note", "政府信息公开工作年度报告校核单"],
    ["tables", "第二十条第（一）项"],
  ]) {
    const made = at(`opened-${command}.docx`);
    assert.equal(run(command, twin("report.docx"), "-o", made).status, 0);
    assert.ok(converted(made, "txt").toString("utf8").includes(marker));
  }
});

test("the tables come as cells too", () => {
  assert.equal(run("tables", twin("report.docx"), "-o", at("cells.csv")).status, 0);
  assert.equal(readFileSync(at("cells.csv"), "utf8").trim().split("\r\n").length, 201);
  assert.equal(run("tables", twin("report.docx"), "-o", at("tables.html")).status, 0);
  const cells = (path) =>
    Object.entries(JSON.parse(nianbao("check", "--format", "json", path)).report.cells).map(([id, c]) => [
      id,
      c.state,
      c.value,
    ]);
  assert.deepEqual(cells(at("tables.html")), cells(twin("report.docx")));
});

// --- corrected copies -------------------------------------------------------------------------------------

// One character in the running text and one number of a table changed, as the page stores them.
function corrections(path) {
  const { text, document, report } = JSON.parse(nianbao("check", "--format", "json", "--with-text", path));
  const paragraph =
    document.blocks.find(({ kind, range: [begin, end] }) => kind === "paragraph" && end - begin > 40)
      .range[0] + 10;
  const cell = Object.values(report.cells).find(({ state }) => state === "number");
  return {
    schema: "nianbao-corrections-1",
    corrections: [
      { range: [paragraph, paragraph + 1], old: text.slice(paragraph, paragraph + 1), new: "改" },
      { range: cell.range, old: text.slice(...cell.range), new: "99" },
    ].sort((a, b) => a.range[0] - b.range[0]),
  };
}

const corrected = (path, list) => {
  const { text } = JSON.parse(nianbao("check", "--format", "json", "--with-text", path));
  return [...list.corrections]
    .reverse()
    .reduce((now, { range: [begin, end], new: put }) => now.slice(0, begin) + put + now.slice(end), text);
};
const textOf = (path) => JSON.parse(nianbao("check", "--format", "json", "--with-text", path)).text;

for (const name of [
  "report.docx",
  "report.odt",
  "report.fodt",
  "report.html",
  "report.gb18030.html",
  "report.txt",
])
  test(`fix: ${name}, natively and in WebAssembly`, async () => {
    const list = corrections(twin(name));
    writeFileSync(at("list.json"), JSON.stringify(list));
    const copy = at(`fixed-${name}`);
    const done = run("fix", twin(name), "-o", copy, "--corrections", at("list.json"), "--date", "2026-01-15");
    assert.match(done.said, /改了 2 处，写在/);
    assert.equal(textOf(copy), corrected(twin(name), list));
    const core = await loadCore();
    const made = core.product(
      readFileSync(twin(name)),
      "{}",
      "",
      JSON.stringify({ kind: "corrected", corrections: JSON.stringify(list), date: "2026-01-15" }),
    );
    assert.deepEqual(Buffer.from(made), readFileSync(copy));
  });

for (const name of ["report.docx", "report.odt"])
  test(`LibreOffice reads a corrected ${name} as we do`, () => {
    const list = corrections(twin(name));
    writeFileSync(at("list.json"), JSON.stringify(list));
    const copy = at(`libre-${name}`);
    assert.equal(run("fix", twin(name), "-o", copy, "--corrections", at("list.json")).status, 0); // without a date
    converted(copy, name === "report.odt" ? "docx" : "odt");
    const bare = (text) => text.replace(/\s/g, "");
    assert.equal(
      bare(textOf(copy.replace(/\.[^.]*$/, name === "report.odt" ? ".docx" : ".odt"))),
      bare(corrected(twin(name), list)),
    );
  });

// All changes accepted, as LibreOffice reads the copy: what was put right is gone, and nothing else is found.
const sampled = documents(corpus).filter(
  (path) => /\.(docx|odt)$/.test(path) && JSON.parse(run("fix", "--list", path).out).cures.length > 0,
);
test(
  "LibreOffice finds reports of the corpus put right",
  { skip: sampled.length === 0 && "the folder ../shared/corpus is not here" },
  () => {
    const handful = [
      ...sampled.filter((path) => path.endsWith(".odt")).slice(0, 2),
      ...sampled.filter((path) => path.endsWith(".docx")).slice(0, 3),
    ];
    for (const file of handful) {
      const { cures } = JSON.parse(run("fix", "--list", file).out);
      const [{ id }] = cures;
      const copy = at(basename(file));
      assert.equal(run("fix", file, "-o", copy, "--force", "--accept", id).status, 0);
      const other = file.endsWith(".odt") ? "docx" : "odt";
      converted(copy, other);
      const rules = (path) =>
        findings(path)
          .map(({ rule }) => rule)
          .filter((rule) => rule !== "residue/tracked-change")
          .sort();
      const wanted = rules(file);
      wanted.splice(wanted.indexOf(id.split(":")[0]), 1);
      assert.deepEqual(rules(copy.replace(/\.[^.]*$/, `.${other}`)), wanted, basename(file));
    }
  },
);

test("fix: what is not changed is listed, what does not fit is refused", () => {
  const list = corrections(twin("report.rtf"));
  writeFileSync(at("list.json"), JSON.stringify(list));
  assert.match(
    run("fix", twin("report.rtf"), "-o", at("list.docx"), "--corrections", at("list.json")).said,
    /改正清单 2 条，写在/,
  );
  assert.match(textOf(at("list.docx")), /用 Word 或 WPS 另存为 docx/);
  assert.equal(
    run("fix", twin("report.rtf"), "-o", at("list.rtf"), "--corrections", at("list.json")).status,
    2,
  );
  writeFileSync(at("list.json"), JSON.stringify({ ...list, sha256: "0".repeat(64) }));
  const other = run("fix", twin("report.docx"), "-o", at("none.docx"), "--corrections", at("list.json"));
  assert.equal(other.status, 2);
  assert.match(other.said, /文件与检查时的不是同一份/);
  assert.equal(existsSync(at("none.docx")), false);
});

test("fix --list goes back in", () => {
  const all = JSON.parse(run("fix", "--list", twin("report.docx")).out);
  assert.equal(all.schema, "nianbao-corrections-1");
  for (const { id, label, corrections: made } of all.cures) assert.ok(id && label && made.length > 0);
});

test("remarks come out again after LibreOffice saved the copy", () => {
  const copy = at("saved.docx");
  assert.equal(run("annotate", twin("report.docx"), "-o", copy).status, 0);
  const done = spawnSync(
    "soffice",
    [
      "--headless",
      `-env:UserInstallation=file://${at("profile")}`,
      "--convert-to",
      "docx:MS Word 2007 XML",
      "--outdir",
      at("again"),
      copy,
    ],
    { encoding: "utf8", timeout: 180_000 },
  );
  assert.equal(done.status, 0, done.stderr);
  const back = at("saved-back.docx");
  const stripped = run("strip", at("again/saved.docx"), "-o", back);
  assert.equal(stripped.status, 0);
  assert.match(stripped.said, /这份副本批注后改过或另存过/);
  assert.equal(textOf(back).replace(/\s/g, ""), textOf(twin("report.docx")).replace(/\s/g, ""));
  const cells = (path) =>
    Object.entries(JSON.parse(nianbao("check", "--format", "json", path)).report.cells).map(([id, c]) => [
      id,
      c.state,
      c.value,
    ]);
  assert.deepEqual(cells(back), cells(twin("report.docx")));
  assert.doesNotMatch(
    execFileSync("unzip", ["-p", back], { encoding: "latin1", maxBuffer: 1 << 27 }),
    /urn:nianbao/,
  );
});
