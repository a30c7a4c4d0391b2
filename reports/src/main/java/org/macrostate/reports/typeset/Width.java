package org.macrostate.reports.typeset;

import java.util.List;

/** Estimated widths, in em of the line a formula stands on: Computer Modern's averages, a little on the wide side. */
public final class Width {
    private static final double SCRIPT = 0.7;

    private Width() {}

    public static double of(Layout layout) {
        if (layout instanceof Layout.Row r) {
            return sum(r.parts());
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
            return 0.25 + Math.max(of(f.above()), of(f.below()));
        }
        if (layout instanceof Layout.Root r) {
            return 0.85 + of(r.body());
        }
        if (layout instanceof Layout.Script s) {
            return of(s.base()) + SCRIPT * Math.max(of(s.below()), of(s.above())) + 0.05;
        }
        if (layout instanceof Layout.Indexed i) {
            double commas = i.needsCommas() ? 0.3 * i.indices().size() : 0;
            return of(i.base()) + SCRIPT * Math.max(of(i.label()) + 0.4, sum(i.indices()) + commas) + 0.05;
        }
        if (layout instanceof Layout.Fenced f) {
            return of(f.body()) + (Shape.isTall(f.body()) ? 1.5 : 0.8);
        }
        if (layout instanceof Layout.BigSum s) {
            double below = SCRIPT * (sum(s.indices()) + 0.3 * s.indices().size() + 1.3);
            return 0.2 + Math.max(1.45, Math.max(below, SCRIPT * of(s.extent())));
        }
        if (layout instanceof Layout.Accent a) {
            return of(a.base());
        }
        if (layout instanceof Layout.Cases c) {
            return 4.5 + Math.max(of(c.value()) + of(c.condition()), of(c.otherwise()) + 4);
        }
        if (layout instanceof Layout.Words w) {
            return 0.5 * w.text().length();
        }
        if (layout instanceof Layout.Indent i) {
            return i.em();
        }
        return layout instanceof Layout.Bracket ? 0.7 : 0.1;
    }

    private static double sum(List<Layout> parts) {
        return parts.stream().mapToDouble(Width::of).sum();
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
}
