// Runs the small module of the site: checks one report in a common format.
import { check, layoutOf } from "./checking";
import type { Catalogue, Result } from "./result";
import { serve } from "./serving";

serve(
  { check, describe: (_, core) => JSON.parse(core.describe()) as Catalogue },
  (kind, answer: Result | null) => (kind === "check" && answer ? layoutOf(answer) : []),
);
