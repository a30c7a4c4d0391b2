package org.macrostate.engine.analysis.integrate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.macrostate.engine.analysis.ExecutionContext;
import org.macrostate.engine.analysis.Outcome;
import org.macrostate.engine.analysis.RowStream;
import org.macrostate.engine.analysis.StageProgress;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.model.UndefinedObservables;
import org.macrostate.engine.sweep.Progress;
import org.macrostate.equations.derive.Formula;
import org.macrostate.reports.table.CsvWriter;
import org.macrostate.solvers.integrate.Integration;
import org.macrostate.solvers.integrate.RowSink;
import org.macrostate.solvers.integrate.Trajectory;
import org.macrostate.solvers.integrate.TrajectoryProblem;
import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.kernel.Kernel;

/** A course with more rows than memory should hold: each is written as it is reached. The bytes are those of the table. */
public record StreamedTrajectory(IntegrateQuestion question, ModelInstance subject) implements RowStream {
    private static final long TICKS = 1000;

    @Override
    public long rows() {
        return question.times().times().size();
    }

    /**
     * Integrates and writes CSV.
     *
     * @throws UncheckedIOException if a row cannot be written
     */
    @Override
    public Ended writeTo(Writer out, ExecutionContext work) throws IOException {
        CompiledSystem system = question.system(subject);
        List<String> labels = system.bound().state().labels();
        List<String> columns = new ArrayList<>(List.of("t"));
        columns.addAll(labels);
        subject.system().observables().stream().map(Formula::name).forEach(columns::add);
        TrajectoryProblem problem = TrajectoryProblem.fromZero(
                system,
                subject.parameters(),
                question.start().state(subject),
                question.times().array());
        UndefinedObservables undefined = new UndefinedObservables(subject, system.bound()::observables);
        try (Progress.Stage stage = work.progress().begin(question.name(), TICKS)) {
            Trajectory end = Integration.with(question.accuracy())
                    .by(question.method())
                    .naming(labels)
                    .withMaxEvaluations(Long.MAX_VALUE)
                    .withProgress(new StageProgress(stage, question.times().end(), TICKS)::at)
                    .stream(problem, sink(new CsvWriter(out, columns), system.observables(), undefined));
            List<String> notes = new ArrayList<>(undefined.notes());
            end.notes().forEach(note -> notes.add("the trajectory " + note));
            return new Ended(end.completed() ? Outcome.DONE : new Outcome.NotConverged(end.message()), notes);
        }
    }

    private RowSink sink(CsvWriter csv, Kernel observables, UndefinedObservables undefined) {
        double[] parameters = subject.parameters();
        double[] work = new double[observables.workLength()];
        double[] observed = new double[observables.outputLength()];
        return (t, state) -> {
            double[] row = new double[1 + state.length + observed.length];
            observables.eval(t, state, parameters, observed, work);
            undefined.look(() -> "at t = " + t, t, state, parameters, observed);
            row[0] = t;
            System.arraycopy(state, 0, row, 1, state.length);
            System.arraycopy(observed, 0, row, 1 + state.length, observed.length);
            try {
                csv.row(row);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
