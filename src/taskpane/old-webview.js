/*
 * Old Excel shows the pane in Internet Explorer or the first Edge, which can't even parse the pane's script and would
 * stay blank. This file is for them alone, hence in the JavaScript of their time; it is served as it is.
 */
(function () {
  var isNew =
    !document.documentMode &&
    typeof Promise === "function" &&
    typeof Object.fromEntries === "function" &&
    typeof String.prototype.replaceAll === "function";
  if (isNew) return;
  document.addEventListener("DOMContentLoaded", function () {
    var message = document.getElementById("old-webview");
    if (message) message.removeAttribute("hidden");
  });
})();
