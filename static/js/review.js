// The review desk by keys: a digit presses what carries it, wherever the keyboard's layout puts its letters.
document.addEventListener("keydown", (event) => {
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code);
  const typing = event.target.closest("input:not([type=checkbox]), textarea, select, .select2-container");
  if (!digit || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const pressed = document.querySelector(`[data-key="${digit[1]}"]`);
  if (!pressed) return;
  event.preventDefault();
  pressed.click();
  if (pressed.tagName === "SUMMARY" && pressed.parentElement.open) begin(pressed.parentElement);
});

document.addEventListener("keydown", (event) => {
  const open = event.key === "Escape" && event.target.closest("details[open]");
  if (!open) return;
  open.open = false;
  open.querySelector("summary").focus();
});

// Where there is an actor to choose, those come up who bear the words found; what is typed takes their place.
function begin(details) {
  const chosen = details.querySelector("select.admin-autocomplete");
  if (!chosen) {
    details.querySelector("input:not([type=hidden]), select")?.focus();
    return;
  }
  const $ = django.jQuery;
  $(chosen).select2("open");
  const field = document.querySelector(".select2-container--open .select2-search__field");
  field.value = details.dataset.words;
  $(field).trigger("input");
  field.select();
  $(chosen).one("select2:select", () => details.querySelector("button[name=decision]").focus());
}
