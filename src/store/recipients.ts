import type { SubscriberNumber } from "../model/id.ts";

const BYTES_EACH = 4;

/** Numbers as the ledger keeps them: 32 bits each, little endian. */
export function recipientBytes(numbers: ArrayLike<number>): Uint8Array {
  const bytes = new Uint8Array(numbers.length * BYTES_EACH);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < numbers.length; i += 1) view.setUint32(i * BYTES_EACH, numbers[i] ?? 0, true);
  return bytes;
}

/** The other way round. */
export function recipientsOf(bytes: Uint8Array): SubscriberNumber[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from(
    { length: bytes.byteLength / BYTES_EACH },
    (_, i) => view.getUint32(i * BYTES_EACH, true) as SubscriberNumber,
  );
}

/** Where `number` stands among ascending ones; -1: nowhere. */
export function placeOf(number: SubscriberNumber, bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let [low, high] = [0, bytes.byteLength / BYTES_EACH - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = view.getUint32(middle * BYTES_EACH, true);
    if (found === number) return middle;
    if (found < number) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
