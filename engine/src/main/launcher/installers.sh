#!/bin/sh
# installers.sh JAVA_HOME VERSION, in the folder with macrostate.jar: an application with its own Java, and a Debian package of it.
set -e
rm -rf installer input
mkdir -p installer input
cp macrostate.jar input/
# The optimising compiler is asked ten times later than by default, as in the launcher.
later="-Xshare:auto -XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000 -XX:Tier4CompileThreshold=150000 -XX:Tier4BackEdgeThreshold=400000"
common="--name macrostate --app-version $2 --input input --main-jar macrostate.jar --main-class org.macrostate.engine.cli.Main --dest installer"
"$1/bin/jpackage" --type app-image $common --java-options "$later"
if command -v dpkg-deb >/dev/null && command -v fakeroot >/dev/null; then
    "$1/bin/jpackage" --type deb $common --linux-package-name macrostate --linux-app-category science \
        --description "From a loss to the macroscopic theory of its learning dynamics" --java-options "$later"
else
    echo "no .deb: dpkg-deb and fakeroot are not installed" >&2
fi
rm -rf input
