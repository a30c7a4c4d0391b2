package org.macrostate.engine.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.macrostate.engine.analysis.ExecutionContext;
import org.macrostate.engine.analysis.integrate.IntegrateQuestion;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.analysis.Provenance;
import org.macrostate.engine.analysis.integrate.StreamedTrajectory;
import org.macrostate.engine.model.TimeGrid;
import org.macrostate.equations.BadInput;

/** Delivers a course with very many rows, which are never in memory together: CSV only. */
record StreamedDelivery(Call call, CommonOptions options) {

    /** @throws BadInput if the result is to be anything but CSV */
    int deliver(IntegrateQuestion question, ModelInstance subject) {
        Optional<OutputTarget> target = options.out.map(path -> OutputTarget.of(path, options.force));
        boolean isCsv = target.map(
                        t -> t.file().filter(name -> name.endsWith(".csv")).isPresent())
                .orElse(!options.json);
        if (!isCsv) {
            throw new BadInput(question.times().times().size()
                    + " rows are written as CSV only, to standard output or with --out NAME.csv");
        }
        if (question.bands().isPresent()) {
            throw new BadInput("--bands are computed for at most " + TimeGrid.MOST_POINTS + " rows");
        }
        target.ifPresent(t -> t.claim(question.name(), question.tables(), List.of()));
        StreamedTrajectory course = new StreamedTrajectory(question, subject);
        ExecutionContext work = options.work(call.terminal());
        AtomicReference<StreamedTrajectory.Written> result = new AtomicReference<>();
        if (target.isPresent()) {
            String name = target.get().file().orElseThrow();
            target.get().files().stream(
                    name,
                    out -> result.set(written(course, out, work)),
                    Provenance.of(subject, question, Cli.normalised(call.args())));
        } else {
            try {
                result.set(written(course, call.terminal().out(), work));
            } catch (IOException closed) {
                throw new UncheckedIOException("cannot write to standard output", closed);
            }
        }
        StreamedTrajectory.Written end = Objects.requireNonNull(result.get());
        Delivery.told(call.terminal(), end.notes());
        return Delivery.told(call.terminal(), end.outcome());
    }

    private static StreamedTrajectory.Written written(
            StreamedTrajectory course, OutputStream out, ExecutionContext work) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        try {
            StreamedTrajectory.Written end = course.writeTo(writer, work);
            writer.flush();
            return end;
        } catch (UncheckedIOException row) {
            throw row.getCause();
        }
    }
}
