// Made by build.mjs, of build/wasm and of the page's PDF part.
declare module "nianbao-core-glue" {
  const start: (options: { wasmBinary: Uint8Array }) => Promise<unknown>;
  export default start;
}
declare module "nianbao-core-wasm" {
  const base64: string;
  export default base64;
}
declare module "nianbao-pdf-worker" {
  const script: string;
  export default script;
}
declare module "nianbao-pdfium" {
  export const version: string;
  export const size: number; // of pdfium.wasm, in bytes
}
