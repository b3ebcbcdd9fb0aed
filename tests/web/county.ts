// A county of eighty bodies with six troubles, as tests/unit/cli/desk_command_test.cpp has it for the command
// line.
import { type GivenFile } from "./person";
import { soundHtml } from "./report";

export const MISSING = 10;
export const TWICE = 20;
export const OTHER_YEAR = 30;
const ORIGINAL = 40;
const COPY = 41;
const SUM_OFF = 50;

const OFFICES =
  "县教育局 县民政局 县财政局 县司法局 县公安局 县水利局 县林业局 县审计局 县统计局 县信访局 县气象局 县人社局 县住建局 县卫健局 县医保局 县应急局 县发改局 县商务局 县科技局 县交通运输局".split(
    " ",
  );
const FULL: Record<string, string> = {
  人社: "人力资源和社会保障",
  住建: "住房和城乡建设",
  卫健: "卫生健康",
  医保: "医疗保障",
  应急: "应急管理",
  发改: "发展和改革",
};

const brief = (i: number): string =>
  OFFICES[i] || `${"白清石柳龙云金苇松梅"[Math.floor((i - 20) / 6)]}${"河山桥湾坪塘"[(i - 20) % 6]}镇`;
const full = (i: number): string =>
  i >= 20
    ? `青禾县${brief(i)}人民政府`
    : `青禾${Object.entries(FULL).reduce((name, [word, longer]) => name.replace(word, longer), brief(i))}`;

const THINGS =
  "河道 堤坝 账册 村务 校园 林地 窗口 专栏 指南 目录 宣传 走访 图解 展板 集市 广播 台账 档案 热线 座谈 培训 回访 调研 联络 公示 栏目 移动 阅览 社区 园区 农户 企业 学校 医院 老人 儿童".split(
    " ",
  );

// Text of its own for every body, without a figure.
function prose(body: number): string {
  let seed = (body + 1) * 104729;
  const sentence = (): string => {
    const said = new Set<string>(); // a word twice in a sentence is a finding
    while (said.size < 8) {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      said.add(THINGS[(seed >>> 16) % THINGS.length]!);
    }
    return `围绕${Array.from(said).join("")}改进工作。`;
  };
  return Array.from({ length: 30 }, sentence).join("");
}

// The base report of this body, its figures times `factor`.
function report(agency: string, factor: number, text: string): string {
  return soundHtml
    .replace(/<p>（一）主动公开。[^]*?<\/p>/, `<p>（一）主动公开。${text}</p>`)
    .replace(/<p>（二）依申请公开。[^]*?<\/p>/, "")
    .replace("组织培训2次，开展社会评议1次", "组织培训，开展社会评议")
    .replace("改版县政府网站文旅专栏", "改版县政府网站专栏")
    .replaceAll("澄溪县文化和旅游局", agency)
    .replace(
      /<td([^>]*)>(\d+)<\/td>/g,
      (_, more: string, figure: string) => `<td${more}>${Number(figure) * factor}</td>`,
    );
}

const factorOf = (i: number): number => (i === MISSING || i === OTHER_YEAR ? 0 : 1 + (i % 3));

function handedIn(i: number): GivenFile[] {
  if (i === MISSING) return [];
  const factor = 1 + (i % 3);
  const name = `${i < 20 ? "部门" : "乡镇"}/${brief(i)}`;
  let own = report(full(i), factor, prose(i === COPY ? ORIGINAL : i));
  if (i === SUM_OFF) own = own.replace(`<td>${26 * factor}</td></tr>`, `<td>${26 * factor + 1}</td></tr>`);
  if (i === OTHER_YEAR) own = own.replaceAll("2024年", "2023年").replaceAll("2025年1月", "2024年1月");
  const files = [{ name: `${name}.html`, data: own }];
  if (i === TWICE)
    files.push({
      name: `${name}（改）.html`,
      data: own.replace("新增办事指南查询入口", "继续新增办事指南查询入口"),
    });
  return files;
}

const bodies = Array.from({ length: 80 }, (_, i) => i);

export const roster = bodies.map(brief).join("\n");

export function county(): GivenFile[] {
  const sum = bodies.reduce((all, i) => all + factorOf(i), 0);
  const own = report("青禾县人民政府", sum, prose(200)).replace(
    `<td colspan="3">${64 * sum}</td>`,
    `<td colspan="3">${64 * sum + 1}</td>`,
  );
  const files = bodies.reduce<GivenFile[]>((all, i) => all.concat(handedIn(i)), []);
  return files.concat({ name: "县政府.html", data: own });
}
