package org.macrostate.tests.architecture;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No text that a stranger writes keeps a pattern busy: patterns are read from the sources, none repeats a repetition,
 * and each looks at a long text a bounded number of times.
 */
class LinearPatternsTest {
    private static final Pattern USE = Pattern.compile(
            "(Pattern\\.compile|\\.matches|\\.replaceAll|\\.replaceFirst|\\.split)\\(\\s*\"((?:[^\"\\\\]|\\\\.)*+)\"");
    private static final int LENGTH = 6_000;
    private static final int LOOKS = 60;

    /** A text that counts how often it is looked at, and has enough of it at some point. */
    private static final class Counted implements CharSequence {
        private final String text;
        private long looks;

        Counted(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (++looks > (long) LOOKS * LENGTH) {
                throw new IllegalStateException("looked at too often");
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** Patterns, and whether each is only ever matched with a whole text. */
    private static Map<String, Boolean> patterns() throws IOException {
        Map<String, Boolean> patterns = new LinkedHashMap<>();
        Path root = Path.of(System.getProperty("macrostate.root", "."));
        for (String module : List.of("equations", "solvers", "reports", "engine")) {
            try (Stream<Path> files = Files.walk(root.resolve(module).resolve("src/main/java"))) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    Matcher use = USE.matcher(Files.readString(file));
                    while (use.find()) {
                        boolean whole = use.group(1).equals(".matches");
                        patterns.merge(use.group(2).translateEscapes(), whole, Boolean::logicalAnd);
                    }
                }
            }
        }
        assertTrue(patterns.size() > 40, "the sources were read: " + patterns.size());
        return patterns;
    }

    /** Whether a group that holds a repetition without end is itself repeated without end. */
    private static boolean repeatsRepetition(String pattern) {
        Deque<Boolean> open = new ArrayDeque<>(List.of(false));
        boolean inClass = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            boolean after = false;
            if (c == '\\') {
                i++;
            } else if (inClass) {
                inClass = c != ']';
            } else if (c == '[') {
                inClass = true;
            } else if (c == '(') {
                open.push(false);
            } else if (c == ')') {
                after = open.pop();
                boolean repeated = endless(pattern, i + 1);
                if (after && repeated) {
                    return true;
                }
                open.push(open.pop() || after || repeated);
            } else if (endless(pattern, i)) {
                open.pop();
                open.push(true);
            }
        }
        return false;
    }

    private static boolean endless(String pattern, int at) {
        return at < pattern.length()
                && ("*+".indexOf(pattern.charAt(at)) >= 0
                        || pattern.substring(at).matches("\\{\\d+,\\}.*"));
    }

    @Test
    void the_reader_of_patterns_tells_which_repeat_a_repetition() {
        assertTrue(repeatsRepetition("(a+)*b") && repeatsRepetition("(x(,y*))+") && repeatsRepetition("((a|b+))*"));
        assertFalse(repeatsRepetition("(ab)*c+") || repeatsRepetition("[(a+)*]b") || repeatsRepetition("a+(b)?"));
    }

    @Test
    void no_pattern_repeats_a_repetition() throws IOException {
        List<String> found = patterns().keySet().stream()
                .filter(LinearPatternsTest::repeatsRepetition)
                .toList();
        assertTrue(found.isEmpty(), found.toString());
    }

    @Test
    void every_pattern_reads_long_texts_in_time_proportional_to_their_length() throws IOException {
        List<String> slow = new ArrayList<>();
        for (Map.Entry<String, Boolean> entry : patterns().entrySet()) {
            String regex = entry.getKey();
            boolean whole = entry.getValue();
            Pattern pattern = Pattern.compile(regex);
            for (String text : hostile(regex)) {
                boolean bounded = bounded(text, t -> pattern.matcher(t).matches())
                        && bounded(text, t -> pattern.matcher(t).lookingAt())
                        && (whole
                                || bounded(text, t -> {
                                    Matcher matcher = pattern.matcher(t);
                                    int found = 0;
                                    while (matcher.find()) {
                                        found++;
                                    }
                                    assertTrue(found >= 0);
                                }));
                if (!bounded) {
                    slow.add(regex + " on " + text.substring(0, 12) + "…");
                    break;
                }
            }
        }
        assertTrue(slow.isEmpty(), String.join("\n", slow));
    }

    private static boolean bounded(String text, Consumer<CharSequence> read) {
        try {
            read.accept(new Counted(text));
            return true;
        } catch (IllegalStateException tooOften) {
            return false;
        } catch (StackOverflowError tooDeep) {
            return false;
        }
    }

    /** Long texts of what the pattern itself names, each with an end that does not fit. */
    private static List<String> hostile(String regex) {
        Set<String> parts =
                new LinkedHashSet<>(List.of(" ", "a", "A", "1", "=", "<", "a ", "1,", "\t", "-a", "a=", "\n"));
        Matcher word = Pattern.compile("[A-Za-z]+|[^A-Za-z0-9\\\\]").matcher(regex);
        while (word.find()) {
            parts.add(word.group());
        }
        List<String> texts = new ArrayList<>();
        Matcher begin = Pattern.compile("[a-z@]{2,}").matcher(regex);
        String prefix = begin.find() ? begin.group() + " " : "";
        for (String part : parts) {
            String many = part.repeat(LENGTH / part.length());
            texts.add(many + "\u0001");
            texts.add(prefix + many + "\u0001\n");
            texts.add("[1" + many + "\u0001");
        }
        return texts;
    }
}
