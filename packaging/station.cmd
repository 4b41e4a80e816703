@echo off
rem Practice Station from a checkout on Windows: the same launcher, under the newest Python 3 found.
setlocal
set "RUN=python"
where py >nul 2>nul && set "RUN=py -3"
%RUN% "%~dp0..\station" %*
exit /b %ERRORLEVEL%
