package org.macrostate.tests.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.JsonSchema;

/** What the runnable jar is made of stands beside it (CycloneDX), says no time of a build, and no banned version is in it. */
class BillOfMaterialsTest {
    private static final Path JAR = Path.of(System.getProperty("macrostate.jar", "../engine/target/macrostate.jar"))
            .toAbsolutePath();
    private static final Path ROOT = Path.of(System.getProperty("macrostate.root", ".."));
    private static final Pattern ADVISORY = Pattern.compile("(?s)<!-- CVE-\\d{4}-\\d+(?:, CVE-\\d{4}-\\d+)* \\("
            + "(\\d{4}-\\d{2}-\\d{2})[^)]*\\)[^>]*-->\\s*((?:<exclude>[^<]+</exclude>\\s*)+)");

    private static Map<?, ?> bill() throws IOException {
        Path file = JAR.resolveSibling("macrostate.cdx.json");
        assumeTrue(Files.exists(file), () -> "built by the phase package: " + file);
        return (Map<?, ?>) new Load(LoadSettings.builder()
                        .setSchema(new JsonSchema())
                        .setCodePointLimit(100_000_000)
                        .build())
                .loadFromString(Files.readString(file));
    }

    @Test
    void every_part_has_a_version_a_hash_and_a_licence() throws IOException {
        Map<?, ?> bill = bill();
        assertEquals("CycloneDX", bill.get("bomFormat"));
        assertFalse(bill.containsKey("serialNumber"), "a random number in it: two builds would differ");
        List<?> parts = (List<?>) bill.get("components");
        assertTrue(parts.size() > 30, parts.size() + " components");
        Set<Object> without = new HashSet<>();
        for (Object item : parts) {
            Map<?, ?> part = (Map<?, ?>) item;
            boolean own = String.valueOf(part.get("group")).equals("org.macrostate");
            boolean isWhole = part.get("version") != null
                    && part.get("purl") != null
                    && (own || part.get("hashes") != null && part.get("licenses") != null);
            if (!isWhole) {
                without.add(part.get("name"));
            }
        }
        assertEquals(Set.of(), without);
    }

    /** The fixed date of the parent POM stands in every entry of the program's own: no clock is read in a build. */
    @Test
    void the_program_s_own_entries_have_one_fixed_time() throws IOException {
        assumeTrue(Files.exists(JAR), () -> "built by the phase package: " + JAR);
        Set<LocalDateTime> times = new HashSet<>();
        try (JarFile jar = new JarFile(JAR.toFile())) {
            jar.stream()
                    .filter(entry -> entry.getName().startsWith("org/macrostate/"))
                    .filter(entry -> entry.getName().endsWith(".class"))
                    .map(ZipEntry::getTimeLocal)
                    .forEach(times::add);
        }
        assumeTrue(!times.isEmpty(), "a jar without its classes");
        assertEquals(1, times.size(), times.toString());
    }

    @Test
    void every_banned_version_names_its_advisory_and_the_date() throws IOException {
        String pom = Files.readString(ROOT.resolve("pom.xml"));
        String banned = pom.substring(pom.indexOf("<message>versions with known vulnerabilities</message>"));
        banned = banned.substring(0, banned.indexOf("</bannedDependencies>"));
        long bans = Pattern.compile("<exclude>").matcher(banned).results().count();
        long dated = 0;
        Matcher advisory = ADVISORY.matcher(banned);
        while (advisory.find()) {
            dated += Pattern.compile("<exclude>")
                    .matcher(advisory.group(2))
                    .results()
                    .count();
        }
        assertTrue(bans >= 12, bans + " bans");
        assertEquals(bans, dated, "bans with an advisory and its date");
    }
}
