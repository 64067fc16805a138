// Keys to buttons: every key presses something that stands on the page as well.
"use strict";
(() => {
  const isTyping = (node) =>
    node.matches("textarea, select, input:not([type=checkbox])");
  const stops = () => [...document.querySelectorAll("[data-stop]")];
  const current = () => document.activeElement?.closest("[data-stop]");
  const help = document.getElementById("help");

  function move(step) {
    const all = stops();
    if (!all.length) return;
    const at = all.indexOf(current());
    const next = at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + step, 0), all.length - 1);
    all[next].focus({ preventScroll: true });
    all[next].scrollIntoView({ block: "center" });
  }

  function press(node) {
    if (node.hasAttribute("data-help")) return toggleHelp();
    if (node.matches("summary")) {
      const details = node.parentElement;
      details.open = !details.open;
      const field = details.open && details.querySelector("select, textarea, input:not([type=hidden])");
      (field || node).focus();
      return;
    }
    if (node.matches("input[type=search]")) {
      node.focus();
      node.select();
      return;
    }
    node.click();
  }

  function toggleHelp() {
    if (!help) return;
    if (help.open) help.close();
    else help.showModal();
  }

  function leave(target) {
    const details = target.closest("details[open]");
    if (details) {
      details.open = false;
      details.querySelector("summary").focus();
    } else {
      target.blur();
    }
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (help?.open) {
      if (event.key === "?") toggleHelp();
      return;
    }
    const target = event.target;
    if (event.key === "Escape") return leave(target);
    if (isTyping(target)) return;
    if (event.key === "j" || event.key === "k") {
      event.preventDefault();
      return move(event.key === "j" ? 1 : -1);
    }
    const key = CSS.escape(event.key);
    const own = current();
    // Enter on a link or button is the browser's.
    if (event.key === "Enter" && target !== own) return;
    const node = own?.querySelector(`[data-own-key="${key}"]`) ?? document.querySelector(`[data-key="${key}"]`);
    if (node) {
      event.preventDefault();
      press(node);
    } else if (!own && document.querySelector(`[data-own-key="${key}"]`)) {
      // A key that needs a claim in focus takes the reader to the first one.
      event.preventDefault();
      move(1);
    }
  });

  document.querySelector("button[data-help]")?.addEventListener("click", toggleHelp);

  // Undo and redo bring the reader back to the claim in focus.
  document.addEventListener("submit", (event) => {
    const stop = current();
    if (!stop?.id || !/\/(un|re)do$/.test(event.target.action)) return;
    const anchor = document.createElement("input");
    Object.assign(anchor, { type: "hidden", name: "anchor", value: stop.id });
    event.target.append(anchor);
  });

  // The reader lands where the address says, on a list else on its first entry.
  const wanted = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (wanted) wanted.focus();
  else if (document.querySelector("ol.queue") && !document.querySelector("[role=alert]"))
    stops()[0]?.focus({ preventScroll: true });
})();
