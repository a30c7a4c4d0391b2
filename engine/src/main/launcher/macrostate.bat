@echo off
rem Starts Macrostate with the Java that is there: MACROSTATE_JAVA, else JAVA_HOME, else the PATH.
setlocal
set "HERE=%~dp0"
set "JAR=%HERE%macrostate.jar"
if not exist "%JAR%" set "JAR=%HERE%..\lib\macrostate.jar"
if not exist "%JAR%" (
    echo macrostate: macrostate.jar is not beside '%~f0'; build it with 'mvn -q -DskipTests package' 1>&2
    exit /b 2
)
set "JAVA=%MACROSTATE_JAVA%"
if "%JAVA%"=="" if not "%JAVA_HOME%"=="" set "JAVA=%JAVA_HOME%\bin\java.exe"
if "%JAVA%"=="" set "JAVA=java"
set "ARCHIVE="
if exist "%HERE%macrostate.jsa" set "ARCHIVE=-XX:SharedArchiveFile="%HERE%macrostate.jsa""
"%JAVA%" -Xshare:auto -Xlog:disable -Xlog:all=error:stderr %ARCHIVE% %MACROSTATE_JAVA_OPTS% -jar "%JAR%" %*
exit /b %ERRORLEVEL%
