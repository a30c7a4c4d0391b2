#!/bin/sh
# installers.sh JAVA_HOME VERSION, in the folder with macrostate.jar: makes installer/macrostate, the application with a Java of
# its own, its manual pages and completion, and from it installer/macrostate_VERSION_ARCHITECTURE.deb where there is dpkg-deb.
set -eu
java_home=$1 version=$2
summary="From a loss to the macroscopic theory of its learning dynamics"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
rm -rf installer

# A Java of the modules that the program needs. There is no screen: what draws on one, or plays sounds, stays out.
modules=$("$java_home/bin/jdeps" --ignore-missing-deps --multi-release 17 --print-module-deps macrostate.jar)
"$java_home/bin/jlink" --add-modules "$modules" --strip-debug --no-header-files --no-man-pages --output "$work/runtime"
for library in awt_xawt jawt jsound splashscreen; do
    rm -f "$work/runtime/lib/lib$library.so"
done
"$work/runtime/bin/java" -Xshare:dump >/dev/null

mkdir "$work/input"
cp macrostate.jar "$work/input/"
"$java_home/bin/jpackage" --type app-image --name macrostate --app-version "$version" --description "$summary" \
    --input "$work/input" --main-jar macrostate.jar --main-class org.macrostate.engine.cli.Main \
    --runtime-image "$work/runtime" --dest installer \
    --java-options -Xshare:auto --java-options '-XX:SharedArchiveFile=$APPDIR/macrostate.jsa' \
    --java-options -Xlog:disable --java-options -Xlog:all=error:stderr --java-options -XX:+IgnoreUnrecognizedVMOptions \
    --java-options -XX:Tier3InvocationThreshold=1000 --java-options -XX:Tier3MinInvocationThreshold=500 \
    --java-options -XX:Tier3CompileThreshold=10000 --java-options -XX:Tier4InvocationThreshold=500000 \
    --java-options -XX:Tier4MinInvocationThreshold=60000 --java-options -XX:Tier4CompileThreshold=1500000 \
    --java-options -XX:Tier4BackEdgeThreshold=4000000 --java-options -XX:CompileCommand=quiet \
    --java-options '-XX:CompileCommand=CompileThresholdScaling,org/macrostate/solvers/kernel/CompiledKernel*.*,0.2' \
    --java-options -XX:-UsePerfData --java-options -XX:+UseSerialGC

# Where Debian and other systems look for them, below share.
command=installer/macrostate/bin/macrostate
share=installer/macrostate/share
mkdir -p "$share/bash-completion/completions" "$share/zsh/vendor-completions" "$share/fish/vendor_completions.d"
"$command" man --out "$share/man/man1"
"$command" completion bash >"$share/bash-completion/completions/macrostate"
"$command" completion zsh >"$share/zsh/vendor-completions/_macrostate"
"$command" completion fish >"$share/fish/vendor_completions.d/macrostate.fish"
# An archive of loaded classes, for commands that start sooner; it holds where the folder stands, and is left aside elsewhere.
app=installer/macrostate/lib/app
train="-Xlog:disable -cp $app/macrostate.jar org.macrostate.engine.cli.Main start-up --train $app/macrostate.jsa"
MACROSTATE_CACHE=$work/cache installer/macrostate/lib/runtime/bin/java -XX:ArchiveClassesAtExit="$app/macrostate.jsa" $train

if ! command -v dpkg-deb >/dev/null; then
    echo "no .deb: dpkg-deb is not installed" >&2
    exit 0
fi
root=$work/root
mkdir -p "$root/DEBIAN" "$root/usr/bin" "$root/usr/lib" "$root/usr/share/doc/macrostate"
cp -a installer/macrostate "$root/usr/lib/macrostate"
rm -f "$root/usr/lib/macrostate/lib/app/macrostate.jsa"
mv "$root/usr/lib/macrostate/share"/* "$root/usr/share/"
rmdir "$root/usr/lib/macrostate/share"
gzip -9n "$root"/usr/share/man/man1/*
ln -s ../lib/macrostate/bin/macrostate "$root/usr/bin/macrostate"
(cd "$work" && "$java_home/bin/jar" xf input/macrostate.jar META-INF/LICENSE META-INF/THIRD-PARTY.txt &&
    cat META-INF/LICENSE META-INF/THIRD-PARTY.txt) >"$root/usr/share/doc/macrostate/copyright"

# The packages of the libraries that the Java is linked to; dpkg may know /lib where the linker says /usr/lib.
depends=$(find "$root/usr/lib/macrostate" -name '*.so' -exec ldd {} \; | sed -n 's/.*=> \(\/[^ ]*\) .*/\1/p' | sort -u |
    while read -r library; do
        library=$(readlink -f "$library")
        { dpkg -S "$library" || dpkg -S "${library#/usr}" || true; } 2>/dev/null | sed 's/:.*//'
    done | sort -u | paste -sd, | sed 's/,/, /g')

architecture=$(dpkg --print-architecture)
cat >"$root/DEBIAN/control" <<EOF
Package: macrostate
Version: $version
Architecture: $architecture
Maintainer: The Macrostate authors
Installed-Size: $(du -sk "$root/usr" | cut -f1)
Depends: $depends
Section: science
Priority: optional
Description: $summary
 Takes a learning problem, written down as a loss, and returns the order-parameter equations of one-pass SGD in high
 dimension, their fixed points, thresholds and phase diagrams. Brings a Java of its own.
EOF
# An archive of loaded classes, for commands that start sooner: it belongs to the place where the program is.
cat >"$root/DEBIAN/postinst" <<'EOF'
#!/bin/sh
app=/usr/lib/macrostate/lib/app
if [ "$1" = configure ]; then
    cache=$(mktemp -d) || exit 0
    MACROSTATE_CACHE=$cache /usr/lib/macrostate/lib/runtime/bin/java -XX:ArchiveClassesAtExit="$app/macrostate.jsa" -Xlog:disable \
        -cp "$app/macrostate.jar" org.macrostate.engine.cli.Main start-up --train "$app/macrostate.jsa" || rm -f "$app/macrostate.jsa"
    rm -rf "$cache"
fi
exit 0
EOF
cat >"$root/DEBIAN/prerm" <<'EOF'
#!/bin/sh
rm -f /usr/lib/macrostate/lib/app/macrostate.jsa
EOF
chmod 755 "$root/DEBIAN/postinst" "$root/DEBIAN/prerm"
chmod -R u+rwX,go+rX,go-w "$root"
dpkg-deb --root-owner-group -Zgzip --build "$root" "installer/macrostate_${version}_$architecture.deb" >/dev/null
