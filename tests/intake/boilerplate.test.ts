import { createMemoryBoilerplateStore } from "../../src/intake/memory/boilerplate.ts";
import { describeBoilerplateStore } from "./contract/boilerplate-store.ts";

describeBoilerplateStore("memory", async () => createMemoryBoilerplateStore());
