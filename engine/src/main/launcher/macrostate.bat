@echo off
rem Starts Macrostate with the Java that is there: MACROSTATE_JAVA, else JAVA_HOME, else the PATH.
rem No block in parentheses: a folder called "Program Files (x86)" would end it.
setlocal
set "HERE=%~dp0"
set "JAR=%HERE%macrostate.jar"
if not exist "%JAR%" set "JAR=%HERE%..\lib\macrostate.jar"
if not exist "%JAR%" goto nojar
set "JAVA=%MACROSTATE_JAVA%"
if defined JAVA goto start
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
if defined JAVA goto start
set "JAVA=java"
where java >nul 2>nul
if errorlevel 1 goto nojava

:start
set "ARCHIVE=-Xshare:auto"
if exist "%HERE%macrostate.jsa" set "ARCHIVE=-XX:SharedArchiveFile=%HERE%macrostate.jsa"
rem What 'macrostate start-up' made last, for a Java that is perhaps another than the one that built: its option, in a file of the cache.
if /i "%MACROSTATE_CACHE%"=="off" goto run
set "CACHE=%MACROSTATE_CACHE%"
if not defined CACHE if defined XDG_CACHE_HOME set "CACHE=%XDG_CACHE_HOME%\macrostate"
if not defined CACHE if defined LOCALAPPDATA set "CACHE=%LOCALAPPDATA%\macrostate"
if not defined CACHE goto run
if exist "%CACHE%\start-up.txt" set /p ARCHIVE=<"%CACHE%\start-up.txt"

:run
rem Compilers take half of a short command's time: the optimising one is asked a hundred times later than by default, for the
rem equations' own kernels twenty times, and the quick one five times.
set "LATER=-XX:Tier3InvocationThreshold=1000 -XX:Tier3MinInvocationThreshold=500 -XX:Tier3CompileThreshold=10000 -XX:Tier4InvocationThreshold=500000 -XX:Tier4MinInvocationThreshold=60000 -XX:Tier4CompileThreshold=1500000 -XX:Tier4BackEdgeThreshold=4000000"
set "KERNELS=-XX:CompileCommand=CompileThresholdScaling,org/macrostate/solvers/kernel/CompiledKernel*.*,0.2"
rem One thread collects garbage, unless the user names a collector: Java refuses two.
set "COLLECTOR=-XX:+UseSerialGC"
if defined MACROSTATE_JAVA_OPTS if not "%MACROSTATE_JAVA_OPTS:GC=%"=="%MACROSTATE_JAVA_OPTS%" set "COLLECTOR="
if defined JAVA_TOOL_OPTIONS if not "%JAVA_TOOL_OPTIONS:GC=%"=="%JAVA_TOOL_OPTIONS%" set "COLLECTOR="
if defined JDK_JAVA_OPTIONS if not "%JDK_JAVA_OPTIONS:GC=%"=="%JDK_JAVA_OPTIONS%" set "COLLECTOR="
if defined _JAVA_OPTIONS if not "%_JAVA_OPTIONS:GC=%"=="%_JAVA_OPTIONS%" set "COLLECTOR="
rem What an AOT cache remembers of its training would be compiled at once, which takes longer than a short command runs.
rem An archive that does not fit is not worth a word.
"%JAVA%" -Xshare:auto "%ARCHIVE%" -Xlog:disable -Xlog:all=error,cds=off:stderr -XX:+IgnoreUnrecognizedVMOptions -XX:-UsePerfData -XX:+UnlockDiagnosticVMOptions -XX:-AOTReplayTraining %LATER% -XX:CompileCommand=quiet "%KERNELS%" %COLLECTOR% %MACROSTATE_JAVA_OPTS% -jar "%JAR%" %*
exit /b %ERRORLEVEL%

:nojar
echo macrostate: macrostate.jar is not beside "%~f0"; build it with "mvn -q -DskipTests package" 1>&2
exit /b 2

:nojava
echo macrostate: no Java was found; it needs Java 17 or newer, on the PATH or named by JAVA_HOME 1>&2
exit /b 2
