// A webhook node's whole story, as a designer goes through it: wide, and on a phone.

import { tell } from "./story.mjs";
import { PHONE, WIDE, test } from "./stage.mjs";

for (const [look, viewport] of [["wide", WIDE], ["390 px", PHONE]]) {
  test(`from the first slot to the signature, ${look}`, { viewport, timeout: 90_000 }, async (studio) => {
    await tell(studio);
  });
}
