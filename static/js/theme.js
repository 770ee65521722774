// Changes the theme in place; without scripts the same form goes to the server, which sets the same cookie.
const YEAR = 365 * 86400;

for (const form of document.querySelectorAll("form.theme")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const theme = event.submitter.value;
    document.documentElement.dataset.theme = theme;
    document.cookie = `theme=${theme}; path=/; max-age=${YEAR}; samesite=lax`;
    const other = form.querySelector(theme === "dark" ? ".to-light" : ".to-dark");
    other.focus();
  });
}
