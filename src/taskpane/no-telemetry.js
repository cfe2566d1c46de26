/*
 * Loaded before office.js: switches off its usage statistics as soon as it sets them up, so that it doesn't ask for a
 * script that is not served with the add-in. An office.js without this switch goes on without the script as well.
 */
(function () {
  var logger;
  window.OTel = Object.defineProperty({}, "OTelLogger", {
    get: function () {
      return logger;
    },
    set: function (made) {
      made.Enabled = false;
      logger = made;
    },
  });
})();
