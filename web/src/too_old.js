// Runs after the page's script, in any browser: ES5 only. Where the page cannot start, a plain sentence
// stands in its place.
(function () {
  var hasWebAssembly = typeof WebAssembly === "object";
  function tell() {
    var words = hasWebAssembly
      ? "这个浏览器太旧，打不开年报体检。"
      : "这个浏览器太旧，或者关闭了 WebAssembly，打不开年报体检。";
    var box = document.createElement("p");
    box.className = "too-old";
    box.appendChild(
      document.createTextNode(
        words +
          "请换用 Chrome、Edge 78 以上或 Firefox 115 以上；360、QQ 等双核浏览器请切换到“极速模式”。没有文件被读取或上传。",
      ),
    );
    var app = document.getElementById("app");
    app.textContent = "";
    app.appendChild(box);
  }
  window.nianbaoTooOld = tell; // first.ts calls it when the page breaks at its start
  if (!hasWebAssembly || !window.nianbaoStart || !window.nianbaoPage) tell();
  else window.nianbaoStart.pageIsHere();
})();
