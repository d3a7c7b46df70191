// What `require()` gets is what `import` gets; TypeScript wants a file of CommonJS for it.
const entry = require("./node.js");
for (const name of Object.keys(entry)) exports[name] = entry[name];
exports.default = entry.default;
