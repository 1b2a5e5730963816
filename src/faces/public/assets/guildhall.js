// Everything works without this file: it only wakes govuk-frontend's own components.
import { initAll } from "./govuk-frontend.min.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
initAll();
