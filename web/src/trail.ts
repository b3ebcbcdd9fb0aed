// The browser's Back and Forward: every view has its stop. The address stays as it is, so that it works from
// a file, too.

export type Stop = { at: "start" } | { at: "list" } | { at: "pair" } | { at: "report"; visit: number };

function stopOf(state: { nianbao?: Stop } | null): Stop | null {
  return (state && state.nianbao) || null;
}

export const here = (): Stop | null => stopOf(history.state as never);
export const stay = (stop: Stop): void => history.replaceState({ nianbao: stop }, "");
export const go = (stop: Stop): void => history.pushState({ nianbao: stop }, "");
export const back = (): void => history.back();

// Links within the page make stops that are not ours; they change nothing.
export function onTravel(listener: (stop: Stop) => void): void {
  window.onpopstate = (event) => {
    const stop = stopOf(event.state as never);
    if (stop) listener(stop);
  };
}
