import { gunzipSync } from "node:zlib";
import { TocsinError } from "../model/error.ts";

/** More bytes than this are no article. */
const REPORT_BYTES_MAX = 8_000_000;

/** Bytes to be read, unpacked, and the name of the file without the ending of what packed it. */
export interface PlainInput {
  readonly bytes: Uint8Array;
  readonly name: string;
}

/** Undoes the packing of a `.gz` file. Throws INPUT_TOO_LARGE, REPORT_UNREADABLE. */
export function plainInput(bytes: Uint8Array, name = ""): PlainInput {
  if (bytes.length > REPORT_BYTES_MAX) {
    throw new TocsinError("INPUT_TOO_LARGE", `The document is larger than ${REPORT_BYTES_MAX} bytes.`, {
      detail: { bytes: bytes.length },
    });
  }
  return /\.gz$/i.test(name) ? { bytes: unpacked(bytes), name: name.slice(0, -3) } : { bytes, name };
}

/** What a file unpacks to has the same limit as the file. */
function unpacked(bytes: Uint8Array): Uint8Array {
  if (bytes.length === 0) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: REPORT_BYTES_MAX });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") {
      throw new TocsinError("INPUT_TOO_LARGE", `The document unpacks to more than ${REPORT_BYTES_MAX} bytes.`, {
        cause,
      });
    }
    throw new TocsinError("REPORT_UNREADABLE", "The packed file is damaged.", { cause });
  }
}
