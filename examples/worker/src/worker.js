// The service: saved nodes for those who have the token, and a relay for the studios that are named.
import { SwitchhookError } from "switchhook";
import { run, save } from "./nodes.js";
import { relay } from "./relay.js";
import { isHolder } from "./token.js";

export default {
  async fetch(request, environment, context) {
    const { pathname } = new URL(request.url);
    if (pathname === "/relay") return relay(request, environment);
    const [, id, action = ""] = pathname.match(/^\/nodes\/([\w-]{1,64})(\/run)?$/) ?? [];
    if (!id) return answer(404, "There is PUT /nodes/{id}, POST /nodes/{id}/run and POST /relay.");
    if (!(await isHolder(request, environment.TOKEN))) return answer(401, "The token is missing, or another one.");
    const work = { "PUT": save, "POST/run": run }[request.method + action];
    if (!work) return answer(405, "Nodes are saved with PUT and run with POST.");
    try {
      return (await work(id, request, environment, context)) ?? answer(404, "There is no such node.");
    } catch (error) {
      if (error instanceof SwitchhookError && error.code !== "internal") {
        return Response.json({ code: error.code, message: error.message, problems: error.problems }, { status: 422 });
      }
      if (error instanceof SyntaxError) return answer(400, error.message);
      throw error;
    }
  },
};

const answer = (status, message) => Response.json({ message }, { status });
