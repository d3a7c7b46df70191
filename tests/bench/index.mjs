// A folder in; the JSON bodies are written into it for the native benchmark, with an index of their steps and values.

import { mkdirSync, rmSync, writeFileSync } from "node:fs";

import { bodies } from "./bodies.mjs";
import { jsonPeers } from "./contenders/json.mjs";

const folder = process.argv[2];
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const index = bodies("json").map((body, number) => {
  const [reference] = jsonPeers(body);
  const variants = body.variants.map((bytes, variant) => {
    const file = `${number}-${variant}.json`;
    writeFileSync(`${folder}/${file}`, bytes);
    return { file, values: reference.run(bytes) };
  });
  return { name: body.name, size: body.size, steps: body.steps, variants };
});
writeFileSync(`${folder}/index.json`, JSON.stringify(index));
