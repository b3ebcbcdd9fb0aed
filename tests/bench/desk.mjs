// The county desk through the command line: 1,000 and 10,000 reports with a roster, from the folder to
// workbook, notes and totals.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../wasm/support.mjs";
import { removeFolder } from "./support/context.mjs";
import { cores, wholeRun } from "./support/whole_run.mjs";

export const title = "一个县的收件，命令行";

const base = readFileSync(join(root, "tests", "rules", "base_2021.txt"), "utf8");

// A hundred characters, so that two make ten thousand names, none of which is a place's.
const letters = [
  ..."天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜金生丽玉出昆冈剑号巨阙珠",
  ..."称夜光果珍李柰菜重芥姜海咸河淡鳞潜羽翔龙师火帝鸟官始制文字乃服衣裳推位让国有虞陶唐吊民伐罪周发殷汤坐朝问道",
].slice(0, 100);
const bodyOf = (i) => `青禾县${letters[Math.floor(i / 100)]}${letters[i % 100]}局`;

const things =
  "河道 堤坝 账册 村务 校园 林地 窗口 专栏 指南 目录 宣传 走访 图解 展板 集市 广播 台账 档案 热线 座谈 培训 回访 调研 联络 公示 栏目 移动 阅览 社区 园区 农户 企业 学校 医院 老人 儿童".split(
    " ",
  );

// Text of its own for every body: otherwise all would be copies of each other.
function prose(body) {
  let seed = (body + 1) * 104729;
  const sentence = () => {
    const said = new Set();
    while (said.size < 8) {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      said.add(things[(seed >>> 16) % things.length]);
    }
    return `围绕${[...said].join("")}改进工作。`;
  };
  return Array.from({ length: 30 }, sentence).join("");
}

// In every tenth a sum is off.
function report(i) {
  const text = base
    .replaceAll("青禾县水利局", bodyOf(i))
    .replace("严格执行信息发布审核制度", `${prose(i)}严格执行信息发布审核制度`);
  return i % 10 === 0
    ? text.replace("（一）予以公开\t\t9\t3\t1\t0\t1\t0\t14", "（一）予以公开\t\t9\t3\t1\t0\t1\t0\t15")
    : text;
}

export function countyOf(count) {
  const folder = mkdtempSync(join(tmpdir(), "nianbao-county-"));
  for (let i = 0; i < count; i++) {
    const part = join(folder, "收件", String(Math.floor(i / 1000)));
    if (i % 1000 === 0) mkdirSync(part, { recursive: true });
    writeFileSync(join(part, `${i}.txt`), report(i));
  }
  writeFileSync(join(folder, "名单.txt"), Array.from({ length: count }, (_, i) => bodyOf(i)).join("\n"));
  return folder;
}

export async function run() {
  const rows = [];
  for (const count of [1000, 10000]) {
    const folder = countyOf(count);
    const [reports, roster, out] = ["收件", "名单.txt", "结果"].map((name) => join(folder, name));
    const { seconds, processor, megabytes } = await wholeRun([
      "desk",
      reports,
      "--roster",
      roster,
      "--out",
      out,
      "--jobs",
      cores,
    ]);
    if (!existsSync(join(out, "年报工作簿.xlsx"))) throw new Error("the desk wrote no workbook");
    rows.push([
      count,
      seconds.toFixed(1),
      processor.toFixed(1),
      ((1000 * processor) / count).toFixed(2),
      megabytes.toFixed(0),
    ]);
    removeFolder(folder);
  }
  return {
    columns: ["份数", "秒", "处理器秒", "每份处理器毫秒", "内存 MB"],
    rows,
    notes: [
      `\`nianbao desk\`：名单、工作簿、每个单位的校核单、合计，一次做完；纯文本年报，每份约 ${Math.round(report(1).length / 1000)} 千字，十份里一份有错误；${cores} 个线程，绑在 2 个核上。`,
      "目标：10000 份不超过 30 秒、300 MB。",
    ],
  };
}
