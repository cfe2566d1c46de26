@powershell -NoProfile -ExecutionPolicy Bypass -File "%~dp0set-address.ps1" %*
@pause
