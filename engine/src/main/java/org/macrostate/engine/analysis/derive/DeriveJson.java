package org.macrostate.engine.analysis.derive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.engine.model.SymbolicText;
import org.macrostate.engine.output.ExpressionTree;
import org.macrostate.equations.derive.Length;
import org.macrostate.equations.derive.MomentFunction;
import org.macrostate.equations.derive.NamedTerm;
import org.macrostate.equations.derive.Notation;
import org.macrostate.equations.derive.StateVariable;
import org.macrostate.equations.derive.Step;
import org.macrostate.equations.derive.StepLine;
import org.macrostate.equations.gaussian.Table;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Guarded;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Position;
import org.macrostate.equations.tensor.Symbol;

/**
 * A derived system as JSON that another program can compile: every formula as text, as LaTeX and as a tree (see
 * {@link ExpressionTree}), indices with how far they run, the numbers of all tables.
 */
final class DeriveJson {
    private final DeriveAnswer answer;
    private final SymbolicText symbolic;

    DeriveJson(DeriveAnswer answer) {
        this.answer = answer;
        this.symbolic = new SymbolicText(answer.system().problem());
    }

    Map<String, Object> of(DerivedLines lines) {
        var system = answer.system();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("limit", system.limit().text());
        json.put("time", system.time());
        json.put("sizes", answer.sizes().values());
        json.put("state", system.variables().stream().map(this::variable).toList());
        json.put("tables", system.tables().stream().map(this::table).toList());
        json.put(
                "functions",
                Notation.functions(system).stream().sorted().map(this::function).toList());
        json.put("means of fields", system.functions().stream().map(this::mean).toList());
        json.put("pieces", all("name", lines.pieces()));
        json.put("equations", all("variable", lines.equations()));
        json.put("fixed-point conditions", all("variable", lines.conditions()));
        json.put(
                "integrated numerically",
                system.numericalPieces().stream().map(p -> p.name()).toList());
        json.put("quadrature error estimate", answer.quadratureErrors());
        json.put("observables", all("name", lines.formulas(system.observables())));
        json.put("phases", all("name", lines.formulas(system.phases())));
        answer.symmetries().ifPresent(found -> json.put("symmetries", found));
        answer.costates().ifPresent(told -> json.put("costates", told.json()));
        answer.steps().ifPresent(length -> json.put("steps", steps(length)));
        return json;
    }

    /** A function that is not elementary, in terms of those that are; a scale (s, r) or covariance (b) left out is zero. */
    private Map<String, Object> function(Function function) {
        List<String> letters =
                function.mostArguments() == 2 ? List.of("v", "s") : List.of("c", "v", "w", "b", "s", "r");
        List<Expression> symbols = letters.stream()
                .<Expression>map(letter -> new Symbol(Kind.PARAMETER, letter, List.of()))
                .toList();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", function.text());
        json.put("arguments", letters);
        json.put("left out", 0);
        json.putAll(formula(Guarded.definition(new Apply(function, symbols)).orElseThrow()));
        return json;
    }

    /** A mean that several pieces are of their fields; its parameters are covariances and means of the fields. */
    private Map<String, Object> mean(MomentFunction f) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", f.name());
        json.put("fields", f.fields().size());
        json.put(
                "parameters",
                f.parameters().stream()
                        .map(p -> MomentFunction.parameter(p).name())
                        .toList());
        f.closed().ifPresent(value -> json.putAll(formula(value)));
        json.put(
                "pieces",
                answer.system().pieces().stream()
                        .filter(p -> p.call()
                                .filter(c -> c.function().equals(f.name()))
                                .isPresent())
                        .map(this::call)
                        .toList());
        return json;
    }

    private Map<String, Object> call(NamedTerm piece) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("head", piece.name());
        json.put("indices", indices(List.copyOf(piece.indices())));
        json.put(
                "arguments",
                piece.call().stream()
                        .flatMap(c -> c.arguments().stream())
                        .map(ExpressionTree::of)
                        .toList());
        return json;
    }

    private Map<String, Object> variable(StateVariable v) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", v.name());
        json.put("indices", indices(List.copyOf(v.indices())));
        json.put("symmetric", v.symmetric());
        if (v.isOverlap()) {
            json.put("overlap of", List.of(v.left(), v.right()));
        } else {
            json.put("domain", v.domain().toString().toLowerCase(java.util.Locale.ROOT));
            v.start().ifPresent(start -> json.put("start", start));
        }
        return json;
    }

    private Map<String, Object> table(Table table) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", table.name());
        json.put("meaning", table.meaning());
        json.put("values", table.values());
        return json;
    }

    private List<Object> all(String key, List<DerivedLine> lines) {
        List<Object> list = new ArrayList<>();
        for (DerivedLine line : lines) {
            Map<String, Object> item = new LinkedHashMap<>();
            item.put(key, line.label());
            if (!line.places().isEmpty()) {
                item.put("head", line.name());
                item.put("indices", indices(line.places()));
            }
            words(line.about()).ifPresent(w -> item.put("meaning", w));
            words(line.rule()).ifPresent(w -> item.put("rule", w));
            if (line.numerical()) {
                item.put("integrated numerically", true);
            }
            item.putAll(formula(line.right()));
            list.add(item);
        }
        return list;
    }

    private static Optional<String> words(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** Letters with how far they run, or positions. */
    private static List<Object> indices(List<IndexTerm> places) {
        List<Object> list = new ArrayList<>();
        for (IndexTerm place : places) {
            if (place instanceof Position p) {
                list.add(p.value());
            } else {
                Index index = (Index) place;
                Map<String, Object> told = new LinkedHashMap<>();
                told.put("index", index.name());
                told.put("to", ExpressionTree.of(index.extent()));
                list.add(told);
            }
        }
        return list;
    }

    private Map<String, Object> formula(Expression e) {
        Map<String, Object> json = symbolic.json(e);
        json.put("tree", ExpressionTree.of(e));
        return json;
    }

    private List<Object> steps(Length length) {
        List<Object> list = new ArrayList<>();
        for (Step step : answer.system().steps(length)) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("title", step.title());
            json.put("length", step.length().text());
            json.put("rule", step.rule());
            json.put("lines", step.lines().stream().map(this::line).toList());
            list.add(json);
        }
        return list;
    }

    private Map<String, Object> line(StepLine line) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("left", line.left());
        json.put("relation", line.relation().words());
        json.put("right", symbolic.json(line.right()));
        words(line.rule()).ifPresent(w -> json.put("rule", w));
        return json;
    }
}
