// The script of the self-test: part.ts of the page runs it and calls it.
import type { SelfTest } from "./part";
import { sheet } from "./sheet";
import { ways } from "./ways";

const selfTest: SelfTest = {
  ways: (list, outcome, language) => ways(list, outcome, language).then(() => undefined),
  sheet,
};
window.nianbaoSelfTest = selfTest;
