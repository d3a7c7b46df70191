// Vue is told which tags are elements of the page's own.
import vue from "@vitejs/plugin-vue";

const isCustomElement = (tag) => tag === "webhook-node";

export default { plugins: [vue({ template: { compilerOptions: { isCustomElement } } })] };
