@echo off
rem Starts Separatrix: finds a JDK, builds where a source is newer than the build, and hands over.
rem Its twin for Linux and macOS is the script separatrix.
setlocal EnableExtensions DisableDelayedExpansion

set "needed=25"
set "root=%~dp0"
set "program=%root%app\target\separatrix"
set "jdk="

call :find_jdk
if not defined jdk (
    echo separatrix: a JDK %needed% or newer is needed and none was found: install one, for example Temurin from https://adoptium.net, or let JAVA_HOME name it. 1>&2
    exit /b 1
)

call :is_stale
if defined stale (
    call :build || exit /b 1
)

rem Names hold letters that few of a console's code pages have, so it is lent one that has them all.
set "page="
for /f "tokens=2 delims=:." %%P in ('chcp') do set "page=%%P"
chcp 65001 >nul
"%jdk%\bin\java.exe" "@%program%\options" --module-path "%program%\javafx" -cp "%program%\separatrix.jar" -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 org.separatrix.app.Separatrix %*
set "code=%ERRORLEVEL%"
if defined page chcp %page% >nul
exit /b %code%

:find_jdk
if defined JAVA_HOME call :consider "%JAVA_HOME%"
if defined jdk exit /b 0
for /f "delims=" %%F in ('where javac.exe 2^>nul') do call :consider "%%~dpF.."
for %%R in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%ProgramFiles%\Amazon Corretto" "%ProgramFiles%\BellSoft" "%USERPROFILE%\.jdks") do (
    for /d %%D in ("%%~R\*") do call :consider "%%~D"
)
exit /b 0

rem Keeps the first directory that holds a JDK of the version needed, by what it says of itself.
:consider
if defined jdk exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f tokens^=2^ delims^=^=.-+^" %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do (
    if %%V GEQ %needed% set "jdk=%~1"
)
exit /b 0

rem Batch files cannot compare ages; PowerShell, which every Windows has, can.
:is_stale
set "stale="
if not exist "%program%\options" (
    set "stale=yes"
    exit /b 0
)
for /f %%S in ('powershell -NoProfile -Command "$built = (Get-Item $env:program\options).LastWriteTimeUtc; $sources = @(Get-Item $env:root\pom.xml, $env:root\*\pom.xml) + @(Get-ChildItem -Recurse $env:root\*\src\main); if ($sources | Where-Object { $_.LastWriteTimeUtc -gt $built } | Select-Object -First 1) { 'yes' }"') do set "stale=%%S"
exit /b 0

:build
where mvn >nul 2>nul
if errorlevel 1 (
    echo separatrix: Maven 3.8 or newer is needed to build the program and mvn was not found: install it from https://maven.apache.org. 1>&2
    exit /b 1
)
echo separatrix: building, which takes a few minutes the first time and seconds later ... 1>&2
set "JAVA_HOME=%jdk%"
set "MAVEN_OPTS=%MAVEN_OPTS% --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED -Djansi.noreset=true"
call mvn -q -B -ntp -f "%root%pom.xml" -pl app -am -DskipTests -Dspotless.check.skip package 1>&2
if errorlevel 1 (
    echo separatrix: the build failed; the lines above say why. 1>&2
    exit /b 1
)
exit /b 0
