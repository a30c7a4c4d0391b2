package org.macrostate.reports.typeset;

import java.util.List;

/** How much taller than a line of text a formula stands, which decides the size of brackets. */
public final class FormulaHeight {
    private FormulaHeight() {}

    /** True if it holds a fraction or a sum outside of scripts. */
    public static boolean isTall(Layout layout) {
        return holds(layout, Layout.Fraction.class)
                || holdsSum(layout)
                || holds(layout, Layout.Cases.class)
                || holds(layout, Layout.Matrix.class);
    }

    /** True if it holds a sum sign outside of scripts and fractions: too tall for brackets that grow by themselves. */
    public static boolean holdsSum(Layout layout) {
        return holds(layout, Layout.BigSum.class);
    }

    /** True for a name of several upright letters, which needs space around it in a product. */
    public static boolean isWord(Layout layout) {
        if (layout instanceof Layout.Letters l) {
            return l.style() == Layout.Style.UPRIGHT
                    && l.text().codePointCount(0, l.text().length()) > 1;
        }
        if (layout instanceof Layout.Indexed i) {
            return isWord(i.base());
        }
        return layout instanceof Layout.Script s && isWord(s.base());
    }

    /** True if the unwritten sign of a product at this place of a row stands beside a word. */
    public static boolean isBesideWord(Layout.Row row, int i) {
        return row.parts().get(i) instanceof Layout.Juxtaposed
                && ((i > 0 && isWord(row.parts().get(i - 1)))
                        || (i + 1 < row.parts().size() && isWord(row.parts().get(i + 1))));
    }

    private static boolean holds(Layout layout, Class<? extends Layout> kind) {
        if (kind.isInstance(layout)) {
            return true;
        }
        return inline(layout).stream().anyMatch(part -> holds(part, kind));
    }

    private static List<Layout> inline(Layout layout) {
        if (layout instanceof Layout.Row r) {
            return r.parts();
        }
        if (layout instanceof Layout.Fenced f) {
            return List.of(f.body());
        }
        if (layout instanceof Layout.Root r) {
            return List.of(r.body());
        }
        return layout instanceof Layout.Script s ? List.of(s.base()) : List.of();
    }
}
