package org.macrostate.reports.typeset;

import java.util.ArrayList;
import java.util.List;

/** A formula as it is set, before any printer: letters are Unicode, sizes and spacing are left to the printer. */
public sealed interface Layout {
    /** Nothing at all. */
    static Layout empty() {
        return new Row(List.of());
    }

    /** How a name's letters stand. */
    enum Style {
        /** A variable. */
        ITALIC,
        /** A word, a function's name, the d of a derivative. */
        UPRIGHT,
        BOLD,
        CALLIGRAPHIC,
        DOUBLE_STRUCK
    }

    /** What a sign does, which decides the space around it. */
    enum Role {
        /** Between two terms: {@code a + b}. */
        BINARY,
        /** Between two sides: {@code a = b}. */
        RELATION,
        /** Before its operand: {@code -a}. */
        PREFIX,
        /** After its operand, with space behind: {@code a, b}. */
        PUNCTUATION,
        /** Without any space: {@code 3/2}. */
        CLOSE
    }

    /** Side by side; what is multiplied has a {@link Juxtaposed} between. */
    record Row(List<Layout> parts) implements Layout {
        public Row {
            parts = List.copyOf(parts);
        }
    }

    /** A name's letters in Unicode, for example {@code ρ} or {@code erf}. */
    record Letters(String text, Style style) implements Layout {}

    /** A number's digits, with sign or decimal point where it has them. */
    record Digits(String text) implements Layout {}

    record Sign(String text, Role role) implements Layout {}

    /** The unwritten sign of a product. */
    record Juxtaposed() implements Layout {}

    /** The unwritten sign between a function's name and an argument without brackets. */
    record Applied() implements Layout {}

    record Fraction(Layout above, Layout below) implements Layout {}

    /** A square root. */
    record Root(Layout body) implements Layout {}

    /** Subscript and superscript; {@link #empty()} where there is none. */
    record Script(Layout base, Layout below, Layout above) implements Layout {}

    /**
     * A symbol at index places.
     *
     * @param label a subscript that belongs to the name itself ({@code hz} in {@code C_hz}); {@link #empty()} if none
     */
    record Indexed(Layout base, Layout label, List<Layout> indices) implements Layout {
        public Indexed {
            indices = List.copyOf(indices);
        }

        /** True if the indices could not be told apart when written one after the other. */
        public boolean needsCommas() {
            return !indices.stream().allMatch(Indexed::isSingle);
        }

        /** True if the label (a letter, a number), raised, would look like an exponent: it is then set in brackets. */
        public boolean labelIsLetter() {
            return isSingle(label) || label instanceof Digits;
        }

        private static boolean isSingle(Layout layout) {
            return (layout instanceof Letters l
                            && l.text().codePointCount(0, l.text().length()) == 1)
                    || (layout instanceof Digits d && d.text().length() == 1);
        }
    }

    /** In brackets; {@code open} and {@code close} are {@code ( ) [ ] { } | ⟨ ⟩ ⌊ ⌋}. */
    record Fenced(String open, Layout body, String close) implements Layout {}

    /** One large bracket of a pair that stands on two lines. */
    record Bracket(String text, boolean opening) implements Layout {}

    /** {@code Σ} over indices that all run from 1 to the same extent; without one, over what the only index says. */
    record BigSum(List<Layout> indices, Layout extent) implements Layout {
        public BigSum {
            indices = List.copyOf(indices);
        }
    }

    /** A mark above: {@code ^ ~ ¯ ˙ ¨ →}. */
    record Accent(Layout base, String mark) implements Layout {}

    /** One value where a condition holds, another otherwise. */
    record Cases(Layout condition, Layout value, Layout otherwise) implements Layout {}

    /** A matrix in round brackets, row by row; all rows have the same length. */
    record Matrix(List<List<Layout>> rows) implements Layout {
        public Matrix {
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** Words within a formula. */
    record Words(String text) implements Layout {}

    /** Indentation of a continued line, in em. */
    record Indent(int em) implements Layout {}

    /** Parts side by side; rows within are opened, a single part stays itself. */
    static Layout row(List<Layout> parts) {
        List<Layout> flat = new ArrayList<>();
        for (Layout part : parts) {
            if (part instanceof Row inner) {
                flat.addAll(inner.parts());
            } else {
                flat.add(part);
            }
        }
        return flat.size() == 1 ? flat.get(0) : new Row(flat);
    }

    static Layout row(Layout... parts) {
        return row(List.of(parts));
    }

    /** {@code left = right}. */
    static Layout equation(Layout left, Layout right) {
        return row(left, new Sign("=", Role.RELATION), right);
    }

    static Layout italic(String letters) {
        return new Letters(letters, Style.ITALIC);
    }

    static Layout upright(String letters) {
        return new Letters(letters, Style.UPRIGHT);
    }

    static Layout power(Layout base, Layout exponent) {
        return new Script(base, empty(), exponent);
    }

    default boolean isEmpty() {
        return equals(empty());
    }
}
