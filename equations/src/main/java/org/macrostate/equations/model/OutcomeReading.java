package org.macrostate.equations.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.language.Elaborator;
import org.macrostate.equations.language.Parser;
import org.macrostate.equations.language.Syntax;
import org.macrostate.equations.language.Text;
import org.macrostate.equations.language.Words;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Field;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Symbol;

/** Reads observables, named states and phases. */
final class OutcomeReading {
    private final NameTable names;
    private final LearningProblemBuilder told;

    OutcomeReading(NameTable names, LearningProblemBuilder told) {
        this.names = names;
        this.told = told;
    }

    List<Declaration.Observable> observables() {
        List<Declaration.Observable> observables = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Entry entry : told.entriesOf(Section.OBSERVABLES)) {
            checkOwnName(entry.nameText(), "observable", seen);
            Text text = expression(entry, "observable");
            Expression value = Elaborator.elaborate(text, new ProblemScope(names, Use.OBSERVABLE));
            text.located(() -> {
                checkMean(value, false);
                return value;
            });
            observables.add(new Declaration.Observable(entry.name(), value));
        }
        return observables;
    }

    private void checkOwnName(Text name, String role, Set<String> seen) {
        name.located(() -> {
            NameTable.checkName(name.value());
            if (names.find(name.value()).isPresent() || !seen.add(name.value())) {
                throw new BadInput("name '" + name.value() + "' of an " + role + " is declared twice");
            }
            return name;
        });
    }

    /** What a fresh sample decides has no value of its own, only a mean. */
    private static void checkMean(Expression e, boolean inside) {
        if (!inside && (e instanceof Field || e instanceof Symbol s && s.kind() == Kind.RANDOM)) {
            throw new BadInput(
                    "'" + LinearForm.shown(e) + "' is random: in an observable it may stand only in Mean[...]");
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
        for (Entry entry : told.entriesOf(Section.PHASES)) {
            Text text = expression(entry, "phase");
            if (!seen.add(entry.name())) {
                throw entry.nameText().located(new BadInput("phase '" + entry.name() + "' is declared twice"));
            }
            Expression condition = Elaborator.elaborate(text, new ProblemScope(names, Use.PHASE));
            if (!Words.isCondition(condition)) {
                throw text.located(new BadInput(
                        "phase '" + entry.name() + "' must be a condition such as Q[1,1] < 1/10, or True, found '"
                                + LinearForm.shown(condition) + "'"));
            }
            phases.add(new Declaration.Phase(entry.name(), condition));
        }
        return phases;
    }

    private static Text expression(Entry entry, String role) {
        return entry.part("value").orElseThrow(() -> entry.nameText()
                .located(new BadInput(role + " '" + entry.name() + "' needs an expression")));
    }

    List<Declaration.NamedState> states(List<Declaration.Vectors> vectors) {
        List<Declaration.NamedState> states = new ArrayList<>();
        for (Map.Entry<Text, List<LearningProblemBuilder.Line>> state :
                told.states().entrySet()) {
            List<StateValue> values = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            for (LearningProblemBuilder.Line line : state.getValue()) {
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

    private StateValue value(LearningProblemBuilder.Line line, List<Declaration.Vectors> vectors) {
        Target target = line.target()
                .located(() -> Parser.parse(line.target().value()) instanceof Syntax.Call call
                                && call.head().equals("Dot")
                        ? unnamed(call, vectors)
                        : Target.readAll(names, line.target(), Set.of(Use.Sort.ORDER, Use.Sort.SCALAR)));
        List<Index> indices = target.indices();
        Expression value = Elaborator.elaborate(line.value(), new ProblemScope(names, Use.CONSTANTS), indices);
        return new StateValue(target.name(), indices, value);
    }

    /** An overlap without a name of its own is called by its dot product, {@code w.v} or {@code w[k].v[l]}. */
    private Target unnamed(Syntax.Call dot, List<Declaration.Vectors> vectors) {
        List<String> families = new ArrayList<>();
        List<Index> indices = new ArrayList<>();
        for (Syntax side : dot.arguments()) {
            String family = side instanceof Syntax.Name n ? n.text() : side instanceof Syntax.Call c ? c.head() : "";
            if (vectors.stream().noneMatch(v -> v.name().equals(family))) {
                throw BadInput.unknownName("vector", family, names.names(Use.Sort.VECTOR));
            }
            List<Syntax> arguments = side instanceof Syntax.Call c ? c.arguments() : List.of();
            families.add(family);
            indices.addAll(Target.indices(
                    family,
                    arguments,
                    names.find(family).orElseThrow().meaning().extents(),
                    true));
        }
        return new Target(families.get(0) + "." + families.get(1), indices);
    }
}
