// A JSON body's paths in; out come those who map it besides us. Each decodes the bytes, parses them whole, and looks.

import { compile } from "json-p3";
import { JSONPath } from "jsonpath-plus";
import get from "lodash.get";

import { dotted, jsonPath } from "../paths.mjs";

export const REFERENCE = "JSON.parse + lodash.get";

export function jsonPeers({ steps }) {
  const decoder = new TextDecoder();
  const parsed = (body) => JSON.parse(decoder.decode(body));
  const texts = steps.map(dotted);
  const queries = steps.map(jsonPath);
  const compiled = queries.map((query) => compile(query));
  return [
    {
      name: REFERENCE,
      run(body) {
        const json = parsed(body);
        return texts.map((path) => get(json, path));
      },
    },
    {
      name: "JSON.parse + jsonpath-plus",
      run(body) {
        const json = parsed(body);
        return queries.map((path) => JSONPath({ path, json, wrap: false }));
      },
    },
    {
      name: "JSON.parse + json-p3",
      run(body) {
        const json = parsed(body);
        return compiled.map((query) => query.query(json).values()[0]);
      },
    },
  ];
}
