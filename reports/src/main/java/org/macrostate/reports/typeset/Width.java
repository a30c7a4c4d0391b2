package org.macrostate.reports.typeset;

import java.util.List;

/** Estimated widths, in em of the line a formula stands on: Computer Modern's averages, a little on the wide side. */
public final class Width {
    private static final double SCRIPT = 0.7;

    private Width() {}

    public static double of(Layout layout) {
        return of(layout, 0);
    }

    /** @param depth of fractions around: what stands in a fraction's fraction is set smaller */
    private static double of(Layout layout, int depth) {
        if (layout instanceof Layout.Row r) {
            return sum(r.parts(), depth);
        }
        if (layout instanceof Layout.Letters l) {
            return letters(l);
        }
        if (layout instanceof Layout.Digits d) {
            return 0.5 * d.text().length();
        }
        if (layout instanceof Layout.Sign s) {
            return sign(s);
        }
        if (layout instanceof Layout.Fraction f) {
            double inside = Math.max(of(f.above(), depth + 1), of(f.below(), depth + 1));
            return 0.25 + (depth == 0 ? 1 : SCRIPT) * inside;
        }
        if (layout instanceof Layout.Root r) {
            return 0.85 + of(r.body(), depth);
        }
        if (layout instanceof Layout.Script s) {
            return of(s.base(), depth) + SCRIPT * Math.max(of(s.below(), depth), of(s.above(), depth)) + 0.05;
        }
        if (layout instanceof Layout.Indexed i) {
            double commas = i.needsCommas() ? 0.3 * i.indices().size() : 0;
            return of(i.base(), depth)
                    + SCRIPT * Math.max(of(i.label(), depth) + 0.4, sum(i.indices(), depth) + commas)
                    + 0.05;
        }
        if (layout instanceof Layout.Fenced f) {
            return of(f.body(), depth) + (FormulaHeight.isTall(f.body()) ? 1.5 : 0.8);
        }
        if (layout instanceof Layout.BigSum s) {
            double below = SCRIPT * (sum(s.indices(), depth) + 0.3 * s.indices().size() + 1.3);
            return 0.2 + Math.max(1.45, Math.max(below, SCRIPT * of(s.extent(), depth)));
        }
        if (layout instanceof Layout.Accent a) {
            return of(a.base(), depth);
        }
        if (layout instanceof Layout.Cases c) {
            return 4.5 + Math.max(of(c.value(), depth) + of(c.condition(), depth), of(c.otherwise(), depth) + 4);
        }
        if (layout instanceof Layout.Matrix m) {
            return 1 + columns(m, depth);
        }
        if (layout instanceof Layout.Words w) {
            return 0.5 * w.text().length();
        }
        if (layout instanceof Layout.Indent i) {
            return i.em();
        }
        return layout instanceof Layout.Bracket ? 0.7 : 0.1;
    }

    private static double sum(List<Layout> parts, int depth) {
        return parts.stream().mapToDouble(part -> of(part, depth)).sum();
    }

    private static double letters(Layout.Letters l) {
        return l.text()
                .codePoints()
                .mapToDouble(c -> Character.isUpperCase(c) ? 0.8 : c == 'm' || c == 'w' ? 0.85 : 0.55)
                .sum();
    }

    private static double sign(Layout.Sign s) {
        return switch (s.role()) {
            case BINARY -> s.text().equals("·") ? 0.75 : 1.25;
            case RELATION -> 1.35;
            case PREFIX -> 0.8;
            case PUNCTUATION -> 0.45;
            case CLOSE -> s.text().equals("/") ? 0.5 : 0.8;
        };
    }

    private static double columns(Layout.Matrix matrix, int depth) {
        double total = 0;
        int columns = matrix.rows().stream().mapToInt(List::size).max().orElse(0);
        for (int j = 0; j < columns; j++) {
            int column = j;
            total += 1
                    + matrix.rows().stream()
                            .mapToDouble(row -> of(row.get(column), depth))
                            .max()
                            .orElse(0);
        }
        return total;
    }
}
