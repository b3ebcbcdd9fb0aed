// What came of a button's click is said on the button, for two seconds.
const SAID = 2000; // ms

export function saidFor(button: HTMLElement): (words: string) => void {
  let timer = 0;
  return (words) => {
    const label = button.lastChild!;
    const own = button.dataset.label || label.textContent || "";
    button.dataset.label = own;
    label.textContent = words;
    clearTimeout(timer);
    timer = window.setTimeout(() => (label.textContent = own), SAID);
  };
}
