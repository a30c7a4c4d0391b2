package org.macrostate.reports.document;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.macrostate.reports.typeset.EquationLine;

/** The number of everything in a document that carries one, counted as LaTeX's article class counts. */
public final class Labels {
    /** What a label stands on. */
    public enum Kind {
        SECTION,
        EQUATION,
        FIGURE,
        TABLE
    }

    /**
     * A labelled place.
     *
     * @param number as it is shown: {@code 2.1}, {@code 7}
     * @param anchor the label, or another name where the label would not be safe in TeX and HTML
     */
    public record Target(Kind kind, String number, String anchor) {}

    private static final Pattern SAFE = Pattern.compile("^(?!.*[:._-]{2})[A-Za-z][A-Za-z0-9:._-]*+(?<![:._-])");

    private final Map<String, Target> targets = new HashMap<>();
    private final int[] counts = new int[Kind.values().length];

    /**
     * Numbers a document.
     *
     * @throws IllegalArgumentException if two things carry one label
     */
    public Labels(Document document) {
        int n = 0;
        for (Section section : document.sections()) {
            visit(section, Integer.toString(++n));
        }
    }

    /** Where a label stands, if anywhere. */
    public Optional<Target> of(String label) {
        return Optional.ofNullable(targets.get(label));
    }

    /**
     * Where a label stands.
     *
     * @throws IllegalArgumentException if nothing carries it
     */
    public Target require(String label) {
        return of(label).orElseThrow(() -> new IllegalArgumentException("nothing is labelled '" + label + "'"));
    }

    private void visit(Section section, String number) {
        add(section.label(), Kind.SECTION, number);
        for (Block block : section.blocks()) {
            if (block instanceof Block.EquationBlock e) {
                e.lines().stream()
                        .map(EquationLine::label)
                        .filter(l -> !l.isEmpty())
                        .forEach(l -> count(l, Kind.EQUATION));
            } else if (block instanceof Block.FigureBlock f) {
                count(f.label(), Kind.FIGURE);
            } else if (block instanceof Block.TableBlock t) {
                count(t.label(), Kind.TABLE);
            }
        }
        int n = 0;
        for (Section sub : section.subsections()) {
            visit(sub, number + "." + ++n);
        }
    }

    private void count(String label, Kind kind) {
        add(label, kind, Integer.toString(++counts[kind.ordinal()]));
    }

    private void add(String label, Kind kind, String number) {
        if (label.isEmpty()) {
            return;
        }
        String anchor = SAFE.matcher(label).matches() ? label : kind.name().toLowerCase(Locale.ROOT) + "--" + number;
        if (targets.putIfAbsent(label, new Target(kind, number, anchor)) != null) {
            throw new IllegalArgumentException("label '" + label + "' is used twice");
        }
    }
}
