package org.macrostate.tests.stress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macrostate.engine.analysis.Curves;
import org.macrostate.engine.analysis.ExecutionContext;
import org.macrostate.engine.analysis.Outcome;
import org.macrostate.engine.analysis.integrate.IntegrateQuestion;
import org.macrostate.engine.analysis.integrate.StreamedTrajectory;
import org.macrostate.engine.model.InitialCondition;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.model.Settings;
import org.macrostate.engine.model.TimeGrid;
import org.macrostate.engine.sweep.Progress;
import org.macrostate.engine.sweep.Runner;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.solvers.integrate.Tolerances;

/** Trajectories that no memory should hold. */
class LongTrajectoryTest {
    @TempDir
    private Path folder;

    @Test
    void rows_written_while_they_are_computed_are_those_of_the_table() throws IOException {
        ModelInstance subject = ModelInstance.of(BundledModels.problem("linear-vae"), Settings.NONE);
        IntegrateQuestion question = new IntegrateQuestion(
                TimeGrid.even(50, 997),
                new InitialCondition(Map.of("m", 0.1)),
                Tolerances.DEFAULT,
                Map.of(),
                Curves.ONE);
        ExecutionContext work = new ExecutionContext(new Runner(1), Progress.SILENT);
        StringWriter streamed = new StringWriter();
        assertEquals(
                Outcome.DONE,
                new StreamedTrajectory(question, subject)
                        .writeTo(streamed, work)
                        .outcome());
        assertEquals(question.answer(subject, work).tables().get(0).csv(), streamed.toString());
    }

    @Tag("slow")
    @Test
    void ten_million_rows_fit_into_half_a_gigabyte() throws Exception {
        JarProcess.assumeBuilt();
        Process process = JarProcess.in(
                        folder,
                        List.of("-Xmx512m"),
                        "integrate",
                        "oja",
                        "--until",
                        "1000",
                        "--points",
                        "10000000",
                        "--out",
                        "long.csv",
                        "--quiet")
                .start();
        assertEquals(0, process.waitFor(), JarProcess.messages(folder));
        try (Stream<String> lines = Files.lines(folder.resolve("long.csv"))) {
            assertEquals(10_000_001, lines.count());
        }
        assertTrue(Files.readString(folder.resolve("long.meta.json")).contains("\"long.csv\""));
    }
}
