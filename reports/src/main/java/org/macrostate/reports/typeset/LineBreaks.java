package org.macrostate.reports.typeset;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Breaks a formula into lines: before a sign between sides or terms, within a term's brackets where the term alone is too wide, and
 * between factors only where nothing else helps.
 */
public final class LineBreaks {
    private static final int INDENT = 2;

    private final ToDoubleFunction<Layout> measure;

    private LineBreaks(ToDoubleFunction<Layout> measure) {
        this.measure = measure;
    }

    /**
     * The lines of a formula; continued ones begin with an {@link Layout.Indent}.
     *
     * @param width of a line, in em; a line is wider only if it holds a single part that cannot be broken
     */
    public static List<Layout> of(Layout formula, double width) {
        return of(formula, width, Width::of);
    }

    /** The same with widths in any unit. */
    public static List<Layout> of(Layout formula, double width, ToDoubleFunction<Layout> measure) {
        return measure.applyAsDouble(formula) <= width
                ? List.of(formula)
                : new LineBreaks(measure).lines(formula, width);
    }

    private double width(Layout layout) {
        return measure.applyAsDouble(layout);
    }

    private List<Layout> lines(Layout formula, double width) {
        List<Layout> lines = new ArrayList<>();
        List<Layout> line = new ArrayList<>();
        double used = 0;
        for (Chunk chunk : split(formula, width - 2 * width(new Layout.Indent(INDENT)), 0)) {
            double wide = width(chunk.layout());
            if (!line.isEmpty() && used + wide > width) {
                lines.add(Layout.row(line));
                line.clear();
                int indent = INDENT * (1 + Math.min(chunk.depth(), 2));
                line.add(new Layout.Indent(indent));
                used = width(new Layout.Indent(indent));
            }
            line.add(chunk.layout());
            used += wide;
        }
        lines.add(Layout.row(line));
        return List.copyOf(lines);
    }

    /** What stays together; a break is possible before each but the first. */
    private record Chunk(Layout layout, int depth) {}

    private List<Chunk> split(Layout layout, double width, int depth) {
        if (width(layout) <= width || !(layout instanceof Layout.Row row)) {
            return layout instanceof Layout.Fenced f && width(f) > width
                    ? inside(List.of(), f, List.of(), width, depth)
                    : List.of(new Chunk(layout, depth));
        }
        List<Chunk> chunks = new ArrayList<>();
        for (List<Layout> term : terms(row.parts())) {
            Layout whole = Layout.row(term);
            if (width(whole) <= width) {
                chunks.add(new Chunk(whole, depth));
            } else {
                chunks.addAll(opened(term, width, depth));
            }
        }
        return chunks;
    }

    /** Terms with the sign before each. */
    private static List<List<Layout>> terms(List<Layout> parts) {
        List<List<Layout>> terms = new ArrayList<>();
        for (Layout part : parts) {
            boolean sign = part instanceof Layout.Sign s
                    && (s.role() == Layout.Role.RELATION
                            || (s.role() == Layout.Role.BINARY && "+−∧∨".contains(s.text())));
            if (terms.isEmpty() || (sign && !terms.get(terms.size() - 1).isEmpty())) {
                terms.add(new ArrayList<>());
            }
            terms.get(terms.size() - 1).add(part);
        }
        return terms;
    }

    private List<Chunk> opened(List<Layout> term, double width, int depth) {
        int widest = -1;
        for (int i = 0; i < term.size(); i++) {
            boolean breakable = term.get(i) instanceof Layout.Fenced f && f.body() instanceof Layout.Row;
            if (breakable && (widest < 0 || width(term.get(i)) > width(term.get(widest)))) {
                widest = i;
            }
        }
        if (widest >= 0 && width(term.get(widest)) > width / 4) {
            Layout.Fenced fence = (Layout.Fenced) term.get(widest);
            return inside(term.subList(0, widest), fence, term.subList(widest + 1, term.size()), width, depth);
        }
        return factors(term, depth);
    }

    private List<Chunk> inside(List<Layout> before, Layout.Fenced fence, List<Layout> after, double width, int depth) {
        List<Chunk> inner = split(fence.body(), Math.min(width, width(fence.body()) - 0.1), depth + 1);
        List<Chunk> chunks = new ArrayList<>();
        for (int i = 0; i < inner.size(); i++) {
            List<Layout> parts = new ArrayList<>();
            if (i == 0) {
                parts.addAll(led(before, inner.get(0).layout(), width, depth, chunks));
                parts.add(new Layout.Bracket(fence.open(), true));
            }
            parts.add(inner.get(i).layout());
            if (i == inner.size() - 1) {
                parts.add(new Layout.Bracket(fence.close(), false));
                parts.addAll(after);
            }
            chunks.add(new Chunk(
                    Layout.row(parts),
                    i == 0 && chunks.isEmpty() ? depth : inner.get(i).depth()));
        }
        return chunks;
    }

    /** What leads a bracket; where that and the bracket's first part are too wide together, a factor goes before. */
    private List<Layout> led(List<Layout> before, Layout first, double width, int depth, List<Chunk> chunks) {
        int last = before.lastIndexOf(new Layout.Juxtaposed());
        if (last <= 0 || width(Layout.row(before)) + width(first) <= width) {
            return before;
        }
        chunks.add(new Chunk(Layout.row(before.subList(0, last)), depth));
        List<Layout> rest = new ArrayList<>(before.subList(last, before.size()));
        rest.set(0, new Layout.Sign("×", Layout.Role.BINARY));
        return rest;
    }

    private static List<Chunk> factors(List<Layout> term, int depth) {
        List<Chunk> chunks = new ArrayList<>();
        List<Layout> current = new ArrayList<>();
        for (Layout part : term) {
            if (part instanceof Layout.Juxtaposed) {
                chunks.add(new Chunk(Layout.row(current), depth + 1));
                current.clear();
                current.add(new Layout.Sign("×", Layout.Role.BINARY));
            } else {
                current.add(part);
            }
        }
        chunks.add(new Chunk(Layout.row(current), depth + 1));
        return rejoined(chunks);
    }

    /** Puts back the factors before the first break, and hides the written sign where no break came of it. */
    private static List<Chunk> rejoined(List<Chunk> chunks) {
        if (chunks.size() < 2) {
            return chunks;
        }
        int half = chunks.size() / 2;
        List<Chunk> halves = new ArrayList<>();
        halves.add(joined(chunks.subList(0, half), false));
        halves.add(joined(chunks.subList(half, chunks.size()), true));
        return halves;
    }

    private static Chunk joined(List<Chunk> chunks, boolean keepsFirstSign) {
        List<Layout> parts = new ArrayList<>();
        for (int i = 0; i < chunks.size(); i++) {
            List<Layout> inner = chunks.get(i).layout() instanceof Layout.Row r
                    ? r.parts()
                    : List.of(chunks.get(i).layout());
            boolean signed = !inner.isEmpty()
                    && inner.get(0) instanceof Layout.Sign s
                    && s.text().equals("×");
            if (signed && !(i == 0 && keepsFirstSign)) {
                parts.add(new Layout.Juxtaposed());
                inner = inner.subList(1, inner.size());
            }
            parts.addAll(inner);
        }
        return new Chunk(Layout.row(parts), chunks.get(0).depth());
    }
}
