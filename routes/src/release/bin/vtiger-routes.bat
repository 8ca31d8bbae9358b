@echo off
rem Starts vtiger-routes, or gives it a command: vtiger-routes --help. Variables of the environment:
rem
rem   JAVA_HOME            the Java to run with, 17 or newer; otherwise the java of PATH
rem   JAVA_OPTS            options of the JVM, such as -Xmx512m
rem   VTIGER_ROUTES_BASE   the directory of data\, syncs\ and your own lib\; otherwise that of this release
rem   VTIGER_ROUTES_CONF   the directory of application.properties; otherwise conf\ of that directory
setlocal
for %%i in ("%~dp0..") do set "RELEASE=%%~fi"
if not defined VTIGER_ROUTES_BASE set "VTIGER_ROUTES_BASE=%RELEASE%"
for %%i in ("%VTIGER_ROUTES_BASE%") do set "VTIGER_ROUTES_BASE=%%~fi"
if not defined VTIGER_ROUTES_CONF set "VTIGER_ROUTES_CONF=%VTIGER_ROUTES_BASE%\conf"
for %%i in ("%VTIGER_ROUTES_CONF%") do set "VTIGER_ROUTES_CONF=%%~fi"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
set "CLASSES=%RELEASE%\lib\vtiger-routes.jar;%RELEASE%\lib\*;%VTIGER_ROUTES_BASE%\lib\*"
set "DIRECTORY=%CD%"
cd /d "%VTIGER_ROUTES_BASE%" || exit /b 1
"%JAVA%" %JAVA_OPTS% "-Droutes.command.directory=%DIRECTORY%" -cp "%CLASSES%" io.github.camelvtiger.routes.RoutesApplication %*
exit /b %ERRORLEVEL%
