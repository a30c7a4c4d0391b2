package org.macrostate.reports.table;

import java.util.List;
import java.util.stream.Collectors;
import org.macrostate.reports.document.VisibleText;
import org.macrostate.reports.typeset.Layout;

/** Prints layouts on one line of Unicode: {@code dQ[k,l]/dt = τ (…) + τ² η Σ_{a≤M} …}. */
public final class MathUnicode {
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private MathUnicode() {}

    public static String of(Layout layout) {
        if (layout instanceof Layout.Row r) {
            return join(r.parts());
        }
        if (layout instanceof Layout.Letters l) {
            return VisibleText.of(l.text());
        }
        if (layout instanceof Layout.Digits d) {
            return d.text();
        }
        if (layout instanceof Layout.Sign s) {
            return sign(s);
        }
        if (layout instanceof Layout.Juxtaposed) {
            return " ";
        }
        if (layout instanceof Layout.Fraction f) {
            return above(f.above()) + "/" + atom(f.below());
        }
        if (layout instanceof Layout.Root r) {
            return "√" + atom(r.body());
        }
        if (layout instanceof Layout.Script s) {
            return atom(s.base()) + (s.below().isEmpty() ? "" : "_" + grouped(s.below())) + raised(s.above());
        }
        if (layout instanceof Layout.Indexed i) {
            String label = i.label().isEmpty() ? "" : "_" + of(i.label());
            return of(i.base())
                    + label
                    + i.indices().stream().map(MathUnicode::of).collect(Collectors.joining(",", "[", "]"));
        }
        if (layout instanceof Layout.Fenced f) {
            return f.open() + of(f.body()) + f.close();
        }
        if (layout instanceof Layout.Bracket b) {
            return b.text();
        }
        if (layout instanceof Layout.BigSum s) {
            String indices = s.indices().stream().map(MathUnicode::of).collect(Collectors.joining(","));
            return "Σ_{" + indices + (s.extent().isEmpty() ? "" : "≤" + of(s.extent())) + "} ";
        }
        if (layout instanceof Layout.Accent a) {
            return of(a.base()) + (a.mark().equals("^") ? "\u0302" : a.mark().equals("~") ? "\u0303" : a.mark());
        }
        if (layout instanceof Layout.Cases c) {
            return "{" + of(c.value()) + " if " + of(c.condition()) + "; " + of(c.otherwise()) + " otherwise}";
        }
        if (layout instanceof Layout.Matrix m) {
            return m.rows().stream()
                    .map(row -> row.stream().map(MathUnicode::of).collect(Collectors.joining(", ")))
                    .collect(Collectors.joining("; ", "(", ")"));
        }
        if (layout instanceof Layout.Words w) {
            return VisibleText.of(w.text());
        }
        return layout instanceof Layout.Indent i ? " ".repeat(i.em()) : "";
    }

    private static String join(List<Layout> parts) {
        return parts.stream().map(MathUnicode::of).collect(Collectors.joining());
    }

    private static String sign(Layout.Sign s) {
        return switch (s.role()) {
            case BINARY -> s.text().equals("·") || s.text().equals("×") ? s.text() : " " + s.text() + " ";
            case RELATION -> " " + s.text() + " ";
            case PUNCTUATION -> s.text() + " ";
            case PREFIX, CLOSE -> s.text();
        };
    }

    private static String raised(Layout exponent) {
        if (exponent.isEmpty()) {
            return "";
        }
        String text = of(exponent);
        boolean digits = text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '−');
        return digits
                ? text.chars()
                        .mapToObj(c -> c == '−' ? "⁻" : String.valueOf(RAISED.charAt(c - '0')))
                        .collect(Collectors.joining())
                : "^" + grouped(exponent);
    }

    private static String grouped(Layout layout) {
        return layout instanceof Layout.Row ? "(" + of(layout) + ")" : of(layout);
    }

    /** What a fraction stroke behind it would not tear apart stays without brackets. */
    private static String above(Layout layout) {
        boolean sum = layout instanceof Layout.Row r
                && r.parts().stream().anyMatch(p -> p instanceof Layout.BigSum || isBetweenTerms(p));
        return sum || layout instanceof Layout.Fraction ? "(" + of(layout) + ")" : of(layout);
    }

    private static boolean isBetweenTerms(Layout part) {
        return part instanceof Layout.Sign s
                && (s.role() == Layout.Role.RELATION || (s.role() == Layout.Role.BINARY && !"·×".contains(s.text())));
    }

    private static String atom(Layout layout) {
        boolean loose = layout instanceof Layout.Fraction
                || (layout instanceof Layout.Row r
                        && !isCall(r)
                        && r.parts().stream().anyMatch(p -> !isPlain(p)));
        return loose ? "(" + of(layout) + ")" : of(layout);
    }

    /** Letters and digits that stand together without any sign, as in {@code dt}. */
    private static boolean isPlain(Layout part) {
        return part instanceof Layout.Letters || part instanceof Layout.Digits || part instanceof Layout.Indexed;
    }

    private static boolean isCall(Layout.Row row) {
        return row.parts().size() == 3 && row.parts().get(1) instanceof Layout.Applied;
    }
}
