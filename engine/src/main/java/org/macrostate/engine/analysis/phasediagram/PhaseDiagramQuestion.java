package org.macrostate.engine.analysis.phasediagram;

import java.util.List;
import java.util.Optional;
import org.macrostate.engine.analysis.ExecutionContext;
import org.macrostate.engine.analysis.Question;
import org.macrostate.engine.model.AxisReader;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.sweep.Progress;
import org.macrostate.equations.BadInput;
import org.macrostate.solvers.phase.ParameterAxis;
import org.macrostate.solvers.phase.PhaseDiagram;
import org.macrostate.solvers.phase.PhaseDiagramSolver;

/** The phase of every point of a grid of two parameters, and the curves between phases. */
public record PhaseDiagramQuestion(ParameterAxis x, ParameterAxis y, long randomSeed) implements Question {
    public static final String PHASE = "phase";
    public static final String BOUNDARIES = "boundaries";
    public static final String POINTS = "codimension-two";
    private static final int MOST_POINTS = 4_000_000;

    /** @throws BadInput if the grid has more than four million points */
    public PhaseDiagramQuestion {
        long points = (long) x.count() * y.count();
        if (points > MOST_POINTS) {
            throw new BadInput("a phase diagram may have at most " + MOST_POINTS + " points, this one has " + points);
        }
    }

    /**
     * Reads {@code beta=0:3:121}.
     *
     * @throws BadInput if it is no range
     */
    public static ParameterAxis axis(String text) {
        return AxisReader.read(text);
    }

    @Override
    public String name() {
        return "phase-diagram";
    }

    @Override
    public List<String> tables() {
        return List.of(PHASE, BOUNDARIES, POINTS);
    }

    @Override
    public Optional<Long> seed() {
        return Optional.of(randomSeed);
    }

    @Override
    public void requireFits(ModelInstance subject) {
        for (ParameterAxis axis : List.of(x, y)) {
            List<String> known = subject.layout().labels();
            if (known.stream()
                    .noneMatch(label -> label.equals(axis.parameter()) || label.startsWith(axis.parameter() + "["))) {
                throw BadInput.unknownName("parameter", axis.parameter(), known);
            }
        }
        if (x.parameter().equals(y.parameter())) {
            throw new BadInput("the two axes must be different parameters, both were " + x.parameter());
        }
    }

    @Override
    public PhaseDiagramAnswer answer(ModelInstance subject, ExecutionContext work) {
        try (Progress.Stage stage = work.progress().begin(name(), (long) x.count() * y.count())) {
            PhaseDiagram diagram = PhaseDiagramSolver.of(subject.compiled())
                    .withThreads(work.runner().threads())
                    .withSeed(randomSeed)
                    .keeping(work.pieces().checkpoints())
                    .withProgress(new Tally(stage, (long) x.count() * y.count())::at)
                    .solve(subject.settings().parameters(), x, y);
            return new PhaseDiagramAnswer(
                    diagram,
                    subject.system().observables().stream().map(o -> o.name()).toList());
        }
    }

    /** Turns "so many of so many" into units of a stage. */
    private static final class Tally {
        private final Progress.Stage stage;
        private final long units;
        private long told;

        Tally(Progress.Stage stage, long units) {
            this.stage = stage;
            this.units = units;
        }

        void at(int done, int total) {
            long now = units * done / Math.max(1, total);
            if (now > told) {
                stage.advance(now - told);
                told = now;
            }
        }
    }
}
