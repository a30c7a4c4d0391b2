package org.macrostate.reports.typeset;

import java.util.List;

/** Which brackets go around what. */
final class Brackets {
    private Brackets() {}

    /** In round brackets, or in square ones where round ones are inside already, and so on. */
    static Layout around(Layout body) {
        int inside = depth(body);
        return switch (inside % 3) {
            case 0 -> new Layout.Fenced("(", body, ")");
            case 1 -> new Layout.Fenced("[", body, "]");
            default -> new Layout.Fenced("{", body, "}");
        };
    }

    /** How many pairs of brackets of a person's are within one another; indices and scripts do not count. */
    private static int depth(Layout layout) {
        if (layout instanceof Layout.Fenced f) {
            return depth(f.body()) + ("([{".contains(f.open()) ? 1 : 0);
        }
        int deepest = 0;
        for (Layout child : children(layout)) {
            deepest = Math.max(deepest, depth(child));
        }
        return deepest;
    }

    private static List<Layout> children(Layout layout) {
        if (layout instanceof Layout.Row r) {
            return r.parts();
        }
        if (layout instanceof Layout.Fraction f) {
            return List.of(f.above(), f.below());
        }
        if (layout instanceof Layout.Script s) {
            return List.of(s.base());
        }
        return layout instanceof Layout.Cases c ? List.of(c.condition(), c.value(), c.otherwise()) : List.of();
    }
}
