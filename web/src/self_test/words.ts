// The words of the self-test, in both languages: they come with it.
import { filled, type Language } from "../filled";

export const WORDS = {
  title: ["年报体检 部署自检", "Annual report check-up: test of a deployment"],
  running: ["正在逐一尝试……", "Trying one after the other…"],
  print: ["打印", "Print"],
  toPage: ["打开年报体检", "Open the page itself"],
  colon: ["：", ": "],
  listComma: ["、", ", "],

  version: ["版本", "Version"],
  address: ["打开的地址", "Opened from"],
  time: ["自检时间", "Time of the test"],
  browser: ["浏览器自报", "Browser, as it says"],

  item: ["项目", "Item"],
  result: ["结果", "Result"],
  details: ["说明", "Details"],
  pending: ["正在测", "testing"],
  fine: ["正常", "in order"],
  wrong: ["不正常", "at fault"],
  absent: ["没有", "not there"],
  untested: ["没有测", "not tested"],
  allFine: ["测过的 {0} 项全部正常。", "All {0} items that were tested are in order."],
  areWrong: ["不正常：{0}。", "At fault: {0}."],
  areAbsent: ["没有：{0}。", "Not there: {0}."],
  areUntested: ["没有测：{0}。", "Not tested: {0}."],

  core: ["核对程序", "Checker"],
  wholeCore: ["完整的核对程序", "Whole checker"],
  coreSame: [
    "核对内置的示例年报：读出 {0} 格，结论“{1}”（错误 {2}、疑似 {3}、提示 {4}），与发布时相同。",
    'The built-in example was checked: {0} cells read, verdict "{1}" (errors {2}, to verify {3}, notices {4}), as when this version was made.',
  ],
  coreOther: [
    "核对内置的示例年报：读出 {0} 格，结论“{1}”（错误 {2}、疑似 {3}、提示 {4}），与发布时不同。",
    'The built-in example was checked: {0} cells read, verdict "{1}" (errors {2}, to verify {3}, notices {4}), not as when this version was made.',
  ],
  wholeSame: [
    "清单、导出和少见的格式用。核对同一份示例，结论与发布时相同。",
    "For lists, exports and rarer formats. Of the same example it says what it said when this version was made.",
  ],
  wholeOther: [
    "清单、导出和少见的格式用。核对同一份示例，结论与发布时不同。",
    "For lists, exports and rarer formats. Of the same example it does not say what it said when this version was made.",
  ],
  coreSilent: ["没有应答。", "It does not answer."],

  files: ["程序文件", "Files of the program"],
  filesFine: [
    "{0} 个文件从服务器取来，指纹与文件名全部相符。",
    "{0} files came from the server; all have the fingerprint in their names.",
  ],
  filesMissing: ["从服务器取不到：{0}。", "Not to be had from the server: {0}."],
  filesForeign: ["指纹不符：{0}。", "Of another fingerprint: {0}."],
  noDigest: [
    "浏览器只在 https 下算指纹，核对程序又没有应答，指纹没有核对。",
    "Browsers make fingerprints over https only, and the checker does not answer: the fingerprints were not compared.",
  ],

  pdf: ["读 PDF 的部分", "Part that reads PDF"],
  pictures: ["识别图片的部分", "Part that recognises pictures"],
  notRead: ["没有拿文件试读。", "No file was read for trial."],
  tooOld: [
    "这个浏览器太旧，识别图片要 91 或更新版本的内核。",
    "This browser is too old for it: Chromium 91 or newer is needed.",
  ],
  besideFine: ["{0} 在页面旁边，指纹相符。", "{0} is beside the page and has the right fingerprint."],
  besideAbsent: ["页面旁边没有 {0}。", "There is no {0} beside the page."],
  besideForeign: [
    "页面旁边的 {0} 不是和这个页面一起发布的那一份，不会被使用。",
    "The {0} beside the page is not the one that was published with it; it is not used.",
  ],
  besideServed: [
    "单个文件从本机打开（file:）才用得上旁边的 {0}，这次是从服务器打开的。",
    "The single file uses {0} beside it only when it is opened from a disk (file:); this time a server gave it.",
  ],

  offline: ["断网使用", "Use without a network"],
  offlineFine: [
    "后台脚本已启用，页面和 {0} 个程序文件都留在这个浏览器里。没有真的断网试过。",
    "The service worker is active; page and {0} files of the program are kept in this browser. The network was not really cut.",
  ],
  offlineNot: [
    "浏览器在 {0} 秒内没有留下这个版本的页面和程序，断网打不开。",
    "Within {0} seconds the browser has not kept this version's page and program; they need the network.",
  ],
  offlineNever: [
    "浏览器只在 https 或本机地址下提供，经这个地址打开没有；联网使用不受影响。",
    "Browsers offer this over https or on the same machine, not at this address; with a network nothing is lost.",
  ],
  offlineSingle: [
    "单个文件不从网络取任何东西。没有真的断网试过。",
    "The single file takes nothing from a network. The network was not really cut.",
  ],

  waysOut: ["向外连接", "Ways out"],
  waysClosed: ["试过的 {0} 种途径，浏览器全部拒绝了。", "The browser refused all {0} ways that were tried."],
  waysOpen: [
    "有 {0} 种途径没有被浏览器拒绝。请换用新一些的浏览器，或断网使用。",
    "The browser did not refuse {0} of the ways. Take a newer browser, or go offline.",
  ],
  wayRefused: ["已拒绝", "refused"],
  wayOpen: ["没有被拒绝", "not refused"],
  way_fetch: ["网络请求（fetch）", "Request (fetch)"],
  way_xhr: ["网络请求（XMLHttpRequest）", "Request (XMLHttpRequest)"],
  way_websocket: ["长连接（WebSocket）", "WebSocket"],
  way_eventsource: ["长连接（EventSource）", "EventSource"],
  way_beacon: ["后台发送（Beacon）", "Beacon"],
  way_image: ["加载图片", "Loading an image"],
  way_font: ["加载字体", "Loading a font"],
  way_media: ["加载音视频", "Loading sound or video"],
  way_style: ["加载样式", "Loading a style sheet"],
  way_frame: ["内嵌网页", "A page in a frame"],
  way_object: ["内嵌对象", "An embedded object"],
  way_script: ["加载脚本", "Loading a script"],
  way_form: ["提交表单", "Sending a form"],
  way_worker: ["核对线程中的网络请求", "Request from the checker's thread"],
} as const;

export type Word = keyof typeof WORDS;
export interface Say {
  (word: Word, ...args: (string | number)[]): string;
  all(sentences: readonly string[]): string;
}

export const say = (language: Language): Say =>
  Object.assign((word: Word, ...args: (string | number)[]): string => filled(WORDS[word], language, args), {
    all: (sentences: readonly string[]) => sentences.join(language === "zh" ? "" : " "),
  });
