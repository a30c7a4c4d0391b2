package org.macrostate.reports.figure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.macrostate.reports.document.VisibleText;

/** A plain label's runs: what is raised, lowered, slanted. */
record RichText(List<Run> runs) {
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻";
    private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉₊₋";
    private static final String LEVEL = "0123456789+−";
    private static final double SMALL = 0.72;

    /** Letters at one level (1 raised, 0, -1 lowered), all slanted or none. */
    record Run(String text, int level, boolean italic) {
        double scale() {
            return level == 0 ? 1 : SMALL;
        }

        /** How far above the base line, in units of the full size. */
        double rise() {
            return level > 0 ? 0.38 : level < 0 ? -0.22 : 0;
        }
    }

    /** Reads the notation of {@link Label#plain()}. */
    static RichText of(String plain) {
        var marks = new Marks();
        int group = 0;
        int level = 0;
        for (int i = 0; i < plain.length(); ) {
            int c = plain.codePointAt(i);
            i += Character.charCount(c);
            if ((c == '_' || c == '^') && i < plain.length()) {
                int next = c == '_' ? -1 : 1;
                if (plain.charAt(i) == '{' && plain.indexOf('}', i) > 0) {
                    level = next;
                    group = plain.indexOf('}', i);
                    i++;
                } else {
                    int d = plain.codePointAt(i);
                    marks.add(d, next);
                    i += Character.charCount(d);
                }
            } else if (level != 0 && i - 1 == group) {
                level = 0;
            } else if (c == '\\' && i < plain.length()) {
                int d = plain.codePointAt(i);
                marks.addUpright(d, level);
                i += Character.charCount(d);
            } else if (RAISED.indexOf(c) >= 0) {
                marks.add(LEVEL.charAt(RAISED.indexOf(c)), 1);
            } else if (LOWERED.indexOf(c) >= 0) {
                marks.add(LEVEL.charAt(LOWERED.indexOf(c)), -1);
            } else {
                marks.add(level != 0 && c == '-' ? '−' : c, level);
            }
        }
        return new RichText(marks.runs());
    }

    /** Width in units of the letters' size, estimated generously: the fonts of the reader are not known here. */
    double width() {
        double sum = 0;
        for (Run run : runs) {
            sum += run.scale()
                    * run.text().codePoints().mapToDouble(RichText::advance).sum();
        }
        return sum;
    }

    private static double advance(int c) {
        if ("ijltfrI.,:;|!'()[]{} ".indexOf(c) >= 0) {
            return 0.36;
        }
        return "mwMW%@".indexOf(c) >= 0 || c > 0x2E80 ? 0.95 : Character.isUpperCase(c) ? 0.69 : 0.61;
    }

    private static final class Marks {
        private final List<Integer> letters = new ArrayList<>();
        private final List<Integer> levels = new ArrayList<>();
        private final BitSet upright = new BitSet();

        void add(int c, int level) {
            String visible = VisibleText.of(c);
            if (visible.codePointCount(0, visible.length()) == 1) {
                letters.add(visible.codePointAt(0));
                levels.add(level);
            } else {
                visible.codePoints().forEach(v -> addUpright(v, level));
            }
        }

        void addUpright(int c, int level) {
            upright.set(letters.size());
            if (VisibleText.of(c).equals(Character.toString(c))) {
                letters.add(c);
                levels.add(level);
            } else {
                add(c, level);
            }
        }

        List<Run> runs() {
            var runs = new ArrayList<Run>();
            var text = new StringBuilder();
            for (int i = 0; i < letters.size(); i++) {
                text.appendCodePoint(letters.get(i));
                if (i + 1 == letters.size()
                        || !levels.get(i + 1).equals(levels.get(i))
                        || slanted(i + 1) != slanted(i)) {
                    runs.add(new Run(text.toString(), levels.get(i), slanted(i)));
                    text.setLength(0);
                }
            }
            return List.copyOf(runs);
        }

        /** A lone letter is a symbol, but for the words "a", "A" and "I" before another word. */
        private boolean slanted(int i) {
            int c = letters.get(i);
            if (upright.get(i) || !Character.isLetter(c) || isLetterAt(i - 1, i) || isLetterAt(i + 1, i)) {
                return false;
            }
            return "aAI".indexOf(c) < 0
                    || !(i + 2 < letters.size() && letters.get(i + 1) == ' ' && Character.isLetter(letters.get(i + 2)));
        }

        private boolean isLetterAt(int j, int i) {
            return j >= 0
                    && j < letters.size()
                    && Character.isLetter(letters.get(j))
                    && levels.get(j).equals(levels.get(i));
        }
    }
}
