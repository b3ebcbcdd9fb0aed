// Cells that were packed come out as they went in.
import assert from "node:assert/strict";
import { test } from "node:test";
import { type Cell, packCells, unpackCells } from "../../web/src/batch/packed";

test("every kind of cell comes out as it went in, absent ones stay absent", () => {
  const cells: Record<string, Cell> = {
    number: { value: 12, text: "12", state: "number" },
    decimal: { value: 481.5, text: "481.5", state: "number" },
    written: { value: 1234, text: "1,234", state: "number" },
    zeros: { value: 7, text: "007", state: "number" },
    blank: { value: null, text: "", state: "blank" },
    dash: { value: null, text: "/", state: "dash" },
    text: { value: null, text: "=1+1", state: "text" },
    unread: { value: null, text: "3 4", state: "unread" },
  };
  const ids = ["absent", ...Object.keys(cells)];
  assert.deepEqual(unpackCells(ids, packCells(ids, cells)), cells);
});
