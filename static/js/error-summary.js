// Moves the focus to the summary of a refused form, so that it is read first.
document.querySelector("[data-focus-first]")?.focus();
