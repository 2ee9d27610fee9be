// Small comforts. Every page works without this file; it only makes the same thing quicker.
"use strict";

(() => {
  // After a refused form the summary gets the focus, so that a screen reader starts there.
  const focusErrorSummary = (root) => root.querySelector("[data-error-summary]")?.focus();

  // On a phone the menu opens as #hoofdmenu without script; here it becomes a button.
  const enhanceMenu = () => {
    const toggle = document.querySelector("[data-menu-toggle]");
    const menu = document.getElementById("hoofdmenu");
    if (!toggle || !menu) return;
    toggle.setAttribute("role", "button");
    toggle.setAttribute("aria-controls", menu.id);
    const show = (open) => {
      menu.classList.toggle("is-open", open);
      toggle.setAttribute("aria-expanded", String(open));
    };
    show(false);
    const flip = (event) => {
      event.preventDefault();
      show(toggle.getAttribute("aria-expanded") === "false");
    };
    toggle.addEventListener("click", flip);
    toggle.addEventListener("keydown", (event) => {
      if (event.key === " ") flip(event);
    });
  };

  // An open menu of the account closes with Escape or a click beside it.
  const closeAccountMenu = (event) => {
    const open = document.querySelector(".account[open]");
    if (!open || (event.type === "click" && open.contains(event.target))) return;
    if (event.type === "keydown" && event.key !== "Escape") return;
    open.removeAttribute("open");
    if (event.type === "keydown") open.querySelector("summary").focus();
  };

  // Under a limited text box: how much is used. Spoken only near the end, or it would talk at every key.
  const enhanceCounters = (root) => {
    for (const area of root.querySelectorAll("textarea[maxlength]:not([data-counted])")) {
      area.dataset.counted = "";
      const line = document.createElement("p");
      line.className = "field__count";
      const update = () => {
        const left = area.maxLength - area.value.length;
        line.textContent = `${area.value.length} / ${area.maxLength}`;
        line.setAttribute("aria-live", left < area.maxLength / 10 ? "polite" : "off");
        line.classList.toggle("field__count--over", left < 0);
      };
      area.after(line);
      area.addEventListener("input", update);
      update();
    }
  };

  // A button to look at the password one is typing.
  const enhancePasswords = (root) => {
    for (const block of root.querySelectorAll("[data-password]:not([data-ready])")) {
      block.dataset.ready = "";
      const input = block.querySelector("input");
      const button = document.createElement("button");
      button.type = "button";
      button.className = "link-like password__show";
      button.textContent = block.dataset.show;
      button.setAttribute("aria-controls", input.id);
      button.addEventListener("click", () => {
        const hidden = input.type === "password";
        input.type = hidden ? "text" : "password";
        button.textContent = hidden ? block.dataset.hide : block.dataset.show;
      });
      block.append(button);
    }
  };

  // Forms that save themselves show when: the server answers with a text in the header X-Saved.
  const showSaved = (event) => {
    const saved = event.detail.xhr?.getResponseHeader("X-Saved");
    const line = event.target.closest("form")?.querySelector("[data-saved]");
    if (saved && line) line.textContent = decodeURIComponent(saved);
  };

  const enhance = (root) => {
    enhanceCounters(root);
    enhancePasswords(root);
    focusErrorSummary(root);
  };

  enhanceMenu();
  enhance(document);
  document.addEventListener("click", closeAccountMenu);
  document.addEventListener("keydown", closeAccountMenu);
  document.addEventListener("htmx:afterSwap", (event) => enhance(event.target));
  document.addEventListener("htmx:afterRequest", showSaved);
})();
