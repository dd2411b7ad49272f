// Shows a card as Teams does: the official renderer, held to version 1.5, with colours and measures close to those of Teams.
const themes = {
  light: {
    text: "#242424", subtle: "#616161", line: "#D1D1D1", button: "#FFFFFF", primary: "#5B5FC7",
    box: { default: "#FFFFFF", emphasis: "#F5F5F5", accent: "#E8EBFA", good: "#E7F2DA", warning: "#FBF6D9", attention: "#FCF4F6" },
    ink: { accent: "#5B5FC7", good: "#237B4B", warning: "#835C00", attention: "#C4314B" },
  },
  dark: {
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
    #page { padding: 12px; background: ${theme.box.emphasis}; width: max-content; }
    #card { border: 1px solid ${theme.line}; border-radius: 6px; background: ${theme.box.default}; overflow: hidden; color: ${theme.text}; }
    .ac-pushButton { font: 600 14px 'Segoe UI', 'Noto Sans CJK SC', sans-serif; color: ${theme.text}; background: ${theme.button};
      border: 1px solid ${theme.line}; border-radius: 4px; padding: 5px 12px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    .style-positive { background: ${theme.primary}; border-color: ${theme.primary}; color: ${theme.box.default}; }
    .style-destructive { color: ${theme.ink.attention}; }
    .ac-input { font: 14px 'Segoe UI', 'Noto Sans CJK SC', sans-serif; box-sizing: border-box; width: 100%; padding: 6px 8px; color: ${theme.text};
      background: ${theme.box.emphasis}; border: 1px solid ${theme.line}; border-radius: 4px; }
    .ac-richTextBlock { overflow-wrap: anywhere; }
    .ac-textInput.ac-multiline { height: 64px; resize: none; }
    .ac-choiceSetInput-expanded, .ac-choiceSetInput-multiSelect { background: none; border: none; padding: 0; }
    .ac-choiceSetInput-expanded input, .ac-choiceSetInput-multiSelect input { width: auto; }`;
}

document.body.innerHTML = "<div id=page><div id=card></div></div><style id=style></style>";

const problems = [];
const adaptiveCard = new AdaptiveCards.Version(1, 5);

window.show = (json, width, name) => {
  problems.length = 0;
  // The renderer's pattern for languages remembers where it last matched, and refuses every second card.
  AdaptiveCards.CardElement.langProperty.regEx.lastIndex = 0;
  const theme = themes[name];
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
  document.getElementById("style").textContent = style(theme);
  const place = document.getElementById("card");
  place.style.width = `${width}px`;
  place.replaceChildren(card.render());
  const wide = [...place.querySelectorAll("*")].filter((e) => e.getBoundingClientRect().right > place.getBoundingClientRect().right + 1);
  return { problems: [...problems], text: place.textContent, overflow: wide.map((e) => e.textContent).slice(0, 3) };
};
