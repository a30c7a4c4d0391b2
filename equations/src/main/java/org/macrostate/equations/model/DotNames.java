package org.macrostate.equations.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.language.Meaning;
import org.macrostate.equations.language.Parser;
import org.macrostate.equations.language.Syntax;
import org.macrostate.equations.language.Text;
import org.macrostate.equations.tensor.Expression;

/** Reads the names of fields ({@code h: w . x}) and overlaps ({@code m: w . u}); copies are inherited. */
final class DotNames {
    private final NameTable names;
    private final ProblemStatement told;
    private final Set<String> fixed = new HashSet<>();
    private final Set<String> normed = new HashSet<>();
    private final Set<Set<String>> taken = new HashSet<>();

    DotNames(NameTable names, ProblemStatement told) {
        this.names = names;
        this.told = told;
        told.entriesOf(ModelSection.VECTORS).stream()
                .filter(e -> e.part("fixed").isPresent())
                .forEach(e -> fixed.add(e.name()));
        told.entriesOf(ModelSection.VECTORS).stream()
                .filter(e -> e.part("norm").isPresent())
                .forEach(e -> normed.add(e.name()));
    }

    List<Declaration.FieldName> fields() {
        List<Declaration.FieldName> fields = new ArrayList<>();
        for (Entry entry : told.entriesOf(ModelSection.FIELDS)) {
            Text text = text(entry, "field");
            List<String> sides = text.located(() -> sides(text));
            boolean turned = sort(text, sides.get(0)) == Use.Sort.SAMPLE;
            String vector = sides.get(turned ? 1 : 0);
            String sample = sides.get(turned ? 0 : 1);
            if (sort(text, vector) != Use.Sort.VECTOR || sort(text, sample) != Use.Sort.SAMPLE) {
                throw text.located(new BadInput(
                        "a field is a vector . sample, found '" + text.value().strip() + "'"));
            }
            claim(text, vector, sample);
            List<Expression> indices = new ArrayList<>(extents(vector));
            indices.addAll(extents(sample));
            names.declare(
                    entry.nameText(),
                    Use.Sort.FIELD,
                    new Meaning.NamedField(
                            vector, sample, indices, extents(vector).size()));
            copies(entry.name(), vector, sample, fields);
        }
        return fields;
    }

    /** A name for the field on each copy of a sample. */
    private void copies(String name, String vector, String sample, List<Declaration.FieldName> fields) {
        List<String> copies = names.copiesOf(sample);
        for (int i = 0; i < copies.size(); i++) {
            String own = extents(sample).isEmpty() ? name : names.free(name + "_" + (i + 1));
            fields.add(new Declaration.FieldName(own, vector, copies.get(i)));
        }
    }

    List<Declaration.OrderName> order() {
        List<Declaration.OrderName> order = new ArrayList<>();
        for (Entry entry : told.entriesOf(ModelSection.ORDER)) {
            Text text = text(entry, "overlap");
            List<String> sides = text.located(() -> sides(text));
            String left = sides.get(0);
            String right = sides.get(1);
            if (sort(text, left) != Use.Sort.VECTOR || sort(text, right) != Use.Sort.VECTOR) {
                throw text.located(new BadInput("an overlap is a vector . vector, found '"
                        + text.value().strip() + "'"));
            }
            if (fixed.contains(left) && fixed.contains(right)) {
                throw text.located(new BadInput("'" + left + " . " + right
                        + "' is an overlap of fixed vectors: it does not move and cannot be named"));
            }
            if (left.equals(right) && normed.contains(left) && extents(left).isEmpty()) {
                throw text.located(new BadInput("'" + left + " . " + right + "' is kept by the norm of " + left
                        + ": it does not move and cannot be named"));
            }
            claim(text, left, right);
            names.declare(entry.nameText(), Use.Sort.ORDER, named(left, right));
            order.add(new Declaration.OrderName(entry.name(), left, right));
        }
        order.addAll(unnamed());
        return order;
    }

    /**
     * Overlaps that need a name of their own and have none, {@code w_v}: with spectra {@code w . v} is the sum over blocks, and of
     * families with two indices the places would not tell which are whose.
     */
    private List<Declaration.OrderName> unnamed() {
        List<Declaration.OrderName> order = new ArrayList<>();
        List<String> families = names.names(Use.Sort.VECTOR);
        for (String left : families) {
            for (String right : families) {
                boolean moves = !fixed.contains(left) || !fixed.contains(right);
                boolean isLong = extents(left).size() > 1 || extents(right).size() > 1;
                boolean needed = names.blocks().isPresent() || isLong;
                if (moves && needed && taken.add(left.equals(right) ? Set.of(left) : Set.of(left, right))) {
                    String name = names.free(left + "_" + right);
                    names.declare(Text.of(name), Use.Sort.ORDER, named(left, right));
                    order.add(new Declaration.OrderName(name, left, right));
                }
            }
        }
        return order;
    }

    private Meaning named(String left, String right) {
        List<Expression> extents = new ArrayList<>();
        names.blocks().ifPresent(extents::add);
        extents.addAll(extents(left));
        extents.addAll(extents(right));
        return new Meaning.NamedOverlap(
                left, right, extents, extents(left).size(), names.blocks().isPresent());
    }

    private static Text text(Entry entry, String what) {
        return entry.part("value").orElseThrow(() -> entry.nameText()
                .located(new BadInput("'" + entry.name() + "' needs the dot product that the " + what + " is")));
    }

    private List<Expression> extents(String name) {
        return names.find(name).orElseThrow().meaning().extents();
    }

    private Use.Sort sort(Text text, String name) {
        return names.find(name)
                .orElseThrow(() -> {
                    List<String> known = new ArrayList<>(names.names(Use.Sort.VECTOR));
                    known.addAll(names.names(Use.Sort.SAMPLE));
                    int offset = Math.max(0, text.value().indexOf(name));
                    return text.part(offset, offset + name.length())
                            .located(BadInput.unknownName("vector or sample", name, known));
                })
                .sort();
    }

    private static List<String> sides(Text text) {
        if (Parser.parse(text.value()) instanceof Syntax.Call dot
                && dot.head().equals("Dot")
                && dot.arguments().size() == 2
                && dot.arguments().get(0) instanceof Syntax.Name left
                && dot.arguments().get(1) instanceof Syntax.Name right) {
            return List.of(left.text(), right.text());
        }
        throw new BadInput("expected a dot product of two names, as in w . x (copies are inherited), found '"
                + text.value().strip() + "'");
    }

    private void claim(Text text, String left, String right) {
        Set<String> pair = left.equals(right) ? Set.of(left) : Set.of(left, right);
        if (!taken.add(pair)) {
            throw text.located(new BadInput("'" + text.value().strip() + "' has a name already"));
        }
    }
}
