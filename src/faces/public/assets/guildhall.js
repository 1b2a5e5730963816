// Everything works without this file: it only wakes govuk-frontend's own components, and suggests while somebody types.
import { initAll } from "./govuk-frontend.min.js";
import { wakeKeys } from "./desk-keys.js";
import { wakeRegisters } from "./register-search.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
initAll();
wakeRegisters();
wakeKeys();
