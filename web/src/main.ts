import { App } from "./app";
import { engineMaker } from "./engine";
import { keepForOffline } from "./offline/register";
import { applySettings, loadSettings } from "./settings";
import { t } from "./strings";
import { mount } from "./view/page";

const settings = loadSettings();
applySettings(settings);
const makeEngine = engineMaker();
const engine = makeEngine();
const app = new App(engine, settings, makeEngine);
const root = document.getElementById("app")!;

function show(): void {
  document.title = t("documentTitle");
  mount(app, root);
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

show();
matchMedia("(prefers-color-scheme: dark)").addListener(() => applySettings(settings));
engine.describe().then(
  (catalogue) => {
    app.catalogue = catalogue;
    app.emit("settings");
    keepForOffline();
  },
  () => {
    app.notice = "unavailable";
    app.emit("notice");
  },
);
document.documentElement.dataset.started = "yes"; // too_old.js looks for it
