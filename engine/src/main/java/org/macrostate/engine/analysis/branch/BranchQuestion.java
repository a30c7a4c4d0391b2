package org.macrostate.engine.analysis.branch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.macrostate.engine.analysis.ExecutionContext;
import org.macrostate.engine.analysis.Question;
import org.macrostate.engine.model.InitialCondition;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.model.UndefinedObservables;
import org.macrostate.engine.option.NumberReader;
import org.macrostate.engine.sweep.Progress;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.TimeLimit;
import org.macrostate.solvers.continuation.Branch;
import org.macrostate.solvers.continuation.BranchDiagram;
import org.macrostate.solvers.continuation.BranchDiagramSolver;
import org.macrostate.solvers.continuation.BranchLimits;
import org.macrostate.solvers.continuation.BranchMarkSolver;
import org.macrostate.solvers.continuation.BranchMarks;
import org.macrostate.solvers.continuation.BranchPoint;
import org.macrostate.solvers.continuation.CurveDiagram;
import org.macrostate.solvers.continuation.CurveDiagramSolver;
import org.macrostate.solvers.continuation.CurveLimits;
import org.macrostate.solvers.continuation.KeptCheckpoints;
import org.macrostate.solvers.continuation.ParameterRange;
import org.macrostate.solvers.cycle.CycleDiagram;
import org.macrostate.solvers.cycle.CycleDiagramSolver;

/**
 * Branches of fixed points over a parameter, with their bifurcations.
 *
 * @param follow a second parameter in which the bifurcations are followed, if any
 * @param conserve values of conserved totals, {@code S + Sp = 1}; those of the start if empty
 * @param limits what bounds the work on branches
 * @param curveLimits what bounds the work on curves in the second parameter
 * @param start where the one branch begins that is followed, with what leaves it; all branches if empty
 * @param marks values of quantities that are marked on the branches
 * @param cycles whether the limit cycles of Hopf points are followed, too
 * @param show order parameter or observable that the figure shows; the first order parameter if empty
 */
public record BranchQuestion(
        ParameterRange vary,
        Optional<ParameterRange> follow,
        Optional<String> show,
        Optional<String> conserve,
        BranchLimits limits,
        CurveLimits curveLimits,
        Optional<InitialCondition> start,
        List<Mark> marks,
        boolean cycles,
        long randomSeed)
        implements Question {
    public static final String TABLE = "branch";
    public static final String CURVES = "curves";
    public static final String CYCLES = "cycles";
    public static final String MARKS = "marks";

    /** The list of marks is copied. */
    public BranchQuestion {
        marks = List.copyOf(marks);
    }

    /**
     * Reads {@code beta=0:3}.
     *
     * @throws BadInput if it is no range
     */
    public static ParameterRange range(String text) {
        int equals = text.indexOf('=');
        String[] parts = text.substring(equals + 1).split(":", -1);
        if (equals < 1 || parts.length != 2) {
            throw new BadInput("expected PARAMETER=FROM:TO, found '" + text + "'");
        }
        String parameter = text.substring(0, equals).strip();
        return new ParameterRange(
                parameter,
                NumberReader.number("begin of " + parameter, parts[0]),
                NumberReader.number("end of " + parameter, parts[1]));
    }

    @Override
    public String name() {
        return "branch";
    }

    @Override
    public List<String> tables() {
        List<String> tables = new ArrayList<>(List.of(TABLE));
        follow.ifPresent(range -> tables.add(CURVES));
        if (cycles) {
            tables.add(CYCLES);
        }
        if (!marks.isEmpty()) {
            tables.add(MARKS);
        }
        return List.copyOf(tables);
    }

    @Override
    public Optional<Long> seed() {
        return Optional.of(randomSeed);
    }

    @Override
    public void requireFits(ModelInstance subject) {
        List<Integer> varied = vary.positions(subject.layout());
        follow.ifPresent(range -> {
            if (range.positions(subject.layout()).stream().anyMatch(varied::contains)) {
                throw new BadInput("the parameter to follow in must be another than the one that varies, both were "
                        + range.parameter());
            }
        });
    }

    @Override
    public BranchAnswer answer(ModelInstance subject, ExecutionContext work) {
        requireFits(subject);
        List<String> columns = new ArrayList<>(subject.quantities());
        String shown = show.orElse(columns.get(0));
        List<String> named = new ArrayList<>(List.of(shown));
        marks.forEach(mark -> named.add(mark.quantity()));
        for (String name : named) {
            if (!columns.contains(name)) {
                throw BadInput.unknownName("order parameter or observable", name, columns);
            }
        }
        try (Progress.Stage stage = work.progress().begin(name(), 1)) {
            KeptCheckpoints pieces = work.pieces().checkpoints();
            BranchDiagramSolver free = BranchDiagramSolver.of(subject.compiled())
                    .keeping(pieces)
                    .withSeed(randomSeed)
                    .withLimits(limits);
            BranchDiagramSolver from =
                    start.map(begin -> free.withStart(begin.state(subject))).orElse(free);
            BranchDiagram diagram = conserve.map(text -> from.withTotals(text, subject.parameters()))
                    .orElse(from)
                    .solve(subject.settings().parameters(), vary);
            Optional<CurveDiagram> curves = follow.map(range -> CurveDiagramSolver.of(subject.compiled())
                    .keeping(pieces)
                    .withSeed(randomSeed)
                    .withLimits(curveLimits)
                    .solve(subject.settings().parameters(), diagram, range));
            Optional<CycleDiagram> born = cycles
                    ? Optional.of(CycleDiagramSolver.of(subject.compiled())
                            .keeping(pieces)
                            .solve(subject.settings().parameters(), diagram))
                    : Optional.empty();
            stage.advance(1);
            TimeLimit.putInOrder();
            List<String> labels = subject.compiled().bound().state().labels();
            List<String> observables =
                    subject.system().observables().stream().map(o -> o.name()).toList();
            return new BranchAnswer(
                    diagram,
                    curves,
                    born,
                    marked(subject, diagram, labels, observables),
                    labels,
                    observables,
                    shown,
                    undefined(subject, diagram));
        }
    }

    private List<MarkedPoints> marked(
            ModelInstance subject, BranchDiagram diagram, List<String> labels, List<String> observables) {
        BranchMarkSolver solver =
                new BranchMarkSolver(subject.compiled(), subject.settings().parameters());
        List<MarkedPoints> found = new ArrayList<>();
        for (Mark mark : marks) {
            int place = labels.indexOf(mark.quantity());
            BranchMarks marked = solver.solve(
                    diagram,
                    point -> place >= 0
                            ? point.state()[place]
                            : point.observables()[observables.indexOf(mark.quantity())],
                    mark.value());
            found.add(new MarkedPoints(mark, marked.points(), marked.notes()));
        }
        return found;
    }

    private List<String> undefined(ModelInstance subject, BranchDiagram diagram) {
        UndefinedObservables undefined =
                new UndefinedObservables(subject, subject.compiled().bound()::observables);
        double[] parameters = subject.parameters();
        for (Branch branch : diagram.branches()) {
            for (BranchPoint point : branch.points()) {
                vary.positions(subject.layout()).forEach(place -> parameters[place] = point.parameter());
                undefined.look(
                        () -> "on branch " + branch.number() + " at " + vary.parameter() + " = " + point.parameter(),
                        0,
                        point.state(),
                        parameters,
                        point.observables());
            }
        }
        return undefined.notes();
    }
}
