// Which addresses and which URLs are of the public internet.
import { BlockList, isIP } from "node:net";

// IANA's special-purpose registries: own network, loopback, link-local (cloud metadata), documentation, multicast.
const special = new BlockList();
for (const [network, bits] of [
  ["0.0.0.0", 8], ["10.0.0.0", 8], ["100.64.0.0", 10], ["127.0.0.0", 8], ["169.254.0.0", 16], ["172.16.0.0", 12], ["192.0.0.0", 24],
  ["192.0.2.0", 24], ["192.88.99.0", 24], ["192.168.0.0", 16], ["198.18.0.0", 15], ["198.51.100.0", 24], ["203.0.113.0", 24], ["224.0.0.0", 3],
]) special.addSubnet(network, bits, "ipv4");
for (const [network, bits] of [["2001::", 23], ["2001:db8::", 32], ["2002::", 16], ["3fff::", 20]]) special.addSubnet(network, bits, "ipv6");
const global6 = new BlockList();
global6.addSubnet("2000::", 3, "ipv6");

/** Whether an IP address is of the public internet. IPv4 within IPv6 is not: nobody needs it to get there. */
export function isPublicAddress(address) {
  const isV6 = isIP(address) === 6;
  return isV6 ? global6.check(address, "ipv6") && !special.check(address, "ipv6") : isIP(address) === 4 && !special.check(address);
}

/** For `allow`: whether a URL may lead to the public internet. To where its name leads, only a look-up tells. */
export function isPublicUrl(url) {
  // `URL` has written 127.1, 0x7f.1 and 2130706433 as 127.0.0.1 already; a dot at the end it leaves.
  const host = url.hostname.replace(/^\[|\]$|\.$/g, "");
  if (!["http:", "https:"].includes(url.protocol)) return false;
  if (isIP(host)) return isPublicAddress(host);
  return host.includes(".") && !/\.(localhost|local|internal|home\.arpa)$/.test(host);
}
