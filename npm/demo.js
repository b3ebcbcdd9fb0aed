// What an editor page has to write: check what stands in the editor whenever it changed, and show the place
// of a finding.
const checker = document.querySelector("nianbao-check");
const QUIET = 400; // milliseconds after the last change

const CHINESE = {
  Undo: "撤销",
  Redo: "重做",
  Bold: "粗体",
  Table: "表格",
  Formats: "格式",
  "Rich Text Area": "编辑区",
};

function follow(editor) {
  let timer = 0;
  const check = () => {
    editor.save(); // into the text box that `for` names
    checker.setAttribute("for", "editor");
    void checker.check();
  };
  editor.on("input change undo redo", () => {
    clearTimeout(timer);
    timer = setTimeout(check, QUIET);
  });
}

const blank = /[\s\u200b\ufeff]/;

// The place in the editor of what stands in the checked text: the same number of characters that are no
// blanks is before it.
function find(text, [begin, end], body) {
  const count = (part) => Array.from(part).filter((character) => !blank.test(character)).length;
  const first = count(text.slice(0, begin));
  const last = first + count(text.slice(begin, end));
  const range = body.ownerDocument.createRange();
  const nodes = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  let seen = 0;
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    let at = 0;
    for (const character of node.data) {
      if (!blank.test(character)) {
        if (seen === first) range.setStart(node, at);
        if (++seen === last) {
          range.setEnd(node, at + character.length);
          return range;
        }
      }
      at += character.length;
    }
  }
  return null;
}

function show(editor, { places }) {
  const range = places.length > 0 && find(checker.result.text, places[0].range, editor.getBody());
  if (!range) return;
  editor.focus();
  editor.selection.setRng(range);
  range.startContainer.parentElement.scrollIntoView({ block: "center" });
}

checker.options = { withText: true };
document.getElementById("file").onchange = ({ target }) => {
  checker.removeAttribute("for");
  checker.file = target.files[0];
};

tinymce.addI18n("zh-CN", CHINESE);
tinymce
  .init({
    selector: "#editor",
    language: "zh-CN",
    plugins: "table",
    toolbar: "undo redo | bold | table",
    menubar: false,
    statusbar: false,
    promotion: false,
    height: 640,
    setup: follow,
  })
  .then(([editor]) => checker.addEventListener("nianbao-finding", ({ detail }) => show(editor, detail)));
