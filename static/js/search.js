// The search page's keys: j and k through the hits, ? for the sheet. The key / is every page's own.
const writing = (element) => element.closest("input, textarea, select, [contenteditable], dialog");

function step(by) {
  const hits = [...document.querySelectorAll(".hit")];
  const next = hits.findIndex((hit) => hit.classList.contains("here")) + by;
  const hit = hits[Math.max(0, Math.min(next, hits.length - 1))];
  if (!hit) return;
  hits.forEach((other) => other.classList.toggle("here", other === hit));
  hit.querySelector("a").focus({ preventScroll: true });
  hit.scrollIntoView({ block: "nearest" });
}

const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  "?": () => document.getElementById("keys").showModal(),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || writing(event.target) || !KEYS[event.key]) return;
  event.preventDefault();
  KEYS[event.key]();
});

// The arrow down leads from the box into what it suggests, Escape puts that away.
const suggestions = () => document.getElementById("suggestions");

document.addEventListener("keydown", (event) => {
  if (!event.target.closest(".ask")) return;
  if (event.key === "Escape") suggestions().replaceChildren();
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const stops = [document.getElementById("q"), ...suggestions().querySelectorAll("a")];
  const next = stops[stops.indexOf(event.target) + (event.key === "ArrowDown" ? 1 : -1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
});

document.addEventListener("htmx:afterSettle", (event) => {
  if (event.target.id === "found") suggestions()?.replaceChildren();
});

// A period is drawn over the columns of the histogram: from the one pressed to the one let go.
let held = null;
const columnAt = (event) => document.elementFromPoint(event.clientX, event.clientY)?.closest(".histogram a");
const between = (one, other) => {
  const columns = [...one.parentElement.querySelectorAll("a")];
  const [first, last] = [columns.indexOf(one), columns.indexOf(other)].sort((a, b) => a - b);
  return columns.slice(first, last + 1);
};

document.addEventListener("pointerdown", (event) => { held = event.button === 0 ? columnAt(event) : null; });
document.addEventListener("dragstart", (event) => { if (event.target.closest?.(".histogram")) event.preventDefault(); });
document.addEventListener("pointermove", (event) => {
  const column = held && columnAt(event);
  if (!column) return;
  const chosen = between(held, column);
  held.parentElement.querySelectorAll("a").forEach((one) => one.classList.toggle("held", chosen.includes(one)));
});
document.addEventListener("pointerup", (event) => {
  const from = held, to = held && columnAt(event);
  held = null;
  if (!to || to === from) return;
  const values = between(from, to).map((column) => column.dataset.value).sort();
  const address = new URLSearchParams(from.parentElement.dataset.sinceUntil);
  address.set("since", values[0]);
  address.set("until", values.at(-1));
  window.location.search = address;
});
