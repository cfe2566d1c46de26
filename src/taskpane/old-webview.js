/*
 * Old Excel shows the pane in Internet Explorer, which can't even parse the pane's script and would stay blank.
 * This file is for it alone, hence in the JavaScript of its time; it is served as it is.
 */
(function () {
  if (!document.documentMode) return;
  document.addEventListener("DOMContentLoaded", function () {
    var message = document.getElementById("old-webview");
    if (message) message.removeAttribute("hidden");
  });
})();
