import { App } from "./app";
import { engineMaker } from "./engine";
import { keepForOffline } from "./offline/register";
import { sheetIsWanted, showSheet } from "./self_test/part";
import { applySettings, loadSettings } from "./settings";
import { t } from "./strings";
import { mount } from "./view/page";
import { wholeCore } from "./whole";

const settings = loadSettings();
applySettings(settings);
const makeEngine = engineMaker();
const engine = makeEngine();
const app = new App(engine, settings, makeEngine);
const root = document.getElementById("app")!;

function show(): void {
  document.title = t("documentTitle");
  mount(app, root);
  keepWork();
  app.on("settings", settingsChanged);
}

// Words are made when elements are made: another language makes the page anew, the state stays.
let language = settings.language;
function settingsChanged(): void {
  if (settings.language === language) return;
  language = settings.language;
  show();
  const select = document.getElementById("setting-language");
  if (select) select.focus();
}

// What can wait until the page can be seen: what rules and forms there are, and in old browsers compiling.
function drawn(): void {
  window.nianbaoStart!.drawn();
  app.service.learn().then(
    () => {
      keepForOffline();
      const ready = app.service.warmUp(() => !!app.session.source);
      void ready.then(() => wholeCore(window.nianbaoStart!)).catch(() => undefined); // asked for again when it is needed
    },
    () => app.tell("unavailable"),
  );
}

const KEEP_AFTER = 1000; // ms of quiet

// What is on the page outlives a reload; what would be lost is asked about.
function keepWork(): void {
  let timer = 0;
  app.on("result", () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => app.keep(), KEEP_AFTER);
  });
  window.onpagehide = () => app.keep();
  window.onbeforeunload = (event) => {
    app.keep();
    if (!app.atRisk) return;
    event.preventDefault();
    event.returnValue = true;
  };
}

function begin(): void {
  if (sheetIsWanted()) void showSheet(root, engine);
  else {
    show();
    const draft = app.drafts.wasOpen ? app.drafts.read() : null;
    if (draft) app.resume(draft);
  }
  const seen = new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const longEnough = new Promise((resolve) => setTimeout(resolve, 500)); // a page in the background is not drawn
  void Promise.race([seen, longEnough]).then(drawn);
}

// Drawing keeps this thread for a while: the worker's word, which is due, comes first.
const { compilesHere, first } = window.nianbaoStart!;
const due = compilesHere.then((here) => here && new Promise((resolve) => setTimeout(resolve, 20)));
void Promise.race([first.ready, due]).then(begin, begin);
matchMedia("(prefers-color-scheme: dark)").addListener(() => applySettings(settings));
