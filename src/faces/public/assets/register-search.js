// Suggests rows of a register while somebody types. Without it the same box is searched by its button.
// The pattern is the editable combobox with a list of the ARIA Authoring Practices.

const PAUSE = 150;
const LEAST = 2;

export function wakeRegisters() {
  for (const box of document.querySelectorAll("input[data-register]")) wake(box);
}

function wake(box) {
  const name = box.name.slice(0, -".search".length);
  const list = make("ul", { id: `${box.id}-list`, role: "listbox", class: "guildhall-suggestions", hidden: "" });
  list.setAttribute("aria-label", document.querySelector(`label[for="${CSS.escape(box.id)}"]`)?.textContent.trim() ?? "");
  const status = make("div", { role: "status", class: "govuk-visually-hidden" });
  const frame = make("div", { class: "guildhall-suggest" });
  box.replaceWith(frame);
  frame.append(box, list, status);
  for (const [key, value] of Object.entries({
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": list.id,
  })) {
    box.setAttribute(key, value);
  }
  const state = { box, name, list, status, rows: [], active: -1, timer: 0, asked: undefined };
  box.addEventListener("input", () => typed(state));
  box.addEventListener("keydown", (event) => pressed(state, event));
  box.addEventListener("blur", () => close(state));
  // A press on the list must not take the focus from the box before it counts.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option !== null) choose(state, state.rows[Number(option.dataset.index)]);
  });
}

function make(tag, attributes) {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

function typed(state) {
  clearTimeout(state.timer);
  state.asked?.abort();
  forget(state);
  say(state.status, "", false);
  if (state.box.value.trim().length < LEAST) return close(state);
  state.timer = setTimeout(() => void ask(state), PAUSE);
}

/** What was chosen before belongs to other words. */
function forget({ box, name }) {
  for (const old of box.form.querySelectorAll(`input[data-register-chosen="${CSS.escape(name)}"]`)) old.remove();
}

async function ask(state) {
  const { box } = state;
  state.asked = new AbortController();
  try {
    const body = new URLSearchParams({ question: box.dataset.registerQuestion, search: box.value });
    const answer = await fetch(box.dataset.register, {
      method: "POST",
      body,
      signal: state.asked.signal,
      headers: { accept: "application/json" },
    });
    if (answer.ok) show(state, await answer.json());
    else close(state);
  } catch {
    // A newer search took its place, or the network is gone: the button still searches.
    close(state);
  }
}

function show(state, { rows, says }) {
  const { box, list, status } = state;
  if (document.activeElement !== box) return;
  state.rows = rows;
  list.replaceChildren(...rows.map((row, index) => option(list, row, index)));
  list.hidden = rows.length === 0;
  box.setAttribute("aria-expanded", String(rows.length > 0));
  // A list is seen; that there is none has to be read.
  say(status, says, rows.length === 0);
  mark(state, -1);
}

function say(status, text, isSeen) {
  status.textContent = text;
  status.className = isSeen ? "govuk-hint guildhall-suggest__nothing" : "govuk-visually-hidden";
}

function option(list, { label, detail }, index) {
  const item = make("li", {
    id: `${list.id}-${index}`,
    role: "option",
    class: "guildhall-suggestion",
    "aria-selected": "false",
    "data-index": index,
  });
  item.append(label);
  if (detail !== "") {
    const small = make("span", { class: "guildhall-suggestion__detail" });
    small.textContent = detail;
    item.append(" ", small);
  }
  return item;
}

function mark(state, index) {
  const { box, list } = state;
  state.active = index;
  for (const [at, item] of [...list.children].entries()) item.setAttribute("aria-selected", String(at === index));
  const item = list.children[index];
  if (item === undefined) return box.removeAttribute("aria-activedescendant");
  box.setAttribute("aria-activedescendant", item.id);
  item.scrollIntoView({ block: "nearest" });
}

function pressed(state, event) {
  const { list, rows, active } = state;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step !== undefined && !list.hidden) {
    event.preventDefault();
    // One place more than there are rows: past either end lies the box itself.
    mark(state, ((active + 1 + step + rows.length + 1) % (rows.length + 1)) - 1);
  } else if (step === 1 && state.box.value.trim() !== "") {
    event.preventDefault();
    void ask(state);
  } else if (event.key === "Enter" && active >= 0) {
    event.preventDefault();
    choose(state, rows[active]);
  } else if (event.key === "Escape" && !list.hidden) {
    event.preventDefault();
    close(state);
  }
}

function close(state) {
  state.list.hidden = true;
  state.box.setAttribute("aria-expanded", "false");
  mark(state, -1);
}

/** Chooses a row as its radio button would: the key, and the words that it was chosen for. */
function choose(state, { key, label }) {
  const { box, name, status } = state;
  box.value = label;
  forget(state);
  for (const old of box.form.querySelectorAll(`[data-register-results="${CSS.escape(name)}"], input[name="${CSS.escape(name)}.for"]`))
    old.remove();
  box.after(hidden(name, name, key), hidden(`${name}.for`, name, label));
  say(status, label, false);
  close(state);
}

function hidden(name, chosen, value) {
  return make("input", { type: "hidden", name, value, "data-register-chosen": chosen });
}
