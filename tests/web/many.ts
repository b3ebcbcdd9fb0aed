// Many reports for the tests, made from the page's example: every body has its own name, some have faults.
import { type GivenFile } from "./person";
import { faultyHtml, soundHtml } from "./report";

const PLACES = ["澄溪", "云岭", "平湖", "石桥", "青浦"];
const BODIES = ["文化和旅游局", "教育局", "民政局", "水利局", "财政局", "司法局"];

export const agencyOf = (i: number): string =>
  `${PLACES[i % PLACES.length]}县${BODIES[Math.floor(i / PLACES.length) % BODIES.length]}${i >= 30 ? `第${Math.floor(i / 30)}分局` : ""}`;

const WHO = [
  "法规科",
  "档案室",
  "服务站",
  "监督科",
  "宣传科",
  "执法队",
  "信息科",
  "窗口",
  "办公室",
  "评估组",
  "调研组",
];
const DID = [
  "整理",
  "走访",
  "复核",
  "归集",
  "培训",
  "抽查",
  "座谈",
  "更新",
  "翻译",
  "解读",
  "登记",
  "回访",
  "编印",
];
const WHAT = [
  "目录",
  "台账",
  "流程",
  "清单",
  "问答",
  "手册",
  "图册",
  "栏目",
  "样本",
  "档案",
  "标牌",
  "讲义",
  "专题",
  "留言",
];

// What every body writes of itself, so that their texts are not alike: the same at every call.
function workOf(i: number): string {
  let n = i + 1;
  const any = (words: string[]): string => words[(n = (n * 48271) % 2147483647) % words.length]!;
  return Array.from({ length: 40 }, () => any(WHO) + any(DID) + any(WHAT)).join("，");
}

// Report `i` of `year`: every fifth has the example's faults.
export function reportOf(i: number, year = 2024, html = i % 5 === 4 ? faultyHtml : soundHtml): GivenFile {
  const own = html.replace("逐件核对效力状态。", `逐件核对效力状态。${workOf(i)}。`);
  const moved = own.replaceAll("2024年", `${year}年`).replaceAll("2025年1月", `${year + 1}年1月`);
  return {
    name: `${String(i + 1).padStart(4, "0")}.html`,
    data: moved.replaceAll("澄溪县文化和旅游局", agencyOf(i)),
  };
}

export const reports = (count: number): GivenFile[] => Array.from({ length: count }, (_, i) => reportOf(i));
