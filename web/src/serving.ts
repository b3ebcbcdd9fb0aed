// What both workers share: the start of their module, and the answers. Every request is answered, by a value
// or by an error; after an error the page throws the worker away.
import type { Core } from "./core";
import { type Answer, type Ask, HERE, type Kind, type Reply, type Request, type Wasm } from "./protocol";

type Instantiated = (instance: WebAssembly.Instance) => void;
declare const NianbaoCore: (
  options:
    | { wasmBinary: ArrayBuffer }
    | { instantiateWasm(imports: WebAssembly.Imports, done: Instantiated): object },
) => Promise<Core>;
declare const self: {
  onmessage: ((event: MessageEvent<Request>) => void) | null;
  postMessage(message: Reply, transfer?: Transferable[]): void;
};

export type Answers = { [K in Kind]?: (ask: Ask<K>, core: Core) => Answer<K> | null };

function started(wasm: Wasm): Promise<Core> {
  if (!(wasm instanceof WebAssembly.Module)) return NianbaoCore({ wasmBinary: wasm });
  return new Promise((resolve, reject) => {
    const instantiateWasm = (imports: WebAssembly.Imports, done: Instantiated): object => {
      try {
        done(new WebAssembly.Instance(wasm, imports));
      } catch (error) {
        reject(error);
      }
      return {}; // the exports were given
    };
    NianbaoCore({ instantiateWasm }).then(resolve, reject);
  });
}

// `given`: what need not be copied.
export function serve(answers: Answers, given: (kind: Kind, answer: never) => ArrayBufferLike[]): void {
  let core: Core;
  const respond = async (request: Request): Promise<void> => {
    if (request.kind === "start") {
      core = await started(request.wasm);
      return self.postMessage({ id: 0, ok: true, value: null });
    }
    const answer = answers[request.kind] as (ask: unknown, core: Core) => unknown;
    const value = answer(request.ask, core);
    self.postMessage(
      { id: request.id, ok: true, value },
      given(request.kind, value as never) as ArrayBuffer[],
    );
  };
  self.onmessage = ({ data }) => {
    respond(data).catch((error: unknown) =>
      self.postMessage({ id: data.id, ok: false, message: String(error) }),
    );
  };
  self.postMessage({ id: HERE, ok: true, value: null });
}
