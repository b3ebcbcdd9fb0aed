// What "nianbao/pdf" may be told.
export interface PdfOptions {
  /**
   * Where pdfium.wasm of @embedpdf/pdfium is: its address or its bytes. Node finds it among the installed
   * packages; in a browser the bundler or the page says it.
   */
  wasm?: string | { readonly href: string } | Uint8Array | ArrayBuffer;
}

export const asBytes = (bytes: Uint8Array | ArrayBuffer): ArrayBuffer =>
  bytes instanceof ArrayBuffer
    ? bytes
    : (bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
