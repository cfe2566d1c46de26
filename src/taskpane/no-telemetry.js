/*
 * Loaded before office.js: switches off its usage statistics as soon as it sets them up, so that it doesn't ask for a
 * script that is not served with the add-in, nor frames the page they are sent to. An office.js without these switches
 * goes on without the script as well, and the security policy refuses the frame.
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
  // Opened outside Office, it notes the address of that page on an object of its own, and does without statistics where
  // making that object fails.
  Object.defineProperty(Object.prototype, "telemetryEndPoint", {
    set: function () {
      throw new Error("no usage statistics");
    },
  });
})();
