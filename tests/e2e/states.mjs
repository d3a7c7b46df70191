// A studio in; it is taken from one state to the next, through every kind of state that its page can be in. What looks at
// the whole page looks at each of them.

/** The states of the page, each reached from the one before it. */
export const STATES = {
  "the first visit": async () => {},
  "a sample being written": async (studio) => {
    await studio.button("Use a sample response").click();
    await studio.page.getByRole("dialog", { name: "Sample response" }).waitFor();
    await studio.textbox("Status").fill("7");
  },
  "no answer, as a sample has it": async (studio) => {
    await studio.page.getByRole("radio", { name: "No answer" }).check();
    await studio.button("Use this sample").click();
    await studio.says(/failed/);
    await studio.putResultAway();
  },
  "a result": async (studio) => {
    await studio.testRequest.click();
    await studio.says(/200/);
  },
  "a value chosen and mapped": async (studio) => {
    const tree = studio.result.getByRole("tree", { name: "Response" });
    await tree.focus();
    await studio.page.keyboard.press("ArrowDown");
    await studio.page.keyboard.press("Enter");
    await studio.button("Undo that").waitFor();
    await studio.result.getByRole("searchbox").fill("e");
    await studio.result.getByText(/^1 of /).waitFor();
  },
  "its text": async (studio) => {
    await studio.button("Pretty").click();
    await studio.result.getByRole("group", { name: "Pretty response" }).waitFor();
  },
  "its mapping": (studio) => studio.panel("Mapping"),
  "the request sent": (studio) => studio.panel("Request sent"),
  "its headers": (studio) => studio.panel("Headers"),
  "a failure": async (studio) => {
    studio.expects(/blocked by CORS policy|ERR_FAILED/);
    await studio.panel("Response");
    await studio.putResultAway();
    await studio.url.fill(studio.sample("nocors"));
    await studio.testRequest.click();
    await studio.shows(studio.result, /Access-Control-Allow-Origin/);
  },
  "a node full of problems": async (studio) => {
    await studio.putResultAway();
    await studio.url.fill("shop.example");
    await studio.textbox("Object path 1").fill("order.status[");
    await studio.textbox("Object path 2").pressSequentially(".");
    await studio.combobox("Parameter 2").fill("7up");
    await studio.textbox("Status code 1").fill("99");
    await studio.addHeader("Content-Length", "7");
    await studio.combobox("Body type").selectOption("JSON");
    await studio.body.fill("{,}");
    await studio.isAtFault(studio.body, /\S/);
  },
  "a form": async (studio) => {
    await studio.begin("echo/$ORDER_ID", "POST");
    await studio.combobox("Body type").selectOption("Form");
    await studio.addFormField("order", "$ORDER_ID");
    await studio.addFormField("slot");
  },
  "rows as text, and a row's menu": async (studio) => {
    await studio.button("Edit form fields as text").click();
    await studio.addQuery("lang");
    await studio.button("More for query parameter 1").click();
  },
  "an offer of parameters": async (studio) => {
    await studio.declare({ name: "ORDER_ID" }, { name: "KEY", value: "of the house", secret: true });
    await studio.url.press("End");
    await studio.url.pressSequentially("$");
    await studio.page.getByRole("option", { name: "KEY" }).waitFor();
    await studio.url.press("Escape");
    await studio.button("Add mapping").click();
    await studio.combobox("Parameter 1").press("ArrowDown");
    await studio.page.getByRole("option", { name: "KEY" }).waitFor();
    await studio.combobox("Parameter 1").press("Escape");
  },
  "an unknown parameter": async (studio) => {
    await studio.url.fill(studio.sample("echo/$NOBODY?a=1"));
    await studio.button("Declare $NOBODY").waitFor();
  },
  "authorization and signing": async (studio) => {
    await studio.combobox("Authorization").selectOption("Basic");
    await studio.page.getByRole("switch", { name: "Sign requests" }).click();
    await studio.textbox("API key").waitFor();
    await studio.page.getByRole("switch", { name: "Sign requests" }).click();
  },
  "the parameters": async (studio) => {
    const panel = await studio.open("Parameters");
    await studio.button("Add parameter", panel).click();
    await studio.textbox("Parameter name 3", panel).fill("7up");
  },
  "an import that failed": async (studio) => {
    await studio.page.keyboard.press("Escape");
    const dialog = await studio.open("Import");
    await studio.textbox("Definition or cURL command", dialog).fill("{");
    await studio.button("Replace the node", dialog).click();
    await studio.page.getByRole("alert").filter({ hasText: "line 1" }).waitFor();
  },
  "the export": async (studio) => {
    await studio.page.keyboard.press("Escape");
    await studio.open("Export");
  },
  "the keys": async (studio) => {
    await studio.page.keyboard.press("Escape");
    await studio.page.getByRole("dialog").waitFor({ state: "hidden" });
    await studio.page.keyboard.press("?");
    await studio.page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
    await studio.page.keyboard.press("Escape");
    await studio.button("Remove query parameter 1").click();
  },
  "the dialog open": async (studio) => {
    await studio.testRequest.click();
    await studio.dialog.waitFor();
  },
  "a request running": async (studio) => {
    await studio.page.keyboard.press("Escape");
    await studio.begin("delay/30");
    await studio.testRequest.click();
    await studio.cancelRequest.waitFor();
  },
};
