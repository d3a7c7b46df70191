// Nothing in; out come the machine and the versions that a benchmark ran on.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { arch, cpus, release, totalmem, type } from "node:os";

const PEERS = ["lodash.get", "jsonpath-plus", "json-p3", "fast-xml-parser", "jose", "esbuild"];
const CRATES = ["serde_json", "serde_json_path", "jsonpath-rust", "simd-json", "sonic-rs", "simdutf8"];

export function machine() {
  const all = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${all[0].model.trim()}, ${all.length} cores, ${memory} GiB, ${type()} ${release()} (${arch()})`;
}

export function versions() {
  const answer = (program, ...args) => execFileSync(program, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  const chromium = answer(process.env.CHROMIUM ?? "chromium", "--version").match(/[\d.]+/)?.[0];
  const rustc = answer("rustc", "--version").split(" ")[1];
  return { platforms: { Node: process.versions.node, V8: process.versions.v8, Chromium: chromium, rustc }, peers: npm(), crates: crates() };
}

function npm() {
  const file = (name) => new URL(`node_modules/${name}/package.json`, import.meta.url);
  return Object.fromEntries(PEERS.map((name) => [name, JSON.parse(readFileSync(file(name), "utf8")).version]));
}

function crates() {
  const lock = readFileSync(new URL("native/Cargo.lock", import.meta.url), "utf8");
  const version = (name) => lock.match(new RegExp(`name = "${name}"\\nversion = "([^"]+)"`))?.[1];
  return Object.fromEntries(CRATES.map((name) => [name, version(name)]));
}
