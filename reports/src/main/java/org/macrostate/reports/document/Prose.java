package org.macrostate.reports.document;

import java.util.ArrayList;
import java.util.List;
import org.macrostate.reports.typeset.Layout;
import org.macrostate.reports.typeset.NumberLayout;

/** A run of text with formulas, references and emphasis; grows by values: {@code Prose.text("for ").math(rho)}. */
public record Prose(List<Inline> parts) {
    public static final Prose EMPTY = new Prose(List.of());

    public Prose {
        parts = List.copyOf(parts);
    }

    public static Prose text(String text) {
        return EMPTY.and(text);
    }

    public static Prose math(Layout formula) {
        return EMPTY.andMath(formula);
    }

    /** A number rounded for people. */
    public static Prose number(double value, int significantDigits) {
        return math(NumberLayout.of(value, significantDigits));
    }

    public Prose and(String text) {
        return and(new Inline.Text(text));
    }

    public Prose andMath(Layout formula) {
        return and(new Inline.Math(formula));
    }

    public Prose andEmphasis(String text) {
        return and(new Inline.Emphasis(text));
    }

    public Prose andCode(String text) {
        return and(new Inline.Code(text));
    }

    public Prose andRef(String label) {
        return and(new Inline.Ref(label));
    }

    public Prose andCite(String key) {
        return and(new Inline.Cite(key));
    }

    public Prose andLink(String text, String address) {
        return and(new Inline.Link(text, address));
    }

    public Prose and(Inline part) {
        List<Inline> longer = new ArrayList<>(parts);
        longer.add(part);
        return new Prose(longer);
    }

    public Prose and(Prose more) {
        List<Inline> longer = new ArrayList<>(parts);
        longer.addAll(more.parts);
        return new Prose(longer);
    }

    public boolean isEmpty() {
        return parts.isEmpty();
    }
}
