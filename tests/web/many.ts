// Many reports for the tests, made from the page's example: every body has its own name, some have faults.
import { type GivenFile } from "./person";
import { faultyHtml, soundHtml } from "./report";

const PLACES = ["澄溪", "云岭", "平湖", "石桥", "青浦"];
const BODIES = ["文化和旅游局", "教育局", "民政局", "水利局", "财政局", "司法局"];

export const agencyOf = (i: number): string =>
  `${PLACES[i % PLACES.length]}县${BODIES[Math.floor(i / PLACES.length) % BODIES.length]}${i >= 30 ? `第${Math.floor(i / 30)}分局` : ""}`;

// Report `i` of `year`: every fifth has the example's faults.
export function reportOf(i: number, year = 2024, html = i % 5 === 4 ? faultyHtml : soundHtml): GivenFile {
  const moved = html.replaceAll("2024年", `${year}年`).replaceAll("2025年1月", `${year + 1}年1月`);
  return { name: `${String(i + 1).padStart(4, "0")}.html`, data: moved.replaceAll("澄溪县文化和旅游局", agencyOf(i)) };
}

export const reports = (count: number): GivenFile[] => Array.from({ length: count }, (_, i) => reportOf(i));
