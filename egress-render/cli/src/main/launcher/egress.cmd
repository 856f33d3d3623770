@echo off
rem Starts the command on Windows.
setlocal
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xlog:disable -jar "%~dp0..\lib\@jar@" %*
exit /b %ERRORLEVEL%
