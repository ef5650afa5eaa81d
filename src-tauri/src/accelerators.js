// The browser's own keys for finding, printing and reloading: the grid and the shell have better answers.
window.addEventListener("keydown", (event) => {
  const key = event.key.toLowerCase();
  const modified = event.ctrlKey || event.metaKey;
  if (key === "f3" || key === "f5" || key === "f7" || (modified && ["f", "g", "j", "p", "r", "u"].includes(key))) {
    event.preventDefault();
  }
});
