// Names of cells, rules and families as the core's catalogue gives them.
import type { Catalogue, Form, FormColumn, FormRow, FormTable, Words } from "./result";
import { language, t } from "./strings";

export const words = (w: Words): string => (language() === "zh" ? w.zh : w.en || w.zh);
export const labelOf = (part: FormRow | FormColumn): string =>
  language() === "zh" ? part.label : part.english;
// Quotation marks inside quotation marks are single ones.
export const inQuotes = (name: string): string => name.replace(/“/g, "‘").replace(/”/g, "’");
export const familyOf = (rule: string): string => rule.slice(0, rule.indexOf("/"));

export interface CellParts {
  table: FormTable;
  row: FormRow;
  column: FormColumn;
}

export class Labels {
  private readonly cells = new Map<string, CellParts>();
  private readonly rules: Map<string, { title: Words; check: Words }>;
  private readonly families: Map<string, Words>;
  readonly form: Form | null;

  constructor(
    readonly catalogue: Catalogue,
    form: string | null,
  ) {
    this.rules = new Map(catalogue.rules.map((rule) => [rule.id, rule] as const));
    this.families = new Map(catalogue.families.map((family) => [family.id, family.name] as const));
    this.form = catalogue.forms.find((f) => f.form === form) || null;
    for (const table of this.form ? this.form.tables : [])
      for (const row of table.rows)
        for (const column of row.columns)
          this.cells.set(`${table.key}.${row.key}.${column.key}`, { table, row, column });
  }

  cell(id: string): CellParts | undefined {
    return this.cells.get(id);
  }
  cellName(id: string): string {
    const parts = this.cells.get(id);
    if (!parts) return id;
    // Both are heads of columns in the table of proceedings.
    const words = parts.table.key === "proceedings" ? "columnsName" : "cellName";
    return t(
      words,
      this.tableName(parts.table),
      inQuotes(labelOf(parts.row)),
      inQuotes(labelOf(parts.column)),
    );
  }
  tableName(table: FormTable): string {
    const family = this.families.get(table.key);
    return family ? words(family) : table.name;
  }
  ruleTitle(id: string): string {
    const rule = this.rules.get(id);
    return rule ? words(rule.title) : id;
  }
  // What it checks; its title names the fault.
  checkName(id: string): string {
    const rule = this.rules.get(id);
    return rule ? words(rule.check) : id;
  }
  familyName(id: string): string {
    const name = this.families.get(id);
    return name ? words(name) : id;
  }
}
