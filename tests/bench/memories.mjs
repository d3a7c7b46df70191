// Nothing in; a count of the linear memory of all modules that are loaded after this one: what a module was given it never
// gives back.

const memories = [];
const { Instance } = WebAssembly;
WebAssembly.Instance = function (...parts) {
  const instance = new Instance(...parts);
  memories.push(...Object.values(instance.exports).filter((value) => value instanceof WebAssembly.Memory));
  return instance;
};

/** Its bytes now. */
export const linearMemory = () => memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
