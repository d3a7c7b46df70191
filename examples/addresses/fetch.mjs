// A fetch for nodes on a server, which looks at the address that it connects to.
import { lookup } from "node:dns";
import http from "node:http";
import https from "node:https";
import { Readable } from "node:stream";
import { isPublicAddress, isPublicUrl } from "./allow.mjs";

/**
 * A name may lead elsewhere each time that it is looked up (DNS rebinding), so it is looked up once, and what it leads
 * to is checked in between. `look` and `isAllowed` are there for tests.
 */
export function publicFetch({ look = lookup, isAllowed = isPublicAddress } = {}) {
  const checked = (name, options, done) => {
    look(name, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error);
      const refused = addresses.find(({ address }) => !isAllowed(address));
      if (refused) return done(new Error(`${name} leads to ${refused.address}, which is not public`));
      return options.all ? done(null, addresses) : done(null, addresses[0].address, addresses[0].family);
    });
  };
  return (url, { method, headers, body, signal }) => new Promise((resolve, reject) => {
    const to = new URL(url);
    // An address in the URL itself is not looked up.
    if (!isPublicUrl(to)) throw new Error("the URL is not public");
    const { request } = to.protocol === "https:" ? https : http;
    // A connection of its own: one that is kept was checked for another name.
    const sent = request(to, { method, signal, agent: false, lookup: checked }, (answer) => {
      const pairs = answer.rawHeaders.flatMap((name, index, raw) => (index % 2 ? [] : [[name, raw[index + 1]]]));
      resolve({ status: answer.statusCode, url, headers: pairs, body: Readable.toWeb(answer) });
    });
    for (const [name, value] of headers) {
      // Node has written a Host already, and two are no request.
      if (name.toLowerCase() === "host") sent.setHeader(name, value);
      else sent.appendHeader(name, value);
    }
    // Of a DELETE, Node does not say how long its body is: a server would take that for the next request.
    if (body !== undefined) sent.setHeader("Content-Length", Buffer.byteLength(body));
    sent.on("error", reject).end(body);
  });
}
