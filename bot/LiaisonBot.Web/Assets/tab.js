// The pages work without this but for cards: it shows them by the official renderer, takes turns, and keeps the page up to date.
"use strict";

const page = document.body.dataset;
const turnTime = 70_000;
const lookEvery = 4_000;
const answersKept = 10;

// Inside Teams: the look that Teams has, whatever the system is set to.
try {
  document.documentElement.dataset.theme = sessionStorage.getItem("theme") ?? "";
} catch {
  // A browser that keeps nothing shows what the system is set to.
}

// Cards: colours and measures are those of the stylesheet, so that light, dark and forced colours need nothing here.
const ink = (name) => ({ default: `var(--${name})`, subtle: name === "text" ? "var(--subtle)" : `var(--${name})` });
const foregroundColors = {
  default: ink("text"), dark: ink("text"), light: ink("subtle"),
  accent: ink("accent"), good: ink("good"), warning: ink("warning"), attention: ink("attention"),
};
const box = (name) => ({ backgroundColor: `var(--${name})`, foregroundColors });
const look = {
  fontFamily: "inherit",
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 12 },
  separator: { lineThickness: 1, lineColor: "var(--line)" },
  fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 200, default: 400, bolder: 600 },
  containerStyles: {
    default: box("box"), emphasis: box("back"), accent: box("accent-box"), good: box("good-box"), warning: box("warning-box"), attention: box("attention-box"),
  },
  actions: { maxActions: 6, spacing: "default", buttonSpacing: 8, actionsOrientation: "horizontal", actionAlignment: "left" },
  inputs: { label: { inputSpacing: "small", requiredInputs: { suffix: " *", suffixColor: "attention" } } },
};

let renderer = null;

// Only pages with a card fetch it.
function cards() {
  renderer ??= new Promise((done, failed) => {
    if (!page.cards) {
      failed(new Error(page.noRenderer));
      return;
    }
    const script = document.createElement("script");
    script.src = page.cards;
    script.onload = () => done(globalThis.AdaptiveCards);
    script.onerror = () => failed(new Error(page.noAnswer));
    document.head.append(script);
  });
  return renderer;
}

// What was typed and not sent yet, or a form that is open: nothing takes its place by itself.
const isInUse = (place) =>
  place.dataset.pressed === "true"
  || [...place.querySelectorAll("input, textarea, select")].some((field) => field === document.activeElement);

async function show(place, json, id) {
  const library = await cards();
  // The renderer's pattern for languages remembers where it last matched, and refuses every second card.
  library.CardElement.langProperty.regEx.lastIndex = 0;
  const card = new library.AdaptiveCard();
  card.hostConfig = new library.HostConfig(look);
  card.version = new library.Version(1, 5);
  card.parse(json, new library.SerializationContext(card.version));
  card.onExecuteAction = (action) => {
    if (action instanceof library.OpenUrlAction) {
      window.open(action.url, "_blank", "noopener");
    } else if (action instanceof library.ExecuteAction) {
      press(place, id, action.verb, action.data ?? {});
    }
  };
  place.replaceChildren(card.render());
  name(place);
}

// What is cut on a button is there in full; a row that opens something is called what stands in it, and its title says what
// pressing it does.
function name(place) {
  for (const row of place.querySelectorAll(".ac-selectable[aria-label]:not(.ac-pushButton)")) {
    row.removeAttribute("aria-label");
  }
  for (const button of place.querySelectorAll(".ac-pushButton")) {
    button.title = button.textContent;
  }
}

const newId = () => crypto.randomUUID();

async function turn(body) {
  const answer = await fetch(page.turn, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Liaison-Proof": page.proof },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(turnTime),
  });
  const said = await answer.json().catch(() => null);
  if (!answer.ok || !said) {
    throw new Error(said?.error?.message ?? page.noAnswer);
  }
  return said;
}

const whyNot = (error) => (error instanceof TypeError || error.name === "TimeoutError" ? page.noAnswer : error.message);

async function press(place, id, verb, data) {
  if (place.getAttribute("aria-busy") === "true") {
    return;
  }
  work(place, true);
  place.dataset.pressed = "true";
  try {
    const answer = await turn({
      type: "invoke", name: "adaptiveCard/action", id: newId(), replyToId: id,
      value: { action: { type: "Action.Execute", verb, data } },
    });
    if (answer.type === "application/vnd.microsoft.card.adaptive") {
      await show(place, answer.value, id);
      // A form is in use; a card that stands for itself again is not.
      place.dataset.pressed = String(Boolean(place.querySelector("input, textarea, select")));
      const row = place.closest(".below")?.previousElementSibling;
      if (row && verb === "setplan.fill" && await settle(row, data)) {
        return;
      }
      focus(place);
      adopt();
    } else if (answer.value) {
      note(place, answer.value);
    }
  } catch (error) {
    note(place, whyNot(error));
  } finally {
    work(place, false);
  }
}

// Buttons are left as they are, so that the keyboard keeps its place; a second press is not taken meanwhile.
function work(place, isBusy) {
  place.setAttribute("aria-busy", String(isBusy));
  if (isBusy) {
    note(place, page.working);
  } else {
    place.querySelector(":scope > .note.working")?.remove();
  }
}

function note(place, text) {
  place.querySelectorAll(":scope > .note").forEach((old) => old.remove());
  const line = document.createElement("p");
  line.className = text === page.working ? "note working" : "note";
  line.setAttribute("role", "status");
  line.textContent = text;
  place.prepend(line);
}

function focus(place) {
  const first = place.querySelector("input, textarea, select");
  (first ?? place).focus({ preventScroll: true });
  place.scrollIntoView({ block: "nearest" });
}

// The box: what is said there is said in the conversation.
const answers = document.getElementById("answers");

async function say(text, field) {
  const place = document.createElement("section");
  place.className = "card answer";
  place.tabIndex = -1;
  answers.prepend(place);
  while (answers.children.length > answersKept) {
    answers.lastElementChild.remove();
  }
  work(place, true);
  try {
    const { activities } = await turn({ type: "message", id: newId(), text });
    field.value = "";
    const [first, ...more] = activities.length > 0 ? activities : [{}];
    await answered(place, first);
    for (const activity of more) {
      const next = document.createElement("section");
      next.className = "card answer";
      next.tabIndex = -1;
      place.after(next);
      await answered(next, activity);
    }
  } catch (error) {
    note(place, whyNot(error));
  } finally {
    work(place, false);
    lookAgain().catch(() => {});
  }
}

async function answered(place, activity) {
  const card = activity.attachments?.[0]?.content;
  if (card) {
    await show(place, card, activity.id);
  } else {
    const said = document.createElement("p");
    said.className = "said";
    said.textContent = activity.text ?? "";
    place.replaceChildren(said);
  }
  const close = document.createElement("button");
  close.className = "close";
  close.setAttribute("aria-label", page.close);
  close.textContent = "×";
  close.onclick = () => place.remove();
  place.prepend(close);
}

document.getElementById("box")?.addEventListener("submit", (event) => {
  event.preventDefault();
  const field = event.target.elements.text;
  if (field.value.trim()) {
    say(field.value, field);
  }
});

// Tables and notices are pasted with their lines. Enter sends, but not where it ends the spelling of a word in Chinese.
document.getElementById("say")?.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    event.target.form.requestSubmit();
  }
});

// What came with the page: cards, and what only scripts can do.
function showAll() {
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.onclick = () => print();
  }
  for (const place of document.querySelectorAll("main [data-card]")) {
    place.tabIndex = -1;
    show(place, JSON.parse(place.dataset.card), place.dataset.id).catch((error) => note(place, whyNot(error)));
  }
}

// What others do shows by itself: the page asks whether it still stands, and only what changed comes.
let mark = page.mark;

// The answer to one's own step is shown already: what the page says now is what it is compared with from here on.
function adopt() {
  mark = null;
  lookAgain().catch(() => {});
}

async function lookAgain() {
  if (document.visibilityState !== "visible") {
    return;
  }
  const card = document.querySelector("main [data-card]");
  const headers = mark ? { "If-None-Match": mark } : {};
  if (card) {
    headers["X-Liaison-Card"] = card.dataset.id;
  }
  const answer = await fetch(location.href, { headers, cache: "no-store", redirect: "manual" });
  const main = document.getElementById("main");
  const isBusy = [...main.querySelectorAll("[data-card], form, [data-grid]")].some(isInUse) || main.querySelector("[data-unsaved]");
  // The session is over. What was typed stays until whoever typed it has seen that.
  if (answer.type === "opaqueredirect") {
    if (isBusy) {
      tellOfChange(main);
    } else {
      location.reload();
    }
    return;
  }
  if (answer.status === 304 || !answer.ok) {
    return;
  }
  const first = mark === null;
  mark = answer.headers.get("ETag");
  const next = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("main");
  shut(main, next);
  if (first) {
    return;
  }
  if (main.querySelector("[data-grid]") && next.querySelector("[data-grid]")) {
    merge(main, next);
    return;
  }
  if (isBusy) {
    tellOfChange(main);
    return;
  }
  const open = [...main.querySelectorAll("details")].map((one) => one.open);
  main.replaceChildren(...next.childNodes);
  main.querySelectorAll("details").forEach((one, at) => (one.open = open[at] ?? one.open));
  showAll();
}

// A plan that was handed in is filled in no more; what somebody is typing stays before them.
function shut(main, next) {
  const grid = main.querySelector("[data-grid]");
  const closed = next.querySelector(".grid:not([data-grid])");
  if (grid && closed && !grid.querySelector("[data-unsaved]") && !grid.contains(document.activeElement)) {
    grid.closest(".scroll").replaceWith(closed.closest(".scroll"));
  }
}

function tellOfChange(main) {
  if (document.getElementById("changed")) {
    return;
  }
  const line = document.createElement("p");
  line.id = "changed";
  line.className = "note";
  line.setAttribute("role", "status");
  const link = document.createElement("a");
  link.href = location.href;
  link.textContent = page.reload;
  line.append(page.changed + " ", link);
  main.before(line);
}

// A grid is filled in place: a row is saved when one leaves a cell, by the form of the chat. What that answers, where it did
// not take what was typed, is shown below the row.
document.addEventListener("change", (event) => {
  const row = event.target.closest?.("[data-grid] tr[data-row]");
  if (row && event.target.type === "date" && event.target === document.activeElement) {
    // A day says so at each digit of its year: it is saved when it is left.
    row.dataset.unsaved = "true";
  } else if (row) {
    save(row);
  }
});

document.addEventListener("focusout", (event) => {
  const row = event.target.closest?.("[data-grid] tr[data-row]");
  if (row?.dataset.unsaved && event.target.type === "date") {
    save(row);
  }
});

document.addEventListener("keydown", (event) => {
  const field = event.target;
  if (event.key === "Enter" && field.matches?.("[data-grid] input")) {
    event.preventDefault();
    const rows = [...field.closest("tbody").querySelectorAll("tr[data-row]")];
    rows[rows.indexOf(field.closest("tr")) + 1]?.querySelector(`[name="${field.name}"]`)?.focus();
  }
});

const fieldsOf = (row) => [...row.querySelectorAll("input, textarea")];
const typedIn = (row) => Object.fromEntries(fieldsOf(row).map((field) => [field.name, field.value.trim()]));
const rowIn = (place, row) => place.querySelector(`[data-grid] tr[data-row="${row.dataset.row}"]`);

// A row that is not saved yet, or was not taken, is not left behind without a word.
addEventListener("beforeunload", (event) => {
  if (document.querySelector("[data-grid] [data-unsaved]")) {
    event.preventDefault();
  }
});

// One after the other: the next is compared with what the one before left.
let saving = Promise.resolve();

function save(row) {
  row.dataset.unsaved = "true";
  saving = saving.then(() => fill(row)).catch((error) => state(row, whyNot(error), true));
}

async function fill(row) {
  const typed = typedIn(row);
  state(row, page.working);
  const answer = await turn({
    type: "invoke", name: "adaptiveCard/action", id: newId(),
    value: {
      action: {
        type: "Action.Execute", verb: "setplan.fill",
        data: { card: newId(), set: row.closest("[data-grid]").dataset.grid, row: row.dataset.row, key: row.dataset.key, ...typed },
      },
    },
  });
  below(row)?.remove();
  if (await settle(row, typed, typed)) {
    return;
  }
  if (answer.type === "application/vnd.microsoft.card.adaptive") {
    state(row, "!", true);
    const line = row.parentElement.insertRow([...row.parentElement.rows].indexOf(row) + 1);
    line.className = "below";
    const place = document.createElement("section");
    place.className = "card";
    place.tabIndex = -1;
    const cell = line.insertCell();
    cell.colSpan = row.cells.length;
    cell.append(place);
    await show(place, answer.value, cardId());
  } else {
    state(row, answer.value || page.noAnswer, true);
  }
}

// Whether what was typed stands now. Whoever has typed on since the row stood so has not left that cell: it is saved then.
async function settle(row, typed, stood = typedIn(row)) {
  const stands = await fetch(location.href, { headers: { "X-Liaison-Card": cardId() }, cache: "no-store" });
  const next = new DOMParser().parseFromString(await stands.text(), "text/html").getElementById("main");
  const saved = rowIn(next, row);
  if (!saved || !Object.entries(typedIn(saved)).every(([name, value]) => value === (typed[name] ?? "").trim())) {
    return false;
  }
  let isNewer = false;
  for (const field of fieldsOf(row)) {
    const now = (typed[field.name] ?? "").trim();
    if (field.value.trim() !== stood[field.name]) {
      isNewer = true;
    } else if (field.value.trim() !== now) {
      field.value = now;
    }
  }
  row.dataset.key = saved.dataset.key;
  below(row)?.remove();
  if (isNewer) {
    state(row, "");
  } else {
    delete row.dataset.unsaved;
    state(row, row.closest("[data-grid]").dataset.saved);
  }
  mark = stands.headers.get("ETag");
  merge(document.getElementById("main"), next);
  return true;
}

const below = (row) => (row.nextElementSibling?.matches(".below") ? row.nextElementSibling : null);
const cardId = () => document.querySelector("main [data-card]")?.dataset.id ?? "";

function state(row, text, isWrong = false) {
  const cell = row.querySelector(".state");
  cell.textContent = text;
  cell.classList.toggle("attention", isWrong);
}

// What others filled in meanwhile shows by itself, but in the row in which somebody is.
function merge(main, next) {
  for (const row of main.querySelectorAll("[data-grid] tr[data-row]")) {
    const other = rowIn(next, row);
    if (!other || row.dataset.unsaved || row.contains(document.activeElement)) {
      continue;
    }
    for (const field of fieldsOf(row)) {
      field.value = other.querySelector(`[name="${field.name}"]`)?.value ?? field.value;
    }
    row.dataset.key = other.dataset.key;
    below(row)?.remove();
  }
  const [card, newer] = [main, next].map((one) => one.querySelector("[data-card]"));
  if (card && newer && !isInUse(card) && card.dataset.card !== newer.dataset.card) {
    card.dataset.card = newer.dataset.card;
    show(card, JSON.parse(newer.dataset.card), card.dataset.id).catch((error) => note(card, whyNot(error)));
  }
}

showAll();
setInterval(() => lookAgain().catch(() => {}), lookEvery);
