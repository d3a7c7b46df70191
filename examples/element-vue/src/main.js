// The element is defined beside the app: what Vue sets before is taken over.
import { defineWebhookNode } from "switchhook/element";
import { createApp } from "vue";
import App from "./App.vue";

createApp(App).mount("#root");
await defineWebhookNode();
