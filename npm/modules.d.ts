// Made by build.mjs of build/wasm.
declare module "nianbao-core-glue" {
  const start: (options: { wasmBinary: Uint8Array }) => Promise<unknown>;
  export default start;
}
declare module "nianbao-core-wasm" {
  const base64: string;
  export default base64;
}
