// All browser tests against one server and one browser. Usage: node all.mjs DIRECTORY_OF_PROGRAMS
import { after, before } from "node:test";
import embed from "./embed.mjs";
import { launch } from "./lib/browser.mjs";
import { startSite } from "./lib/site.mjs";
import noScript from "./no_script.mjs";
import reader from "./reader.mjs";
import shape from "./shape.mjs";

const world = {};
before(async () => {
  Object.assign(world, await startSite(process.argv[2]));
  world.browser = await launch();
});
after(async () => {
  await world.browser?.close();
  world.stop?.();
});
for (const part of [reader, embed, noScript, shape]) part(world);
