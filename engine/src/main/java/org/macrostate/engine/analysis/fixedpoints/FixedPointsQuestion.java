package org.macrostate.engine.analysis.fixedpoints;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.macrostate.engine.analysis.ExecutionContext;
import org.macrostate.engine.analysis.Question;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.model.UndefinedObservables;
import org.macrostate.engine.sweep.Progress;
import org.macrostate.equations.TimeLimit;
import org.macrostate.solvers.fixedpoint.FixedPoint;
import org.macrostate.solvers.fixedpoint.FixedPointSearch;
import org.macrostate.solvers.fixedpoint.FixedPoints;
import org.macrostate.solvers.fixedpoint.KrawczykProof;
import org.macrostate.solvers.fixedpoint.SystemAt;

/**
 * All fixed points that can be found.
 *
 * @param starts random starts of the search
 * @param conserve values of conserved totals, {@code S + Sp = 1}; those of the start if empty
 * @param certify whether each is to be proved by interval arithmetic
 * @param maxPaths of a homotopy that finds every solution of polynomial equations; if empty 5000, where many lead to regular ones
 * @param randomSeed of the starts
 */
public record FixedPointsQuestion(
        int starts, Optional<String> conserve, boolean certify, OptionalInt maxPaths, long randomSeed)
        implements Question {
    public static final String TABLE = "fixed-points";
    public static final int STARTS = 64;

    @Override
    public String name() {
        return "fixed-points";
    }

    @Override
    public List<String> tables() {
        return List.of(TABLE);
    }

    @Override
    public Optional<Long> seed() {
        return Optional.of(randomSeed);
    }

    @Override
    public void requireFits(ModelInstance subject) {}

    @Override
    public FixedPointsAnswer answer(ModelInstance subject, ExecutionContext work) {
        try (Progress.Stage stage = work.progress().begin(name(), 1)) {
            FixedPointSearch usual = FixedPointSearch.of(subject.compiled())
                    .withStarts(starts)
                    .withSeed(randomSeed)
                    .thorough();
            FixedPointSearch free = maxPaths.isPresent() ? usual.withPaths(maxPaths.getAsInt()) : usual;
            FixedPoints found = conserve.map(text -> free.withTotals(text, subject.parameters()))
                    .orElse(free)
                    .find(subject.parameters());
            stage.advance(1);
            TimeLimit.putInOrder();
            return new FixedPointsAnswer(
                    subject.compiled().bound().state().labels(),
                    subject.system().observables().stream().map(o -> o.name()).toList(),
                    found,
                    certify ? Optional.of(certified(subject, found)) : Optional.empty(),
                    notes(subject, found));
        }
    }

    private static List<OptionalDouble> certified(ModelInstance subject, FixedPoints found) {
        KrawczykProof proof = new KrawczykProof(new SystemAt(subject.compiled(), subject.parameters(), found.totals()));
        return found.points().stream().map(point -> proof.radius(point.state())).toList();
    }

    private static List<String> notes(ModelInstance subject, FixedPoints found) {
        UndefinedObservables undefined =
                new UndefinedObservables(subject, subject.compiled().bound()::observables);
        for (int i = 0; i < found.points().size(); i++) {
            FixedPoint point = found.points().get(i);
            int number = i + 1;
            undefined.look(
                    () -> "at fixed point " + number, 0, point.state(), subject.parameters(), point.observables());
        }
        List<String> notes = new ArrayList<>(found.notes());
        notes.addAll(found.bounds());
        if (!found.completeness().all() && found.completeness().solutions() >= 0) {
            notes.add("the equations have " + found.completeness().solutions()
                    + " complex solutions, multiple ones counted as often; as not all of these can be told apart by numbers, a"
                    + " multiple fixed point may be missing");
        }
        if (found.completeness().missing() >= 1) {
            notes.add("the search ended after " + found.starts() + " starts with about "
                    + Math.round(found.completeness().missing())
                    + " more fixed points estimated not to have been reached: --starts searches on");
        }
        notes.addAll(undefined.notes());
        return notes;
    }
}
