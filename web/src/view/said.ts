// What came of a button's click is said on the button, whose last child is its label, for two seconds.
const SAID = 2000; // ms

export function saidFor(button: HTMLElement, label: string): (words: string) => void {
  let timer = 0;
  return (words) => {
    const shown = button.lastChild!;
    shown.textContent = words;
    clearTimeout(timer);
    timer = window.setTimeout(() => (shown.textContent = label), SAID);
  };
}
