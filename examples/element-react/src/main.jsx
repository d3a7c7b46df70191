// The element is defined before the app is there: React sets properties where an element has them, and attributes
// otherwise.
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { defineWebhookNode } from "switchhook/element";
import { App } from "./app.jsx";

await defineWebhookNode();
createRoot(document.getElementById("root")).render(<StrictMode><App /></StrictMode>);
