package org.macrostate.engine.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.macrostate.equations.model.TextHash;

/** Tells by content which program computes, and on which arithmetic: work of another is not gone on with. */
public final class ProgramFingerprint {
    private static final int SHOWN = 12;
    private static final String OWN = "org/macrostate/";

    /** Functions that {@code java.lang.Math} does not specify to the last bit. */
    private static final List<DoubleUnaryOperator> LOOSE = List.of(
            Math::exp,
            Math::log,
            Math::sin,
            Math::cos,
            Math::tan,
            Math::sinh,
            Math::cosh,
            Math::asin,
            Math::acos,
            Math::atan,
            Math::expm1,
            Math::log1p,
            x -> Math.pow(1 + x, Math.PI * x));

    private ProgramFingerprint() {}

    /** Found out when it is first asked for. */
    private static final class Found {
        static final Map<String, Object> PARTS = parts();

        private static Map<String, Object> parts() {
            Map<String, Object> parts = new LinkedHashMap<>();
            parts.put("java", Runtime.version().feature());
            parts.put("architecture", System.getProperty("os.arch", "unknown"));
            parts.put("arithmetic", arithmetic().substring(0, SHOWN));
            parts.put("build", build().substring(0, SHOWN));
            return Collections.unmodifiableMap(parts);
        }
    }

    /** Java's feature version, the architecture, bits of its arithmetic and the build of the program, by name. */
    public static Map<String, Object> parts() {
        return Found.PARTS;
    }

    /** The same in words: {@code Java 17, amd64, arithmetic 0f3a…, build 91c2…}. */
    public static String words() {
        return "Java " + parts().get("java") + ", " + parts().get("architecture") + ", arithmetic "
                + parts().get("arithmetic") + ", build " + parts().get("build");
    }

    /** A hash of the program's own classes and resources; where they cannot be read, one that no other process has. */
    private static String build() {
        Optional<Path> place = ThisBuild.place();
        try {
            if (place.isPresent()) {
                return TextHash.of(
                        (Files.isDirectory(place.get()) ? files(place.get()) : entries(place.get())).toString());
            }
        } catch (IOException | SecurityException unreadable) {
            // as unknown as none
        }
        return TextHash.of("unknown build " + UUID.randomUUID());
    }

    private static TreeMap<String, Long> entries(Path jar) throws IOException {
        TreeMap<String, Long> sums = new TreeMap<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (entry.getName().startsWith(OWN)) {
                    sums.put(entry.getName(), entry.getCrc());
                }
            }
        }
        return sums;
    }

    /** Loose classes are those of a developer: their sizes and times tell them apart. */
    private static TreeMap<String, Long> files(Path folder) throws IOException {
        TreeMap<String, Long> sums = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sums.put(
                        folder.relativize(file).toString(),
                        31 * Files.size(file) + Files.getLastModifiedTime(file).toMillis());
            }
        }
        return sums;
    }

    /**
     * A hash of the bits that functions without a specified last bit have at some points: the same on two machines whose
     * answers are the same.
     */
    private static String arithmetic() {
        StringBuilder bits = new StringBuilder();
        for (DoubleUnaryOperator function : LOOSE) {
            for (int i = 1; i <= 200; i++) {
                bits.append(Long.toHexString(Double.doubleToRawLongBits(function.applyAsDouble(i * 0.004871))));
            }
        }
        return TextHash.of(bits.toString());
    }
}
