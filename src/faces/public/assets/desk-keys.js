// Single keys for those who work through lists of cases. Every one of them follows a link or presses a box that is on the page.

const SETTING = "guildhall-keys";

function isOff() {
  return localStorage.getItem(SETTING) === "off";
}

export function wakeKeys() {
  const holder = document.querySelector("[data-keys-switch]");
  if (holder) putSwitch(holder);
  if (document.querySelector("[data-keys]")) document.addEventListener("keydown", pressed);
}

/** WCAG 2.2, success criterion 2.1.4: keys of one character can be turned off. */
function putSwitch(holder) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "govuk-button govuk-button--secondary";
  const say = () => (button.textContent = isOff() ? "Turn the keys on" : "Turn the keys off");
  button.addEventListener("click", () => {
    localStorage.setItem(SETTING, isOff() ? "on" : "off");
    say();
  });
  say();
  holder.append(button);
}

function isTyping(target) {
  return target.closest("textarea, select, [contenteditable], input:not([type=checkbox], [type=radio])") !== null;
}

function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isOff() || isTyping(event.target)) return;
  const act = { j: () => move(1), k: () => move(-1), x: choose, n: () => follow("next"), p: () => follow("prev"), "?": help }[event.key];
  if (act?.() === true) event.preventDefault();
}

function cases() {
  return [...document.querySelectorAll(".guildhall-cases a.guildhall-reference")];
}

/** The case whose row has the focus. */
function current(links) {
  return links.findIndex((link) => link.closest("tr").contains(document.activeElement));
}

function move(step) {
  const links = cases();
  const at = current(links);
  const link = links[at === -1 ? (step > 0 ? 0 : links.length - 1) : at + step];
  link?.focus();
  return link !== undefined;
}

function choose() {
  const links = cases();
  const box = links[current(links)]?.closest("tr").querySelector("input[type=checkbox]");
  box?.click();
  return Boolean(box);
}

function follow(rel) {
  const link = document.querySelector(`main a[rel="${rel}"]`);
  link?.click();
  return Boolean(link);
}

function help() {
  location.assign("/desk/keys");
  return true;
}
