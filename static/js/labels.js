// Names for the admin's fields that have none of their own: a cell's is its column's, a chooser's its label's.
const NAMELESS = ".select2-selection, .select2-selection__rendered, .vDateField, .vTimeField, .tabular :is(input:not([type=hidden]), select, textarea)";
const worded = (element) => element?.textContent.trim().replace(/[:*]$/, "");

function name(field) {
  const cell = field.closest(".tabular td");
  if (cell) return worded(cell.closest("table").tHead.rows[0].cells[cell.cellIndex]);
  const row = field.closest(".form-row") ?? field.closest("p");
  return worded(row?.querySelector("label, legend"));
}

function label(root) {
  for (const field of root.querySelectorAll(NAMELESS)) {
    const known = name(field);
    if (!known) continue;
    // What select2 points to is the choice, which is no name and at first is empty.
    field.removeAttribute("aria-labelledby");
    field.setAttribute("aria-label", known);
  }
  const search = root.querySelector("#searchbar");
  search?.setAttribute("aria-label", search.form.querySelector("[type=submit]").value);
}

// Through jQuery where there is one, to come after the choosers that it makes.
(window.django?.jQuery ?? ((run) => run()))(() => label(document));
document.addEventListener("formset:added", (event) => setTimeout(() => label(event.target)));

// A heading of nothing is no heading: above the column that says which row it is, and above the boxes for deleting.
for (const empty of document.querySelectorAll(".tabular th:empty")) {
  empty.replaceWith(Object.assign(document.createElement("td"), { className: empty.className }));
}
