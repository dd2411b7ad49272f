// The pages work without this but for cards: it shows them by the official renderer, takes turns, and keeps the page up to date.
"use strict";

const page = document.body.dataset;
const turnTime = 70_000;
const lookEvery = 4_000;
const answersKept = 10;

// Inside Teams: the look that Teams has, whatever the system is set to.
try {
  const theme = sessionStorage.getItem("theme");
  // With none the stylesheet goes by what the system is set to.
  if (theme) {
    document.documentElement.dataset.theme = theme;
  }
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
  || isAway(place)
  || [...place.querySelectorAll("input, textarea, select")].some((field) =>
    field === document.activeElement || (place.matches("form") && isChanged(field)));

// Somebody went on to another card there, and reads it: what is new of the page does not take it away.
const isAway = (place) => place.dataset.own !== undefined && place.dataset.own !== place.dataset.title;

// The renderer of cards fills its fields in by itself: there this would say nothing.
const isChanged = (field) =>
  field.type === "hidden" ? false
    : field.options ? [...field.options].some((one) => one.selected !== one.defaultSelected)
      : field.value !== field.defaultValue || field.checked !== field.defaultChecked;

// Where the keyboard is, in words that still hold when what stands there is made anew: gives what brings it back.
function keepFocus(place) {
  const at = document.activeElement;
  if (at === place || !place.contains(at)) {
    return () => {};
  }
  const said = (one) => one.getAttribute("href") ?? (one.name || one.textContent);
  const what = said(at);
  const alike = () => [...place.querySelectorAll(at.localName)].filter((one) => said(one) === what);
  const nth = alike().indexOf(at);
  return () => {
    if (document.activeElement === document.body) {
      const now = alike();
      (now[nth] ?? now[0] ?? place).focus({ preventScroll: true });
    }
  };
}

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
  const bringBack = keepFocus(place);
  // What was answered in words stays until something is pressed again.
  const told = place.querySelector(":scope > .note:not(.working)");
  place.replaceChildren(...(told ? [told] : []), card.render());
  name(place);
  canClose(place);
  bringBack();
  place.dataset.of = jobIn(json) ?? "";
  place.dataset.title = titleIn(json) ?? "";
  closeLater(place, json);
}

const verbsIn = (node) =>
  node === null || typeof node !== "object" ? [] : [...(node.verb ? [node.verb] : []), ...Object.values(node).flatMap(verbsIn)];

// What is sealed does not stay on a screen that nobody is at: ten minutes after the last key or press it is closed, and what
// was typed and not sent is gone. The page's own list of numbers stays.
const sealedTime = 600_000;
const closing = new WeakMap();

function closeLater(place, json) {
  clearTimeout(closing.get(place));
  const verbs = verbsIn(json);
  const isOwn = place.dataset.card !== undefined && (place.dataset.own === undefined || place.dataset.own === place.dataset.title);
  const isSealed = (verb) => verb.startsWith("sealed.");
  // Beside its own a sealed card has 取消 and the matters that came of it.
  if (isOwn || !verbs.some(isSealed) || !verbs.every((verb) => isSealed(verb) || verb.startsWith("help.") || verb === "matter.open")) {
    return;
  }
  const wait = () => {
    clearTimeout(closing.get(place));
    closing.set(place, setTimeout(() => close(place), sealedTime));
  };
  place.oninput = wait;
  wait();
}

async function close(place) {
  place.oninput = null;
  if (place.dataset.card !== undefined) {
    place.dataset.pressed = "false";
    await showOwn(place).catch(() => place.replaceChildren());
  } else {
    place.replaceChildren();
    canClose(place);
  }
  note(place, page.closed);
}

// The first large line of a card. How many there are makes it no other card.
function titleIn(node) {
  if (node === null || typeof node !== "object") {
    return undefined;
  }
  return node.size === "Large" && node.text ? node.text.replace(/[（(]\d+[)）]/g, "") : Object.values(node).map(titleIn).find(Boolean);
}

// A job that goes on can be stopped: the button names it.
function jobIn(node) {
  if (node === null || typeof node !== "object") {
    return undefined;
  }
  return node.verb === "import.stop" ? node.data?.job : Object.values(node).map(jobIn).find(Boolean);
}

// How far jobs are shows by itself, on whichever card they are.
async function lookAtJobs() {
  for (const place of document.querySelectorAll('[data-of]:not([data-of=""])')) {
    if (place.getAttribute("aria-busy") === "true" || document.visibilityState !== "visible") {
      continue;
    }
    const answer = await fetch(`${page.job}/${place.dataset.of}`, { headers: { "X-Liaison-Card": cardId() }, cache: "no-store" });
    const next = answer.ok && new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("main [data-card]");
    // Something may have been pressed there meanwhile.
    if (next && place.isConnected && place.dataset.of && place.getAttribute("aria-busy") !== "true") {
      await show(place, JSON.parse(next.dataset.card), place.dataset.id ?? newId());
    }
  }
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
    // What is sent while a page closes still arrives.
    keepalive: document.visibilityState === "hidden",
    signal: AbortSignal.timeout(turnTime),
  });
  const said = await answer.json().catch(() => null);
  if (!answer.ok || !said) {
    throw new Error(said?.error?.message ?? page.noAnswer);
  }
  return said;
}

const whyNot = (error) => (error instanceof TypeError || error.name === "TimeoutError" ? page.noAnswer : error.message);

// Turns that were begun and that ended: what was asked before one of them is old news after it.
let turns = 0;

// False when it was not taken, as the place says that it is at work, or when no answer came.
async function press(place, id, verb, data) {
  if (place.getAttribute("aria-busy") === "true") {
    return false;
  }
  work(place, true);
  place.dataset.pressed = "true";
  turns++;
  let [isAnswered, isShown] = [false, false];
  // Files that were sent for the form that is open go along.
  const goesAlong = waiting.key && !data.evidence && place.matches("main [data-card]") ? waiting.key : "";
  if (goesAlong) {
    data = { ...data, evidence: goesAlong };
  }
  try {
    const answer = await turn({
      type: "invoke", name: "adaptiveCard/action", id: newId(), replyToId: id,
      value: { action: { type: "Action.Execute", verb, data } },
    });
    isAnswered = true;
    // Where no answer came they are still there for the next press.
    if (goesAlong && goesAlong === waiting.key) {
      waiting.key = "";
      files.querySelector(".said").textContent = "";
    }
    if (answer.type === "application/vnd.microsoft.card.adaptive") {
      await show(place, answer.value, id);
      const row = place.closest(".below")?.previousElementSibling;
      if (row && verb === "setplan.fill" && await settle(row, data)) {
        return true;
      }
      focus(place);
      isShown = true;
    } else if (answer.value) {
      note(place, answer.value);
    }
  } catch (error) {
    note(place, whyNot(error));
  } finally {
    turns++;
    // A form is in use; a card that stands for itself again is not.
    place.dataset.pressed = String(Boolean(place.querySelector("input, textarea, select")));
    work(place, false);
  }
  // Not before the place is free again: what is shown may be pressed at once.
  if (isShown && place.closest("main")) {
    await adopt();
  } else if (isShown) {
    // An answer above the page: what it changed is news to the page.
    await lookAgain().catch(() => {});
  }
  return isAnswered;
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
  // At once, so that it is not sent twice, and what is typed while it is on its way stays.
  field.value = "";
  const { key, named } = takeAlong();
  try {
    const { activities } = await turn({ type: "message", id: newId(), text, ...(key ? { files: key } : {}) });
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
    note(place, field.value ? `${whyNot(error)} ${text}` : whyNot(error));
    field.value ||= text;
    // What was attached waits for the next try, unless something else does already.
    if (key && !along.key) {
      along = { key, named };
      tellAlong();
    }
  } finally {
    turns++;
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
    canClose(place);
  }
}

// An answer can be put away, whatever became of it.
function canClose(place) {
  if (place.matches(".answer")) {
    const close = document.createElement("button");
    close.className = "close";
    close.setAttribute("aria-label", page.close);
    close.textContent = "×";
    close.onclick = () => place.remove();
    place.prepend(close);
  }
}

document.getElementById("box")?.addEventListener("submit", (event) => {
  event.preventDefault();
  const field = event.target.elements.text;
  if (isAttaching) {
    // Files that are on their way are waited for.
    isToBeSent = true;
  } else if (field.value.trim() || along.key) {
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

async function showOwn(place) {
  await show(place, JSON.parse(place.dataset.card), place.dataset.id);
  place.dataset.own = place.dataset.title;
}

// What came with the page: cards, and what only scripts can do.
function showAll() {
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.onclick = () => print();
  }
  return Promise.all([...document.querySelectorAll("main [data-card]")].map((place) => {
    place.tabIndex = -1;
    return showOwn(place).catch((error) => note(place, whyNot(error)));
  }));
}

// What others do shows by itself: the page asks whether it still stands, and only what changed comes.
let mark = page.mark;

// The answer to one's own step is shown already: what the page says now is what it is compared with from here on.
async function adopt() {
  mark = null;
  await lookAgain().catch(() => {});
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
  const begun = turns;
  const answer = await fetch(location.href, { headers, cache: "no-store", redirect: "manual" });
  const text = answer.status === 200 ? await answer.text() : "";
  // From here on nothing is waited for: what somebody does on the page comes before it or after it.
  const main = document.getElementById("main");
  const isBusy = [...main.querySelectorAll("[data-card], form, [data-grid]")].some(isInUse) || main.querySelector("[data-unsaved]");
  // The session is over. What was typed stays until whoever typed it has seen that.
  if (answer.type === "opaqueredirect") {
    if (isBusy || answers.querySelector("input, textarea, select") || document.getElementById("say").value.trim() || along.key) {
      tellOfChange(main);
    } else {
      location.reload();
    }
    return;
  }
  if (!text || begun !== turns) {
    return;
  }
  const first = mark === null;
  mark = answer.headers.get("ETag");
  const whole = new DOMParser().parseFromString(text, "text/html");
  const next = whole.getElementById("main");
  document.title = whole.title;
  shut(main, next);
  const parts = main.querySelector("[data-part]");
  if (main.querySelector("[data-grid]") && next.querySelector("[data-grid]")) {
    merge(main, next, first);
    return;
  }
  if (first && !parts) {
    return;
  }
  if (parts) {
    renew(main, next, first);
    return;
  }
  if (isBusy) {
    tellOfChange(main);
    return;
  }
  const open = [...main.querySelectorAll("details")].map((one) => one.open);
  const bringBack = keepFocus(main);
  const told = card?.querySelector(":scope > .note:not(.working)");
  document.getElementById("changed")?.remove();
  main.replaceChildren(...next.childNodes);
  main.querySelectorAll("details").forEach((one, at) => (one.open = open[at] ?? one.open));
  await showAll();
  if (told) {
    main.querySelector("[data-card]")?.prepend(told);
  }
  bringBack();
}

// A plan that was handed in is filled in no more; what somebody is typing stays before them.
function shut(main, next) {
  const grid = main.querySelector("[data-grid]");
  const closed = next.querySelector(".grid:not([data-grid])");
  if (grid && closed && !grid.querySelector("[data-unsaved]") && !grid.contains(document.activeElement)) {
    grid.closest(".scroll").replaceWith(closed.closest(".scroll"));
  }
}

// A page in parts: each takes in what is new by itself, whatever is open beside it.
function renew(main, next, isOwn) {
  for (const part of main.querySelectorAll("[data-part]")) {
    const other = next.querySelector(`#${part.id}`);
    if (!other || part.querySelector("[data-moved]") || [...part.querySelectorAll("form")].some(isInUse) || part.innerHTML === other.innerHTML) {
      continue;
    }
    const bringBack = keepFocus(part);
    const left = part.querySelector(".scroll")?.scrollLeft ?? 0;
    const open = [...part.querySelectorAll("details")].map((one) => one.open);
    part.replaceChildren(...other.childNodes);
    part.querySelectorAll("details").forEach((one, at) => (one.open = open[at] ?? one.open));
    if (left) {
      part.querySelector(".scroll").scrollLeft = left;
    }
    bringBack();
  }
  takeCard(main, next, isOwn);
}

// One's own answer stays: what it is compared with from here on is what the page would say now.
function takeCard(main, next, isOwn) {
  const [card, newer] = [main, next].map((one) => one.querySelector("[data-card]"));
  if (!card || !newer || isInUse(card) || card.dataset.card === newer.dataset.card) {
    return;
  }
  card.dataset.card = newer.dataset.card;
  if (!isOwn) {
    showOwn(card).catch((error) => note(card, whyNot(error)));
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

// Whoever looks elsewhere, on a phone perhaps for good, has left the cell.
document.addEventListener("visibilitychange", () => {
  const row = document.activeElement?.closest?.("[data-grid] tr[data-row]");
  if (document.visibilityState === "hidden" && row && fieldsOf(row).some((field) => countsIn(field) !== field.defaultValue.trim())) {
    save(row);
  }
});

const fieldsOf = (row) => [...row.querySelectorAll("input, textarea")];
// A day that somebody is changing right now counts as it stands saved until it is left: on the way it is another day at each key.
const isOnTheWay = (field) =>
  field.type === "date" && field === document.activeElement && (document.visibilityState === "visible" || field.validity.badInput);
const countsIn = (field) => (isOnTheWay(field) ? field.defaultValue : field.value).trim();
const typedIn = (row) => Object.fromEntries(fieldsOf(row).map((field) => [field.name, countsIn(field)]));
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
  clearBelow(row);
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
  const answer = await fetch(location.href, { headers: { "X-Liaison-Card": cardId() }, cache: "no-store" });
  const next = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("main");
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
    stands(field, now);
  }
  row.dataset.key = saved.dataset.key;
  clearBelow(row);
  if (isNewer) {
    state(row, "");
  } else {
    delete row.dataset.unsaved;
    state(row, row.closest("[data-grid]").dataset.saved);
  }
  mark = answer.headers.get("ETag");
  merge(document.getElementById("main"), next);
  return true;
}

const below = (row) => (row.nextElementSibling?.matches(".below") ? row.nextElementSibling : null);

// What was said below a row goes; a keyboard that was there is back in the row.
function clearBelow(row) {
  const line = below(row);
  const wasThere = line?.contains(document.activeElement);
  line?.remove();
  if (wasThere) {
    fieldsOf(row)[0].focus({ preventScroll: true });
  }
}

// What is saved of a field, whatever is typed in it.
function stands(field, saved) {
  if (field.defaultValue !== saved) {
    field.defaultValue = saved;
  }
}

const cardId = () => document.querySelector("main [data-card]")?.dataset.id ?? "";

function state(row, text, isWrong = false) {
  const cell = row.querySelector(".state");
  cell.textContent = text;
  cell.classList.toggle("attention", isWrong);
}

// What others filled in meanwhile shows by itself, but in the row in which somebody is.
function merge(main, next, isOwn = false) {
  for (const row of main.querySelectorAll("[data-grid] tr[data-row]")) {
    const other = rowIn(next, row);
    if (!other || row.dataset.unsaved || row.contains(document.activeElement)) {
      continue;
    }
    for (const field of fieldsOf(row)) {
      field.value = other.querySelector(`[name="${field.name}"]`)?.value ?? field.value;
      stands(field, field.value);
    }
    row.dataset.key = other.dataset.key;
    clearBelow(row);
  }
  takeCard(main, next, isOwn);
}

// The year's plan: a bar is moved by hand or by keys. Nothing is changed by that: the form of the chat comes with the new days,
// and asks.
const dayTime = 86_400_000;
const dayOf = (text) => Date.parse(`${text}T00:00Z`) / dayTime;
const textOf = (day) => new Date(day * dayTime).toISOString().slice(0, 10);

function planOf(bar) {
  const { first, days, pixels } = bar.closest("[data-days]").dataset;
  const start = dayOf(first);
  const isWorked = (day) => (days[day - start] ?? ([0, 6].includes(new Date(day * dayTime).getUTCDay()) ? "0" : "1")) === "1";
  return { start, last: start + days.length, pixels: Number(pixels), isWorked };
}

// The next worked day from a day on, the day itself among them.
function workedFrom(plan, day, by = 1) {
  while (!plan.isWorked(day)) {
    day += by;
  }
  return day;
}

function workedIn(plan, from, to) {
  let count = 0;
  for (let day = from; day <= to; day++) {
    count += plan.isWorked(day) ? 1 : 0;
  }
  return count;
}

const daysOf = (bar) => [dayOf(bar.dataset.from), dayOf(bar.dataset.to)];

// The whole visit keeps its working days.
function shift(bar, from) {
  const plan = planOf(bar);
  const [before, last] = daysOf(bar);
  let count = Math.max(1, workedIn(plan, before, last));
  from = workedFrom(plan, from, from < before ? -1 : 1);
  let to = from;
  for (count--; count > 0; count--) {
    to = workedFrom(plan, to + 1);
  }
  place(bar, from, to);
}

function stretch(bar, to) {
  const plan = planOf(bar);
  const [from, before] = daysOf(bar);
  to = workedFrom(plan, to, to < before ? -1 : 1);
  place(bar, from, Math.max(from, to));
}

function place(bar, from, to) {
  bar.dataset.was ??= `${bar.dataset.from} ${bar.dataset.to}`;
  [bar.dataset.from, bar.dataset.to] = [textOf(from), textOf(to)];
  if (bar.dataset.was === `${bar.dataset.from} ${bar.dataset.to}`) {
    delete bar.dataset.moved;
  } else {
    bar.dataset.moved = "true";
  }
  const plan = planOf(bar);
  const at = (day) => (Math.min(Math.max(day, plan.start), plan.last) - plan.start) * plan.pixels;
  const rect = bar.querySelector("rect");
  rect.setAttribute("x", at(from));
  rect.setAttribute("width", Math.max(plan.pixels, at(to + 1) - at(from)));
  tellMoved(bar, workedIn(plan, from, to));
}

// As days are written in the chat.
function dayWords(day) {
  const [year, month, date] = day.split("-").map(Number);
  return document.documentElement.lang === "en" ? day
    : String(year) === document.querySelector("[data-days]").dataset.first.slice(0, 4) ? `${month}月${date}日` : `${year}年${month}月${date}日`;
}

function tellMoved(bar, worked) {
  const line = document.getElementById("moved");
  line.hidden = !bar.dataset.moved;
  const said = [bar.dataset.name, dayWords(bar.dataset.from), dayWords(bar.dataset.to), worked];
  line.textContent = bar.closest("[data-days]").dataset.movedText.replace(/\{(\d)\}/g, (_, at) => said[at]);
}

function putBack(bar) {
  if (bar?.dataset.moved) {
    const [from, to] = bar.dataset.was.split(" ").map(dayOf);
    place(bar, from, to);
  }
}

async function askForChange(bar) {
  const form = document.getElementById("change");
  form.hidden = false;
  const { visit, from, to } = bar.dataset;
  const text = { visit, from, to };
  delete bar.dataset.moved;
  document.getElementById("moved").hidden = true;
  await press(form, newId(), "visits.changeForm", text);
}

// What a bar is called shows where the mouse is.
document.addEventListener("pointerover", (event) => {
  const bar = event.target.closest?.("[data-visit]");
  if (bar && !bar.querySelector("title")) {
    const title = document.createElementNS("http://www.w3.org/2000/svg", "title");
    title.textContent = bar.getAttribute("aria-label");
    bar.prepend(title);
  }
});

const steps = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

document.addEventListener("keydown", (event) => {
  const bar = event.target.closest?.("[data-visit][data-can]");
  if (!bar || event.ctrlKey || event.altKey || event.metaKey) {
    return;
  }
  const by = steps[event.key];
  if (by) {
    event.preventDefault();
    const [from, to] = daysOf(bar);
    if (event.shiftKey) {
      stretch(bar, to + by);
    } else {
      shift(bar, from + by);
    }
  } else if (event.key === "Escape") {
    putBack(bar);
  } else if (event.key === "Enter") {
    event.preventDefault();
    askForChange(bar);
  }
});

document.addEventListener("focusout", (event) => putBack(event.target.closest?.("[data-visit][data-moved]")));

let drag = null;

document.addEventListener("pointerdown", (event) => {
  const bar = event.target.closest?.("[data-visit][data-can]");
  if (bar && event.button === 0) {
    const [from, to] = daysOf(bar);
    const box = bar.querySelector("rect").getBoundingClientRect();
    const isEnd = box.right - event.clientX <= Math.min(8, box.width / 3);
    drag = { bar, from, to, x: event.clientX, isEnd, hasMoved: false };
  }
});

// What is dragged here is no link that is taken elsewhere.
document.addEventListener("dragstart", (event) => {
  if (drag) {
    event.preventDefault();
  }
});

document.addEventListener("pointermove", (event) => {
  const days = drag ? Math.round((event.clientX - drag.x) / planOf(drag.bar).pixels) : 0;
  if (!drag || (!drag.hasMoved && Math.abs(event.clientX - drag.x) < 4)) {
    return;
  }
  drag.hasMoved = true;
  place(drag.bar, drag.from, drag.to);
  if (days !== 0 && drag.isEnd) {
    stretch(drag.bar, drag.to + days);
  } else if (days !== 0) {
    shift(drag.bar, drag.from + days);
  }
});

document.addEventListener("pointerup", () => {
  const { bar, hasMoved } = drag ?? {};
  drag = null;
  if (hasMoved) {
    document.addEventListener("click", (event) => event.preventDefault(), { once: true, capture: true });
    setTimeout(() => bar.dataset.moved && askForChange(bar));
  }
});

document.addEventListener("pointercancel", () => {
  putBack(drag?.bar);
  drag = null;
});

// Files: each is the body of a request, so that none is in memory, and how far it is shows.
function send(file, key, progress) {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open("POST", `${page.file}?key=${key}&name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.setRequestHeader("X-Liaison-Proof", page.proof);
    request.responseType = "json";
    request.upload.onprogress = (event) => (progress.value = event.lengthComputable ? event.loaded / event.total : 0);
    request.onerror = () => failed(new Error(page.noAnswer));
    request.onload = () => (request.status === 200 ? done(request.response) : failed(new Error(request.response?.error?.message ?? page.noAnswer)));
    request.send(file);
  });
}

// One after the other, under one key; what was refused, in words.
async function sendAll(chosen, waiting, place) {
  const progress = place.querySelector("progress");
  const said = place.querySelector(".said");
  const lost = [];
  progress.hidden = false;
  for (const file of chosen) {
    progress.value = 0;
    said.textContent = `${progress.getAttribute("aria-label")}: ${file.name}`;
    try {
      const kept = await send(file, waiting.key, progress);
      [waiting.key, waiting.named] = [kept.key, kept.said];
    } catch (error) {
      lost.push(error.message);
    }
  }
  progress.hidden = true;
  return lost;
}

// With what is said in the box: chosen, or pasted there.
let along = { key: "", named: "" };
let isAttaching = false;
let isToBeSent = false;
const attach = document.getElementById("attach");

function tellAlong(lost = []) {
  const place = document.getElementById("along");
  place.querySelector(".said").textContent = [along.key && page.along.replace("{0}", along.named), ...lost].filter(Boolean).join("\n");
  place.querySelector(".leave").hidden = !along.key;
  place.hidden = !along.key && lost.length === 0;
}

function takeAlong() {
  const taken = along;
  along = { key: "", named: "" };
  tellAlong();
  return taken;
}

async function attachAll(chosen) {
  if (isAttaching || chosen.length === 0) {
    return;
  }
  isAttaching = true;
  attach.disabled = true;
  const place = document.getElementById("along");
  place.hidden = false;
  let lost = [];
  try {
    lost = await sendAll(chosen, along, place);
    tellAlong(lost);
  } finally {
    isAttaching = false;
    attach.disabled = false;
    attach.value = "";
    document.getElementById("say").focus({ preventScroll: true });
  }
  // Whoever has to know that one is missing sends it anew, or without it.
  if (isToBeSent && lost.length === 0) {
    document.getElementById("box").requestSubmit();
  }
  isToBeSent = false;
}

if (attach) {
  attach.parentElement.hidden = false;
  attach.addEventListener("change", () => attachAll([...attach.files]));
  document.querySelector("#along .leave").addEventListener("click", takeAlong);
  document.getElementById("say").addEventListener("paste", (event) => {
    // Cells come as text and as a picture of them: they are text.
    if (event.clipboardData.files.length > 0 && !event.clipboardData.types.includes("text/plain")) {
      event.preventDefault();
      attachAll([...event.clipboardData.files]);
    }
  });
}

// With the step of a form that is open on a matter's page; with none open the card asks as what.
const waiting = { key: "", named: "" };
const files = document.getElementById("files");

async function sendForStep(chosen) {
  const said = files.querySelector(".said");
  const place = document.querySelector("main [data-card]");
  const lost = await sendAll(chosen, waiting, files);
  const hasForm = place.querySelector("input, textarea, select");
  // What waits from before is named again.
  said.textContent = [waiting.key && page.filesWait.replace("{0}", waiting.named), ...lost].filter(Boolean).join("\n");
  if (waiting.key && !hasForm) {
    const key = waiting.key;
    // While a step is under way, and where no answer comes, they wait for the next one.
    if (await press(place, place.dataset.id, "evidence.asWhat", { number: files.dataset.number, evidence: key }) && key === waiting.key) {
      waiting.key = "";
      said.textContent = lost.join("\n");
    }
  }
}

if (files) {
  files.hidden = false;
  files.addEventListener("submit", (event) => event.preventDefault());
  files.file.addEventListener("change", async () => {
    const chosen = [...files.file.files];
    files.file.disabled = true;
    try {
      await sendForStep(chosen);
    } finally {
      files.file.disabled = false;
      files.file.value = "";
    }
  });
}

// On a phone the menu is longer than the screen.
document.querySelector("header nav [aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
showAll();
setInterval(() => lookAtJobs().catch(() => {}), lookEvery);
if (page.live) {
  setInterval(() => lookAgain().catch(() => {}), lookEvery);
}
