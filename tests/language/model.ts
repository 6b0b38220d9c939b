import { readWeights } from "../../src/app/weights.ts";

/** The model that ships, read once for a test file. */
export const model = readWeights();
