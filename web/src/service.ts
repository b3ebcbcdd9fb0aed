// The core at the page's service: its catalogue, the choices that every check is asked with, the bytes as it
// takes them.
import type { Engine } from "./engine";
import { exampleReport } from "./example";
import { pdfReaderFor } from "./pdf/reader";
import type { Answer, Bytes, CheckOptions, Digest, Relation, Survey } from "./protocol";
import type { Catalogue } from "./result";
import type { RuleChoices } from "./rule_choices";
import type { Settings } from "./settings";
import type { Source } from "./source";
import type { Topics } from "./topics";

export interface Input {
  bytes: Bytes;
  pdf: boolean; // the bytes are what the PDF reader made of the file
}

function today(): string {
  const now = new Date();
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

export class Service {
  catalogue: Catalogue | null = null;
  private learnt: Promise<Catalogue> | null = null;
  private readonly inputs = new WeakMap<Source, Promise<Input>>();

  constructor(
    readonly engine: Engine,
    readonly settings: Settings,
    readonly rules: RuleChoices,
    private readonly topics: Topics,
  ) {}

  // What every check is asked with.
  options(name: string): CheckOptions {
    const options: CheckOptions = { name, language: this.settings.language, today: today() };
    return this.rules.size ? { ...options, ...this.rules.options(this.catalogue) } : options;
  }

  // And a check of this source.
  optionsFor(source: Source, { pdf }: Input): CheckOptions {
    const options = this.options(source.name);
    return pdf ? { ...options, sourceFormat: "pdf", sourceBytes: source.bytes.length } : options;
  }

  // Read once, unless that was cancelled or failed.
  input(source: Source, signal?: AbortSignal): Promise<Input> {
    const known = this.inputs.get(source);
    if (known) return known;
    const made = this.read(source, signal);
    this.inputs.set(source, made);
    made.catch(() => this.inputs.delete(source));
    return made;
  }

  // What is checked from now on in place of the file; null: the file again.
  replaceInput(source: Source, input: Input | null): void {
    if (input) this.inputs.set(source, Promise.resolve(input));
    else this.inputs.delete(source);
  }

  private async read(source: Source, signal?: AbortSignal): Promise<Input> {
    const reader = await pdfReaderFor(source.bytes);
    if (!reader) return { bytes: source.bytes, pdf: false };
    return { bytes: await reader(source.bytes as Uint8Array, signal), pdf: true };
  }

  // Rules and forms, asked for once; what is asked of the engine afterwards is answered afterwards.
  learn(): Promise<Catalogue> {
    if (!this.learnt)
      this.learnt = this.engine.ask("describe", {}).then((catalogue) => {
        this.catalogue = catalogue;
        this.topics.emit("settings");
        return catalogue;
      });
    return this.learnt;
  }

  // Which report this is, without showing it.
  async survey(source: Source): Promise<Survey> {
    const input = await this.input(source);
    return this.engine.ask("survey", {
      bytes: input.bytes,
      options: this.optionsFor(source, input),
      cells: [],
    });
  }

  async relate(reports: (Digest | null)[], leftOut: boolean[]): Promise<(Relation | null)[]> {
    const { language } = this.settings;
    const relations = await this.engine.ask("relations", { reports, leftOut, language });
    const catalogue = await this.learn();
    return relations.map((r) => r && { ...r, findings: this.rules.applied(r.findings, catalogue) });
  }

  // A browser compiles what it runs for the first time. So the example is checked unseen, as page, as text
  // and as Word file, while the page is being looked at; whoever comes with a report (`wanted`) waits for one
  // of these at most.
  async warmUp(wanted: () => boolean): Promise<void> {
    const { bytes, name } = exampleReport();
    const options = this.options(name);
    const check = (given: Bytes): Promise<Answer<"check">> =>
      this.engine.ask("check", { bytes: given, options });
    try {
      if (wanted()) return;
      const { text } = await check(bytes);
      if (wanted()) return;
      await check(text);
      if (wanted()) return;
      const docx = await this.engine.ask("product", { product: "tables.docx", bytes, options });
      if (!wanted() && "bytes" in docx) await check(docx.bytes);
    } catch {
      // a report that is cancelled or breaks the core is told of when it is one's own
    }
  }
}
