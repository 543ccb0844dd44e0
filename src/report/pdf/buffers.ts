/**
 * `ArrayBuffer.prototype.transferToFixedLength` (ECMAScript 2024), which pdf.js uses for fonts and Node has from version 21
 * on. Where it is missing it is added: without it a page's list of operators ends at its first text.
 * @module
 */

function transferToFixedLength(this: ArrayBuffer, length: number = this.byteLength): ArrayBuffer {
  const moved = new ArrayBuffer(length);
  const kept = Math.min(length, this.byteLength);
  new Uint8Array(moved).set(new Uint8Array(this, 0, kept));
  return moved;
}

/** Call before pdf.js draws. */
export function addBufferTransfer(): void {
  if ("transferToFixedLength" in ArrayBuffer.prototype) return;
  Object.defineProperty(ArrayBuffer.prototype, "transferToFixedLength", {
    value: transferToFixedLength,
    configurable: true,
    writable: true,
  });
}
