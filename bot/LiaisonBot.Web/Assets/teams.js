// Inside Teams: Teams says who it is, and which page a link asked for.
"use strict";

const door = document.getElementById("door").dataset;

function fail(id) {
  document.getElementById("opening").hidden = true;
  document.getElementById(id).hidden = false;
}

async function enter() {
  const teams = globalThis.microsoftTeams;
  await teams.app.initialize();
  const context = await teams.app.getContext();
  try {
    sessionStorage.setItem("theme", context.app.theme);
  } catch {
    // A browser that keeps nothing shows what the system is set to.
  }
  const token = await teams.authentication.getAuthToken();
  const answer = await fetch(door.signin, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ token, to: context.page.subPageId || door.to }),
  });
  if (answer.status === 403) {
    fail("stranger");
    return;
  }
  if (!answer.ok) {
    throw new Error(String(answer.status));
  }
  location.replace((await answer.json()).to);
}

enter().catch(() => fail("failed"));
