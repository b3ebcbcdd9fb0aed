// What the oldest browsers of the promise do not know: syntax is judged by a parser, names by MDN's
// compatibility data.
//
// A built script has no types, so a member is judged by its name: it is too new where every standard
// interface that has such a member got it too late. Names that the script gives to its own fields are left
// out, except those of JavaScript.
import bcd, { type CompatStatement, type Identifier } from "@mdn/browser-compat-data/forLegacyNode";
import { type Node, parse } from "acorn";
import { full } from "acorn-walk";
import * as css from "css-tree";

export const FLOOR = { chrome: 78, firefox: 115 } as const;
const SYNTAX = 2019; // the last edition that both know whole

function known(statement: CompatStatement, browser: keyof typeof FLOOR): boolean {
  const support = statement.support[browser] || [];
  const reached = (version: string): boolean => parseInt(version.replace("≤", "")) <= FLOOR[browser];
  return (Array.isArray(support) ? support : [support]).some(
    ({ version_added: added, version_removed: gone, ...more }) => {
      if (!added || added === "preview" || more.flags || more.prefix || more.alternative_name) return false;
      return reached(added) && !(gone && reached(gone));
    },
  );
}
const tooNew = (entry: Identifier | undefined): boolean => {
  const statement = entry && entry.__compat;
  if (!statement) return false;
  return !(Object.keys(FLOOR) as (keyof typeof FLOOR)[]).every((browser) => known(statement, browser));
};

// ---- scripts ---------------------------------------------------------------------------------------------

type Tree = Record<string, Identifier>;
const features = (tree: Tree | Identifier): [string, Identifier][] =>
  Object.entries(tree as Tree).filter(([name]) => name !== "__compat");
const LANGUAGE = bcd.javascript.builtins as unknown as Tree;
const PLATFORM = { ...(bcd.api as unknown as Tree), ...(bcd.webassembly.api as unknown as Tree) };
const GLOBALS: Tree = { ...PLATFORM, ...LANGUAGE };

const WINDOWS = new Set(["window", "self", "globalThis"]);

// Every member of an interface, by its name.
function membersOf(tree: Tree): Map<string, Identifier[]> {
  const members = new Map<string, Identifier[]>();
  for (const [, owner] of features(tree))
    for (const [key, member] of features(owner)) {
      const status = member.__compat && member.__compat.status;
      if (!status || status.experimental || !status.standard_track || key.endsWith("_event")) continue;
      const name = key.replace(/_static$/, "");
      members.set(name, [...(members.get(name) || []), member]);
    }
  return members;
}
const languageMembers = membersOf(LANGUAGE);
const platformMembers = membersOf(PLATFORM);

interface AnyNode extends Node {
  [key: string]: unknown;
}
const nameOf = (node: unknown): string => {
  const { type, name, value } = (node || {}) as AnyNode;
  return String(type === "Identifier" ? name : type === "Literal" ? value : "");
};

// The names that a script gives itself: variables and parameters, and the fields of its objects and classes.
function ownNames(program: Node): { variables: Set<string>; fields: Set<string> } {
  const variables = new Set<string>();
  const fields = new Set<string>();
  const bind = (pattern: unknown): void => {
    const node = pattern as AnyNode | null;
    if (!node) return;
    if (node.type === "Identifier") variables.add(nameOf(node));
    for (const part of [node.left, node.argument, node.value, ...[node.elements, node.properties].flat()])
      if (/Pattern$|^Property$/.test(node.type)) bind(part);
  };
  full(program, (visited) => {
    const node = visited as AnyNode;
    if (node.type === "VariableDeclarator" || /^(Function|Class)Declaration$/.test(node.type)) bind(node.id);
    if (/Function/.test(node.type)) (node.params as unknown[]).forEach(bind);
    if (/^(Property|MethodDefinition)$/.test(node.type) && !node.computed) fields.add(nameOf(node.key));
    const left = node.left as AnyNode | undefined;
    if (node.type === "AssignmentExpression" && left && left.type === "MemberExpression")
      fields.add(nameOf(left.property));
  });
  return { variables, fields };
}

// Names that the script uses and a browser of the floor lacks, or what its parser stumbles over; each once.
export function unknownInScript(code: string): string[] {
  let program: Node;
  try {
    program = parse(code, { ecmaVersion: SYNTAX });
  } catch (error) {
    return [`syntax: ${(error as Error).message}`];
  }
  const { variables, fields } = ownNames(program);
  const found = new Set<string>();
  const isGlobal = (name: string): boolean => name in GLOBALS && !variables.has(name);
  const called = new Set<unknown>();
  full(
    program,
    (visited) =>
      void (visited.type === "CallExpression" && called.add((visited as unknown as AnyNode).callee)),
  );
  full(program, (visited) => {
    const node = visited as AnyNode;
    if (node.type === "Identifier" && isGlobal(nameOf(node)) && tooNew(GLOBALS[nameOf(node)]))
      found.add(nameOf(node));
    if (node.type !== "MemberExpression" || node.computed) return;
    const [owner, name] = [nameOf(node.object), nameOf(node.property)];
    const members = isGlobal(owner) ? (GLOBALS[owner] as unknown as Tree) : {};
    const exact =
      members[`${name}_static`] || members[name] || (WINDOWS.has(owner) ? GLOBALS[name] : undefined);
    if (exact) return void (tooNew(exact) && found.add(`${owner}.${name}`));
    const all = [...(languageMembers.get(name) || []), ...(platformMembers.get(name) || [])];
    const own = fields.has(name) && !languageMembers.has(name);
    if (all.length > 0 && all.every(tooNew) && !own) found.add(`.${name}${called.has(node) ? "()" : ""}`);
  });
  return [...found].sort();
}

// ---- styles ----------------------------------------------------------------------------------------------

const { properties, selectors, types } = bcd.css as unknown as Record<string, Record<string, Tree>>;
const atRules = bcd.css["at-rules"] as unknown as Record<string, Tree>;
const FUNCTIONS: Tree = Object.assign({}, types, ...Object.values(types!));
const lengths = types!.length!;

function unitOf(unit: string): Identifier | undefined {
  const viewport = /^([dls])v(?:h|w|i|b|min|max)$/.exec(unit);
  const size = { d: "dynamic", l: "large", s: "small" }[viewport ? viewport[1]! : ""];
  if (size) return lengths[`viewport_percentage_units_${size}`];
  return /^cq/.test(unit) ? lengths.container_query_length_units : lengths[unit];
}

// The same for a style sheet; what stands in @supports is asked for first and left out.
export function unknownInStyle(sheet: string): string[] {
  const found = new Set<string>();
  const judge = (entry: Identifier | undefined, name: string): void =>
    void (tooNew(entry) && found.add(name));
  const rules: css.Rule[] = []; // around the node

  const declaration = ({ property, value }: css.Declaration, block: css.Block | null): void => {
    const entry = properties![property];
    if (property.startsWith("-") || !entry) return;
    judge(entry as unknown as Identifier, property);
    if (/^(row-|column-)?gap$/.test(property) && !onGrid(block))
      judge(entry.flex_context, `${property} in flex`);
    css.walk(value, (node) => {
      if (node.type === "Identifier") judge(entry[node.name], `${property}: ${node.name}`);
      if (node.type === "Function") judge(FUNCTIONS[node.name], `${node.name}()`);
      if (node.type === "Dimension") judge(unitOf(node.unit.toLowerCase()), node.unit);
    });
  };
  css.walk(css.parse(sheet), {
    enter(this: css.WalkContext, node: css.CssNode) {
      if (this.atrule && this.atrule.name === "supports") return;
      if (node.type === "Declaration") declaration(node, this.rule ? this.rule.block : null);
      if (node.type === "PseudoClassSelector" || node.type === "PseudoElementSelector")
        judge(selectors![node.name] as unknown as Identifier, `:${node.name}`);
      if (node.type === "Block")
        node.children.forEach(
          (part) => part.type === "Raw" && found.add(`not understood: ${part.value.trim()}`),
        );
      if (node.type === "Rule" && rules.push(node) > 1)
        judge(selectors!.nesting as unknown as Identifier, "nesting");
      if (node.type === "Atrule") judge(atRules[node.name] as unknown as Identifier, `@${node.name}`);
      if (!this.atrule || this.atrule.name !== "media") return;
      if (node.type === "Feature") judge(atRules.media![node.name], `@media ${node.name}`);
      if (node.type === "FeatureRange") judge(atRules.media!.range_syntax, "@media range");
    },
    leave: (node: css.CssNode) => void (node.type === "Rule" && rules.pop()),
  });
  return [...found].sort();
}

// Chromium 78 has gap in grids only; where a rule does not say which it is, it counts as flex.
function onGrid(block: css.Block | null): boolean {
  if (!block) return false;
  return block.children.some(
    (child) =>
      child.type === "Declaration" && child.property === "display" && /grid/.test(css.generate(child.value)),
  );
}
