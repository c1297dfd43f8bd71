// Leaves at once: the page goes blank, its place in the history is the weather's, and three presses of Shift do the same.
"use strict";
(function () {
  var link = document.querySelector("[data-exit]");
  var presses = [];
  function leave(happening) {
    if (happening) happening.preventDefault();
    document.documentElement.hidden = true;
    document.title = "Weather";
    location.replace(link.href);
  }
  link.addEventListener("click", leave);
  document.addEventListener("keyup", function (happening) {
    if (happening.key !== "Shift") { presses = []; return; }
    presses = presses.concat(happening.timeStamp).slice(-3);
    if (presses.length === 3 && presses[2] - presses[0] < 3000) leave();
  });
  // Back from the weather finds no words: a page that the browser had kept in memory leaves again.
  window.addEventListener("pageshow", function (happening) {
    if (happening.persisted && document.documentElement.hidden) leave();
  });
})();
