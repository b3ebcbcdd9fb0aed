// What a person takes away, by the core's names for it (core/note/products.h).
export type ProductKind =
  | "corrected" // request: corrections (JSON text of nianbao-corrections-1), plain, date
  | "corrections.json"
  | "annotated" // with the corrections, where there are any
  | "remarks.json" // of a PDF's geometry, for its annotated copy
  | "copies.json" // which copies can be had, see CopiesOf
  | "note.html"
  | "note.docx"
  | "tables.html"
  | "tables.docx"
  | "tables.json"
  | "tables.csv";

// One comment in a PDF: core/annotate/page_remarks.h.
export interface PageRemark {
  kind: "error" | "warning" | "notice" | "accepted";
  text: string;
  page: number;
  boxes: [number, number, number, number][];
}
