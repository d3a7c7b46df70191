// Where an app would ask its server.
export const nodes = [
  {
    version: 1, label: "Look up order", method: "GET", url: "/orders.json",
    response: { type: "json", mappings: [{ path: "order.total", parameter: "TOTAL" }] },
  },
  { version: 1, label: "Cancel order", method: "DELETE", url: "/orders.json" },
];

export const parameters = [{ name: "TOTAL", entity: "sys.number" }];
