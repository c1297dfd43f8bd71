// Hears that something changed in a discussion and draws the parts that did again. What anybody is typing stays as it is.
"use strict";
(function () {
  var place = document.querySelector("[data-live]");
  var said = document.querySelector("[data-live-said]");
  var waiting = false;
  var again = false;

  function isInUse(part) {
    if (part.contains(document.activeElement)) return true;
    return Array.prototype.some.call(part.querySelectorAll("details[open]"), function () { return true; });
  }

  function draw(text) {
    var fresh = new DOMParser().parseFromString(text, "text/html");
    if (!fresh.querySelector("[data-live]")) { location.reload(); return; } // decided, or signed out meanwhile
    var changed = false;
    document.querySelectorAll("[data-part]").forEach(function (part) {
      var next = fresh.getElementById(part.id);
      if (!next || next.innerHTML === part.innerHTML || isInUse(part)) return;
      part.innerHTML = next.innerHTML;
      changed = true;
    });
    if (changed) said.textContent = "Changed at " + new Date().toTimeString().slice(0, 5) + ".";
  }

  function refresh() {
    if (waiting) { again = true; return; }
    waiting = true;
    fetch(location.pathname, { credentials: "same-origin", cache: "no-store" })
      .then(function (answer) { return answer.ok ? answer.text() : ""; })
      .then(function (text) { if (text) draw(text); })
      .catch(function () { said.textContent = "Not connected. Show changes to see what is new."; })
      .finally(function () {
        waiting = false;
        if (again) { again = false; refresh(); }
      });
  }

  if (!window.EventSource || !place) return;
  var source = new EventSource(place.dataset.live);
  source.addEventListener("changed", refresh);
  source.addEventListener("error", function () { said.textContent = "Not connected. Show changes to see what is new."; });
  source.addEventListener("open", function () { said.textContent = ""; });
})();
