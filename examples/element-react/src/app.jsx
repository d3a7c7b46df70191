// A flow of two nodes: the app keeps their definitions, and the drawer edits the one that is chosen.
import { useState } from "react";
import { nodes, parameters } from "./nodes.js";

export function App() {
  const [definitions, setDefinitions] = useState(nodes);
  const [chosen, setChosen] = useState(0);
  const [outcome, setOutcome] = useState("Not tested yet");
  const keep = ({ detail }) => setDefinitions((all) => all.map((one, index) => (index === chosen ? detail : one)));
  return (
    <main>
      <h1>Nodes of a flow</h1>
      <nav aria-label="Nodes">
        {definitions.map(({ label }, index) => (
          <button key={index} aria-pressed={index === chosen} onClick={() => setChosen(index)}>{label}</button>
        ))}
      </nav>
      <p role="status">{outcome}</p>
      <webhook-node
        definition={definitions[chosen]}
        parameters={parameters}
        ondefinition-change={keep}
        onoutcome={({ detail }) => setOutcome(`${detail.exit} ${JSON.stringify(detail.parameters)}`)}
      />
    </main>
  );
}
