@echo off
rem Starts the command on Windows.
setlocal
if "%~1"=="" if not defined KUSTOMIZE_PLUGIN_CONFIG_ROOT (
  echo egress: pass a command, such as render. 1>&2
  exit /b 2
)
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xlog:disable -jar "%~dp0..\lib\@jar@" %*
exit /b %ERRORLEVEL%
