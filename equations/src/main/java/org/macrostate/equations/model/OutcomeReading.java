package org.macrostate.equations.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.language.Elaborator;
import org.macrostate.equations.language.FunctionTable;
import org.macrostate.equations.language.Meaning;
import org.macrostate.equations.language.OpenIndices;
import org.macrostate.equations.language.Parser;
import org.macrostate.equations.language.Syntax;
import org.macrostate.equations.language.Text;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Field;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Symbol;

/** Reads observables, named states and phases. */
final class OutcomeReading {
    private static final List<String> IMPLIED = List.of("k", "l");

    private final NameTable names;
    private final ProblemStatement told;

    OutcomeReading(NameTable names, ProblemStatement told) {
        this.names = names;
        this.told = told;
    }

    List<Declaration.Observable> observables() {
        List<Declaration.Observable> observables = new ArrayList<>();
        for (Entry entry : told.entriesOf(ModelSection.OBSERVABLES)) {
            Text text = expression(entry, "observable");
            Expression value = Elaborator.elaborate(text, new ProblemScope(names, Use.OBSERVABLE));
            text.located(() -> {
                checkMean(value, false);
                return value;
            });
            Use.Sort sort = hasMean(value) ? Use.Sort.MEAN : Use.Sort.OBSERVABLE;
            names.declare(entry.nameText(), sort, new Meaning.Defined(value));
            observables.add(new Declaration.Observable(entry.name(), value));
        }
        return observables;
    }

    static boolean hasMean(Expression value) {
        return Expansion.contains(value, e -> e instanceof Apply a && a.function() == Function.MEAN);
    }

    /** What a fresh sample decides has no value of its own, only a mean. */
    private static void checkMean(Expression e, boolean inside) {
        if (!inside && (e instanceof Field || e instanceof Symbol s && s.kind() == Kind.RANDOM)) {
            throw new BadInput(
                    "'" + LinearityCheck.shown(e) + "' is random: in an observable it may stand only in Mean[...]");
        }
        boolean mean = e instanceof Apply a && a.function() == Function.MEAN;
        if (mean && inside) {
            throw new BadInput("Mean[...] may not stand in another Mean[...]");
        }
        e.children().forEach(child -> checkMean(child, inside || mean));
    }

    List<Declaration.Phase> phases() {
        List<Declaration.Phase> phases = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Entry entry : told.entriesOf(ModelSection.PHASES)) {
            Text text = expression(entry, "phase");
            checkLabel(entry.nameText(), "phase");
            if (!seen.add(entry.name())) {
                throw entry.nameText().located(new BadInput("phase '" + entry.name() + "' is declared twice"));
            }
            Expression condition = Elaborator.elaborate(text, new ProblemScope(names, Use.PHASE));
            if (!FunctionTable.isCondition(condition)) {
                throw text.located(new BadInput(
                        "phase '" + entry.name() + "' must be a condition such as Q[1,1] < 1/10, or True, found '"
                                + text.value().strip() + "'"));
            }
            phases.add(new Declaration.Phase(entry.name(), condition));
        }
        return phases;
    }

    /** Phases and states do not stand in expressions: their names may be words with blanks. */
    private static void checkLabel(Text label, String role) {
        if (!label.value().matches("[\\p{L}\\p{Nd}][\\p{L}\\p{Nd} _.-]{0,63}")) {
            throw label.located(new BadInput("the name of a " + role
                    + " is made of letters, digits, blanks, '-', '_' and '.', found '" + label.value() + "'"));
        }
    }

    private static Text expression(Entry entry, String role) {
        return entry.part("value").orElseThrow(() -> entry.nameText()
                .located(new BadInput(role + " '" + entry.name() + "' needs an expression")));
    }

    List<Declaration.NamedState> states(List<Declaration.Vectors> vectors) {
        List<Declaration.NamedState> states = new ArrayList<>();
        for (Map.Entry<Text, List<ProblemStatement.Line>> state : told.states().entrySet()) {
            checkLabel(state.getKey(), "state");
            List<StateValue> values = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            for (ProblemStatement.Line line : state.getValue()) {
                StateValue value = value(line, vectors);
                if (!seen.add(value.orderParameter())) {
                    throw line.target()
                            .located(new BadInput("'" + value.orderParameter() + "' has two values in state '"
                                    + state.getKey().value() + "'"));
                }
                values.add(value);
            }
            states.add(new Declaration.NamedState(state.getKey().value(), values));
        }
        return states;
    }

    private StateValue value(ProblemStatement.Line line, List<Declaration.Vectors> vectors) {
        LeftSide target = line.target()
                .located(() -> Parser.parse(line.target().value()) instanceof Syntax.Call call
                                && call.head().equals("Dot")
                        ? unnamed(call, vectors)
                        : LeftSide.readAll(names, line.target(), Set.of(Use.Sort.ORDER, Use.Sort.SCALAR)));
        List<Index> indices = target.indices().isEmpty() ? implied(target, line.value()) : target.indices();
        Expression value = Elaborator.elaborate(line.value(), new ProblemScope(names, Use.CONSTANTS), indices);
        return new StateValue(target.name(), indices, value);
    }

    /** The indices of a name that stands without them, if its value has some: k, then l. */
    private List<Index> implied(LeftSide target, Text value) {
        List<Expression> extents = names.find(target.name())
                .map(named -> named.meaning().extents())
                .orElse(List.of());
        Set<String> open = OpenIndices.of(value, new ProblemScope(names, Use.CONSTANTS));
        if (extents.isEmpty() || extents.size() > IMPLIED.size() || !IMPLIED.containsAll(open) || open.isEmpty()) {
            return List.of();
        }
        List<Index> indices = new ArrayList<>();
        for (int i = 0; i < extents.size(); i++) {
            indices.add(new Index(IMPLIED.get(i), extents.get(i)));
        }
        return indices;
    }

    /** An overlap without a name of its own is called by its dot product, {@code w.v} or {@code w[k].v[l]}. */
    private LeftSide unnamed(Syntax.Call dot, List<Declaration.Vectors> vectors) {
        List<String> families = new ArrayList<>();
        List<Index> indices = new ArrayList<>();
        for (Syntax side : dot.arguments()) {
            String family = side instanceof Syntax.Name n ? n.text() : side instanceof Syntax.Call c ? c.head() : "";
            if (vectors.stream().noneMatch(v -> v.name().equals(family))) {
                throw BadInput.unknownName("vector", family, names.names(Use.Sort.VECTOR));
            }
            List<Syntax> arguments = side instanceof Syntax.Call c ? c.arguments() : List.of();
            families.add(family);
            indices.addAll(LeftSide.indices(
                    family,
                    arguments,
                    names.find(family).orElseThrow().meaning().extents(),
                    true));
        }
        return named(families.get(0), families.get(1), indices, vectors);
    }

    private LeftSide named(String left, String right, List<Index> indices, List<Declaration.Vectors> vectors) {
        names.names(Use.Sort.ORDER).stream()
                .filter(n -> names.find(n).orElseThrow().meaning() instanceof Meaning.NamedOverlap o
                        && new HashSet<>(List.of(o.left(), o.right())).equals(new HashSet<>(List.of(left, right))))
                .findFirst()
                .ifPresent(n -> {
                    throw new BadInput("'" + left + "." + right + "' has the name '" + n + "'; use it");
                });
        List<String> families = vectors.stream().map(Declaration.Vectors::name).toList();
        if (families.indexOf(left) > families.indexOf(right)) {
            throw new BadInput("write '" + right + "." + left + "': the vector declared first comes first");
        }
        if (vectors.stream()
                .noneMatch(
                        v -> v.isTrained() && (v.name().equals(left) || v.name().equals(right)))) {
            throw new BadInput("'" + left + "." + right + "' is an overlap of fixed vectors: it does not move");
        }
        return new LeftSide(left + "." + right, indices);
    }
}
