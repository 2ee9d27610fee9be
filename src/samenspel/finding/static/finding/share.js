// Passing on: buttons that only work with scripts appear here. Without them the link stands there to copy by hand.
"use strict";

(() => {
  const enhance = (root) => {
    for (const button of root.querySelectorAll("[data-copy], [data-print]")) button.hidden = false;
    for (const words of root.querySelectorAll("[data-print-without]")) words.hidden = true;
  };

  const copy = async (button) => {
    const field = document.getElementById(button.dataset.copy);
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      document.execCommand("copy"); // an address without https has no clipboard
    }
    const says = button.closest(".share").querySelector("[data-copy-says]");
    says.textContent = button.dataset.copied;
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-copy], [data-print]");
    if (!button) return;
    if ("print" in button.dataset) window.print();
    else copy(button);
  });
  document.addEventListener("htmx:afterSwap", (event) => enhance(event.target));
  enhance(document);
})();
