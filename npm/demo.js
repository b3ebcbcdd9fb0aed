const element = document.querySelector("nianbao-check");
document.getElementById("run").onclick = () => element.check();
document.getElementById("file").onchange = ({ target }) => {
  element.removeAttribute("for");
  element.file = target.files[0];
};
element.addEventListener("nianbao-result", ({ detail }) => console.log(detail.findings.length));
