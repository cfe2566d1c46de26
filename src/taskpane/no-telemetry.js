/*
 * Loaded right after office.js: switches off its usage statistics, so that it doesn't ask for a script that is not
 * served with the add-in. An office.js without this switch goes on without the script as well.
 */
(function () {
  var sink = window.Office && window.Office.telemetrySink;
  if (sink) sink.Enabled = false;
})();
