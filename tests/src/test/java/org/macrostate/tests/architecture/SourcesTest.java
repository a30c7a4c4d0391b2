package org.macrostate.tests.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.macrostate.equations.graph.Operation;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Kind;

/** Rules of STYLE that can be read in the sources of the program. */
class SourcesTest {
    private static final int LONGEST = 300;

    /** What expressions and programs are made of: whoever tells apart some of these says what becomes of the others. */
    private static final List<Set<String>> ALTERNATIVES =
            List.of(names(Function.values()), names(Operation.values()), names(Kind.values()));

    private static final Pattern SWITCH = Pattern.compile("\\bswitch \\(");
    private static final Pattern LABELS =
            Pattern.compile("\\bcase ([A-Z][A-Z_0-9]*(?:,\\s*[A-Z][A-Z_0-9]*)*+)\\s*(?:->|:)");
    private static final Pattern SILENT = Pattern.compile("\\bdefault\\s*(?:->|:)(?!\\s*throw\\b)");

    private static Set<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.toSet());
    }

    private static TreeMap<String, String> program() throws IOException {
        TreeMap<String, String> sources = sources();
        sources.keySet().removeIf(file -> !file.contains("/src/main/"));
        assertTrue(sources.size() > 1000, "the sources were read: " + sources.size());
        return sources;
    }

    private static TreeMap<String, String> sources() throws IOException {
        Path root = Path.of(System.getProperty("macrostate.root", ".."));
        TreeMap<String, String> sources = new TreeMap<>();
        for (String module : List.of("equations", "solvers", "reports", "engine", "engine/spark", "tests")) {
            try (Stream<Path> files = Files.walk(root.resolve(module).resolve("src"))) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    sources.put(root.relativize(file).toString().replace('\\', '/'), Files.readString(file));
                }
            }
        }
        return sources;
    }

    @Test
    void no_file_is_longer_than_three_hundred_lines() throws IOException {
        Set<String> longer = new TreeSet<>();
        program().forEach((file, text) -> {
            long lines = text.lines().count();
            if (lines > LONGEST) {
                longer.add(file + ": " + lines);
            }
        });
        assertEquals(Set.of(), longer);
    }

    @Test
    void no_two_classes_have_one_name() throws IOException {
        TreeMap<String, Set<String>> places = new TreeMap<>();
        for (String file : sources().keySet()) {
            String name = file.substring(file.lastIndexOf('/') + 1);
            if (!name.equals("package-info.java")) {
                places.computeIfAbsent(name, n -> new TreeSet<>()).add(file);
            }
        }
        assertEquals(
                List.of(), places.values().stream().filter(p -> p.size() > 1).toList());
    }

    @Test
    void functions_operations_and_kinds_of_symbols_are_told_apart_without_a_silent_default() throws IOException {
        Set<String> silent = new TreeSet<>();
        for (var source : program().entrySet()) {
            for (String block : blocks(source.getValue())) {
                if (isSilent(block)) {
                    silent.add(
                            source.getKey() + ": " + block.lines().findFirst().orElse(""));
                }
            }
        }
        assertEquals(Set.of(), silent, "name the other constants, or throw");
    }

    @Test
    void a_silent_default_is_noticed() {
        String silent = "return switch (f) {\n case SIN, COS -> 1;\n default -> 0;\n};";
        assertTrue(blocks(silent).stream().anyMatch(SourcesTest::isSilent));
        String loud = silent.replace("0;", "throw foreign(f);");
        assertTrue(blocks(loud).stream().noneMatch(SourcesTest::isSilent));
        String other = silent.replace("SIN, COS", "UPPER_LEFT");
        assertTrue(blocks(other).stream().noneMatch(SourcesTest::isSilent));
        String around =
                "switch (f) { case SIN -> { switch (side) { case LEFT -> x(); default -> y(); } } case COS -> {} }";
        assertTrue(blocks(around).stream().noneMatch(SourcesTest::isSilent));
    }

    /** The bodies of switches, without those of others inside. */
    private static List<String> blocks(String text) {
        return SWITCH.matcher(text)
                .results()
                .map(found -> body(text, text.indexOf('{', found.end())))
                .toList();
    }

    private static String body(String text, int open) {
        StringBuilder own = new StringBuilder();
        int depth = 0;
        boolean quoted = false;
        for (int i = open; i >= 0 && i < text.length(); i++) {
            char c = text.charAt(i);
            boolean escaped = text.charAt(i - 1) == '\\' && text.charAt(i - 2) != '\\';
            quoted ^= c == '"' && !escaped && text.charAt(i - 1) != '\'';
            depth += quoted || text.charAt(i - 1) == '\'' ? 0 : c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 1) {
                own.append(c);
            }
            if (depth == 0) {
                break;
            }
        }
        return own.toString();
    }

    private static boolean isSilent(String block) {
        Set<String> labels = new TreeSet<>();
        Matcher found = LABELS.matcher(block);
        while (found.find()) {
            labels.addAll(List.of(found.group(1).split(",\\s*")));
        }
        boolean alternatives = !labels.isEmpty() && ALTERNATIVES.stream().anyMatch(all -> all.containsAll(labels));
        return alternatives && SILENT.matcher(block).find();
    }
}
