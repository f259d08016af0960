// What the pages do beyond links and forms; without this script they lose nothing but comfort.
"use strict";
(() => {
  const OFF = "onrecord-keys-off";
  const quiet = { read: () => { try { return localStorage.getItem(OFF) === "1"; } catch { return false; } },
                  write: (on) => { try { localStorage.setItem(OFF, on ? "1" : "0"); } catch { /* kept for this page only */ } } };
  let off = quiet.read();

  // The slow part of a search page is fetched when the page stands.
  for (const place of document.querySelectorAll("[data-load]")) {
    fetch(place.dataset.load, { headers: { accept: "text/html" } })
      .then((answer) => (answer.ok ? answer.text() : Promise.reject(answer.status)))
      .then((text) => { place.innerHTML = text; })
      .catch(() => { /* the link stays */ });
  }

  // A button to copy beside every citation.
  for (const text of document.querySelectorAll(".citation pre")) {
    if (!navigator.clipboard) break;
    const button = document.createElement("button");
    button.className = "second";
    button.textContent = "Copy";
    button.setAttribute("aria-label", `Copy the citation: ${text.previousElementSibling.textContent}`);
    button.addEventListener("click", () => navigator.clipboard.writeText(text.textContent).then(() => { button.textContent = "Copied"; }));
    text.after(button);
  }

  const toggle = document.getElementById("keys-off");
  if (toggle) {
    toggle.closest("[hidden]").hidden = false;
    toggle.checked = off;
    toggle.addEventListener("change", () => { off = toggle.checked; quiet.write(off); });
  }

  const step = (by) => {
    const link = document.querySelector(`[data-step="${by}"]`);
    if (link) { link.click(); return; }
    const items = [...document.querySelectorAll("[data-item]")];
    if (!items.length) return;
    const here = items.findIndex((item) => item.contains(document.activeElement));
    const next = items[Math.min(items.length - 1, Math.max(0, here + by))];
    const target = next.querySelector("a[href], summary") || next;
    target.focus();
    next.scrollIntoView({ block: "nearest" });
  };

  const cite = () => {
    const open = document.querySelector("details.cite");
    if (open) { open.open = true; open.querySelector("summary").focus(); open.scrollIntoView({ block: "nearest" }); return; }
    const link = document.querySelector("[data-cite]");
    if (link) link.click();
  };

  const close = () => {
    const box = document.activeElement;
    if (box && /^(INPUT|TEXTAREA|SELECT)$/.test(box.tagName)) { box.blur(); return; }
    const open = box && box.closest("details[open]");
    if (open) { open.open = false; open.querySelector("summary").focus(); }
  };

  const keys = {
    "/": () => { const box = document.querySelector("[data-search]"); if (box) { box.focus(); } else { location.href = "/search"; } },
    "?": () => { location.href = "/help#keys"; },
    j: () => step(1), k: () => step(-1), c: cite,
  };

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { close(); return; }
    if (off || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    const act = keys[event.key];
    if (act) { event.preventDefault(); act(); }
  });
})();
