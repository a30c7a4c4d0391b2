package org.macrostate.equations.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.language.Elaborator;
import org.macrostate.equations.language.FunctionTable;
import org.macrostate.equations.language.Text;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Symbol;

/** Reads what moves: a loss, updates or a flow, exactly one of them. */
final class DynamicsReading {
    private final NameTable names;
    private final ProblemStatement told;
    private final List<Declaration.Vectors> vectors;
    private final List<Declaration.Scalar> scalars;

    DynamicsReading(
            NameTable names,
            ProblemStatement told,
            List<Declaration.Vectors> vectors,
            List<Declaration.Scalar> scalars) {
        this.names = names;
        this.told = told;
        this.vectors = vectors;
        this.scalars = scalars;
    }

    /**
     * Which of the three ways is used to say how things move.
     *
     * <p>Beside a loss, updates may state the steps of what does not follow its gradient.
     *
     * @throws BadInput unless exactly one is, but for updates beside a loss
     */
    static String way(ProblemStatement told) {
        List<String> stated = new ArrayList<>();
        if (told.hasLoss()) {
            stated.add("loss");
        }
        if (!told.updates().isEmpty()) {
            stated.add("update");
        }
        if (!told.flow().isEmpty()) {
            stated.add("flow");
        }
        boolean beside = stated.equals(List.of("loss", "update"));
        if (stated.size() != 1 && !beside) {
            throw told.name()
                    .located(new BadInput("a model states one of 'loss', 'update' and 'flow', found "
                            + (stated.isEmpty() ? "none" : String.join(" and ", stated))));
        }
        return stated.get(0);
    }

    Dynamics read() {
        return switch (way(told)) {
            case "loss" -> told.losses().isEmpty() ? loss(told.loss().orElseThrow()) : losses();
            case "update" -> updates();
            default -> flow();
        };
    }

    private Dynamics loss(Text text) {
        return new Dynamics.Loss(expression(text), listed());
    }

    /** A loss for each of the trained names that have no line in {@code update}. */
    private Dynamics losses() {
        List<Dynamics.Update> updates = listed();
        Set<String> stepped = new HashSet<>();
        updates.forEach(u -> stepped.add(u.target()));
        Map<String, Expression> own = new LinkedHashMap<>();
        for (ProblemStatement.Line line : told.losses()) {
            Text target = line.target();
            String name = target.value().strip();
            if (!trained().contains(name)) {
                throw target.located(BadInput.unknownName("trained vector or scalar", name, trained()));
            }
            if (stepped.contains(name)) {
                throw target.located(new BadInput("'" + name + "' has a line in 'update' and moves by that"));
            }
            own.put(name, expression(line.value()));
        }
        trained().stream()
                .filter(name -> !own.containsKey(name) && !stepped.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw told.losses()
                            .get(0)
                            .target()
                            .located(new BadInput(
                                    "'" + name + "' is trained but has no line in 'loss'; where each network"
                                            + " has its own, 'loss' has a line for every trained name"));
                });
        return new Dynamics.Loss(own, Rational.ZERO, updates);
    }

    private Expression expression(Text text) {
        if (scalars.isEmpty() && vectors.stream().noneMatch(Declaration.Vectors::isTrained)) {
            throw text.located(new BadInput("nothing is trained: a loss needs vectors with a rate, or scalars"));
        }
        Expression loss = Elaborator.elaborate(text, new ProblemScope(names, Use.LOSS));
        if (loss instanceof Apply && FunctionTable.isCondition(loss)) {
            throw text.located(
                    new BadInput("a loss is a number, found a condition; If[condition, 1, 0] is its number"));
        }
        return loss;
    }

    private Dynamics updates() {
        List<Dynamics.Update> updates = listed();
        Set<String> moved = new HashSet<>();
        updates.forEach(u -> moved.add(u.target()));
        trained().stream().filter(name -> !moved.contains(name)).findFirst().ifPresent(name -> {
            throw told.updates()
                    .get(0)
                    .target()
                    .located(new BadInput(
                            "'" + name + "' is trained but has no line in 'update'; one that stands still is 'fixed'"));
        });
        return new Dynamics.Updates(updates);
    }

    private List<Dynamics.Update> listed() {
        List<Dynamics.Update> updates = new ArrayList<>();
        Set<String> moved = new HashSet<>();
        for (ProblemStatement.Line line : told.updates()) {
            LeftSide target = LeftSide.read(names, line.target(), Set.of(Use.Sort.VECTOR, Use.Sort.SCALAR));
            checkMoves(line.target(), target.name(), moved);
            Expression step = Elaborator.elaborate(line.value(), new ProblemScope(names, Use.UPDATE), target.indices());
            line.value().located(() -> {
                checkStep(target, step);
                return step;
            });
            updates.add(new Dynamics.Update(target.name(), target.indices(), step));
        }
        return updates;
    }

    private void checkMoves(Text text, String name, Set<String> moved) {
        vectors.stream()
                .filter(v -> v.name().equals(name) && !v.isTrained())
                .findFirst()
                .ifPresent(v -> {
                    throw text.located(new BadInput("vectors " + name + " are fixed and cannot move"));
                });
        if (!moved.add(name)) {
            throw text.located(new BadInput("'" + name + "' has two lines"));
        }
    }

    private void checkStep(LeftSide target, Expression step) {
        if (names.find(target.name()).orElseThrow().sort() == Use.Sort.VECTOR) {
            LinearityCheck.check(step, "the step of " + target.name());
        } else if (Expansion.contains(
                step, e -> e instanceof Symbol s && (s.kind() == Kind.VECTOR || s.kind() == Kind.SAMPLE))) {
            throw new BadInput("the step of scalar " + target.name() + " must be a number, found '"
                    + LinearityCheck.shown(step) + "'");
        }
    }

    private List<String> trained() {
        List<String> trained = new ArrayList<>();
        vectors.stream().filter(Declaration.Vectors::isTrained).forEach(v -> trained.add(v.name()));
        scalars.forEach(s -> trained.add(s.name()));
        return trained;
    }

    private Dynamics flow() {
        if (!vectors.isEmpty()) {
            throw told.flow()
                    .get(0)
                    .target()
                    .located(new BadInput("a flow is a plain system in scalars: it cannot have vectors"));
        }
        List<Dynamics.Rate> rates = new ArrayList<>();
        Set<String> moved = new HashSet<>();
        for (ProblemStatement.Line line : told.flow()) {
            LeftSide target = LeftSide.read(names, line.target(), Set.of(Use.Sort.SCALAR));
            checkMoves(line.target(), target.name(), moved);
            List<Index> free = target.indices();
            rates.add(new Dynamics.Rate(
                    target.name(), free, Elaborator.elaborate(line.value(), new ProblemScope(names, Use.FLOW), free)));
        }
        trained().stream().filter(name -> !moved.contains(name)).findFirst().ifPresent(name -> {
            throw told.flow().get(0).target().located(new BadInput("scalar '" + name + "' has no line in 'flow'"));
        });
        return new Dynamics.Flow(rates);
    }
}
