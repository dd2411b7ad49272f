// Shows a card as Teams does: the official renderer, held to version 1.5, with colours and measures close to those of Teams.
const themes = {
  light: {
    scheme: "light", onPrimary: "#FFFFFF",
    text: "#242424", subtle: "#616161", line: "#D1D1D1", button: "#FFFFFF", primary: "#5B5FC7",
    box: { default: "#FFFFFF", emphasis: "#F5F5F5", accent: "#E8EBFA", good: "#E7F2DA", warning: "#FBF6D9", attention: "#FCF4F6" },
    ink: { accent: "#5B5FC7", good: "#237B4B", warning: "#835C00", attention: "#C4314B" },
  },
  dark: {
    scheme: "dark", onPrimary: "#1F1F1F",
    text: "#FFFFFF", subtle: "#ADADAD", line: "#575757", button: "#292929", primary: "#7F85F5",
    box: { default: "#292929", emphasis: "#1F1F1F", accent: "#2F2F4A", good: "#0D2E0D", warning: "#463100", attention: "#3E1F25" },
    ink: { accent: "#AAB1FA", good: "#92C353", warning: "#F8D22A", attention: "#F9526B" },
  },
};

function hostConfig(theme) {
  const color = (ink) => ({ default: ink, subtle: ink === theme.text ? theme.subtle : ink });
  const foregroundColors = {
    default: color(theme.text), dark: color(theme.text), light: color(theme.subtle),
    accent: color(theme.ink.accent), good: color(theme.ink.good), warning: color(theme.ink.warning), attention: color(theme.ink.attention),
  };
  return new AdaptiveCards.HostConfig({
    fontFamily: "'Segoe UI', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif",
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 12 },
    separator: { lineThickness: 1, lineColor: theme.line },
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 200, default: 400, bolder: 600 },
    containerStyles: Object.fromEntries(Object.entries(theme.box).map(([name, backgroundColor]) => [name, { backgroundColor, foregroundColors }])),
    actions: { maxActions: 6, spacing: "default", buttonSpacing: 8, actionsOrientation: "horizontal", actionAlignment: "left" },
    inputs: { label: { inputSpacing: "small", requiredInputs: { suffix: " *", suffixColor: "attention" } } },
  });
}

function style(theme) {
  return `
    body { margin: 0; }
    #page { padding: 12px; background: ${theme.box.emphasis}; width: max-content; display: flex; gap: 12px; align-items: flex-start; color-scheme: ${theme.scheme}; }
    .card { border: 1px solid ${theme.line}; border-radius: 6px; background: ${theme.box.default}; overflow: hidden; color: ${theme.text}; }
    .card .ac-pushButton { font: 600 14px 'Segoe UI', 'Noto Sans CJK SC', sans-serif; color: ${theme.text}; background: ${theme.button};
      border: 1px solid ${theme.line}; border-radius: 4px; padding: 5px 12px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    .card .ac-pushButton.style-positive { background: ${theme.primary}; border-color: ${theme.primary}; color: ${theme.onPrimary}; }
    .card .ac-pushButton.style-destructive { background: ${theme.button}; border-color: ${theme.line}; color: ${theme.ink.attention}; }
    .card .ac-input { font: 14px 'Segoe UI', 'Noto Sans CJK SC', sans-serif; box-sizing: border-box; width: 100%; padding: 6px 8px; color: ${theme.text};
      background: ${theme.box.emphasis}; border: 1px solid ${theme.line}; border-radius: 4px; }
    .ac-richTextBlock { overflow-wrap: anywhere; }
    .card .ac-textInput.ac-multiline { height: 64px; resize: none; }
    .card .ac-choiceSetInput-expanded, .card .ac-choiceSetInput-multiSelect, .card .ac-toggleInput { background: none; border: none; padding: 0; }
    .card .ac-choiceSetInput-expanded input, .card .ac-choiceSetInput-multiSelect input, .card .ac-toggleInput { width: auto; }`;
}

const stylesheet = document.createElement("style");
const page = Object.assign(document.createElement("div"), { id: "page" });
document.body.append(page, stylesheet);

const adaptiveCard = new AdaptiveCards.Version(1, 5);

function render(json, width, theme, problems) {
  // The renderer's pattern for languages remembers where it last matched, and refuses every second card.
  AdaptiveCards.CardElement.langProperty.regEx.lastIndex = 0;
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = hostConfig(theme);
  card.version = adaptiveCard;
  const context = new AdaptiveCards.SerializationContext(adaptiveCard);
  card.parse(json, context);
  for (let i = 0; i < context.eventCount; i++) {
    const { message } = context.getEventAt(i);
    // What goes beyond 1.5 carries a fallback, which another test holds.
    if (!/^Unknown element type "Chart\./.test(message)) problems.push(`parse: ${message}`);
  }
  for (const event of card.validateProperties().validationEvents) problems.push(`validate: ${event.message}`);
  const place = Object.assign(document.createElement("div"), { className: "card" });
  place.style.width = `${width}px`;
  place.replaceChildren(card.render());
  return place;
}

window.showAll = (cards, width, name) => {
  stylesheet.textContent = style(themes[name]);
  const problems = [];
  page.replaceChildren(...cards.map((json) => render(json, width, themes[name], problems)));
  page.firstElementChild.id = "card";
  return problems;
};

let shown = null;

window.show = (json, width, name) => {
  shown = json;
  const problems = window.showAll([json], width, name);
  const place = page.firstElementChild;
  const right = place.getBoundingClientRect().right + 1;
  const wide = [...place.querySelectorAll("*")].filter((e) => e.getBoundingClientRect().right > right || (e.matches(".ac-pushButton") && e.scrollWidth > e.clientWidth + 1));
  return { problems, text: place.textContent, overflow: wide.map((e) => e.textContent).slice(0, 3), height: Math.round(place.getBoundingClientRect().height) };
};

// Presses every button that shows more of the card. What stands in hidden parts is not there to be pressed.
window.unfold = () => {
  const titles = new Set();
  const look = (node) => {
    if (node?.type === "Action.ToggleVisibility") titles.add(node.title);
    if (node && typeof node === "object" && node.isVisible !== false) Object.values(node).forEach(look);
  };
  look(shown);
  const buttons = [...page.querySelectorAll(".ac-pushButton")].filter((b) => b.offsetParent && titles.has(b.textContent));
  buttons.forEach((b) => b.click());
  return buttons.length;
};
