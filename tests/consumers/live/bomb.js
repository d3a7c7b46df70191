// By how many bytes a process grows, at its largest, over eight bodies at once that would be 512 MiB.
import { WebhookNode } from "switchhook";

const [origin] = process.argv.slice(2);
const node = (path) => new WebhookNode({ version: 1, method: "GET", url: origin + path });
const largest = () => process.resourceUsage().maxRSS * 1024;

await node("/packed/gzip").run();
const before = largest();
const outcomes = await Promise.all(Array.from({ length: 8 }, () => node("/bomb/zeros").run({}, { maxBytes: 1 << 20 })));
console.log(JSON.stringify({ grown: largest() - before, reasons: outcomes.map(({ failure }) => failure.reason) }));
