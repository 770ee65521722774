// The review desk by keys: a digit presses what carries it, wherever the keyboard's layout puts its letters.
document.addEventListener("keydown", (event) => {
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code);
  const typing = event.target.closest("input, textarea, select, .select2-container");
  if (!digit || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const pressed = document.querySelector(`[data-key="${digit[1]}"]`);
  if (!pressed) return;
  event.preventDefault();
  pressed.click();
  if (pressed.tagName === "SUMMARY") {
    pressed.parentElement.querySelector("input:not([type=hidden]), select")?.focus();
  }
});
