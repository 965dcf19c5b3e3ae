// Shows buttons that print the page; without this script they stay hidden. Unfolds for paper.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
// Older browsers print only what is unfolded.
addEventListener("beforeprint", () => {
  for (const folded of document.querySelectorAll("details.further")) folded.open = true;
});
