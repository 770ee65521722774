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
