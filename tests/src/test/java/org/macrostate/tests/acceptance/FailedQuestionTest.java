package org.macrostate.tests.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hipparchus.exception.LocalizedCoreFormats;
import org.hipparchus.exception.MathRuntimeException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.macrostate.engine.analysis.Answer;
import org.macrostate.engine.analysis.Answered;
import org.macrostate.engine.analysis.ExecutionContext;
import org.macrostate.engine.analysis.Failure;
import org.macrostate.engine.analysis.LimitedTime;
import org.macrostate.engine.analysis.Question;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.output.OutputFiles;
import org.macrostate.engine.study.StudyFile;
import org.macrostate.engine.study.StudyItem;
import org.macrostate.engine.study.StudyReader;
import org.macrostate.engine.study.StudyRun;
import org.macrostate.engine.sweep.Progress;
import org.macrostate.engine.sweep.Runner;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.model.BundledModels;

/** Whatever goes wrong in one question of a study, the others are answered and the report says which was not, and why. */
class FailedQuestionTest {
    private static final StudyFile STUDY = StudyReader.read("""
            study: s
            model: oja
            questions:
              - fixed-points: {}
              - integrate: {until: 1, points: 2}
            report: {formats: [html]}
            """, "s.yaml");

    @TempDir
    private Path folder;

    /** A question whose answer does not come. */
    private record Failing(Supplier<Answer> throwing) implements Question {
        @Override
        public String name() {
            return "fixed-points";
        }

        @Override
        public void requireFits(ModelInstance subject) {}

        @Override
        public Answer answer(ModelInstance subject, ExecutionContext work) {
            return work.runner().all(1, i -> throwing.get()).get(0);
        }
    }

    private static Arguments thrown(RuntimeException exception, Failure.Kind kind, String why) {
        Supplier<Answer> throwing = () -> {
            throw exception;
        };
        return Arguments.of(throwing, kind, why);
    }

    static Stream<Arguments> failures() {
        Supplier<Answer> exhausted = () -> {
            throw new StackOverflowError();
        };
        Supplier<Answer> defect = () -> {
            throw new AssertionError("wrong");
        };
        return Stream.of(
                thrown(new BadInput("too many terms"), Failure.Kind.INPUT, "too many terms"),
                thrown(
                        new MathRuntimeException(LocalizedCoreFormats.ZERO_NORM),
                        Failure.Kind.NUMERICS,
                        "the numerics failed: zero norm"),
                thrown(
                        new IndexOutOfBoundsException("7"),
                        Failure.Kind.DEFECT,
                        "a defect of Macrostate, not of your input: java.lang.IndexOutOfBoundsException: 7"),
                Arguments.of(
                        defect,
                        Failure.Kind.DEFECT,
                        "a defect of Macrostate, not of your input: java.lang.AssertionError: wrong"),
                Arguments.of(exhausted, Failure.Kind.INPUT, "the model is nested too deep"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void it_is_told_with_its_reason(Supplier<Answer> throwing, Failure.Kind kind, String why) throws Exception {
        List<StudyItem> items = new ArrayList<>(STUDY.items());
        StudyItem first = items.get(0);
        items.set(
                0,
                new StudyItem(
                        new Failing(throwing),
                        first.settings(),
                        first.place(),
                        first.alias(),
                        first.model(),
                        first.quiet()));
        List<Answered> answered = run(items).items();
        Failure failure = answered.get(0).failure().orElseThrow();
        assertEquals(kind, failure.kind());
        assertEquals(why, failure.why());
        assertEquals(Optional.empty(), answered.get(1).failure());
        assertTrue(Files.exists(folder.resolve("trajectory.csv")));
        String page = Files.readString(folder.resolve("report.html"));
        assertTrue(page.contains("not answered: " + why), page);
    }

    private StudyRun.Result run(List<StudyItem> items) {
        StudyFile failing = new StudyFile(
                STUDY.name(),
                STUDY.title(),
                STUDY.model(),
                STUDY.settings(),
                items,
                STUDY.claims(),
                STUDY.cite(),
                STUDY.text(),
                STUDY.formats(),
                STUDY.derivation(),
                STUDY.hash());
        ExecutionContext work = new ExecutionContext(new Runner(1), Progress.SILENT);
        return new StudyRun(
                        failing,
                        BundledModels::problem,
                        new OutputFiles(folder, false),
                        false,
                        work,
                        LimitedTime.NONE,
                        "study",
                        Optional.empty(),
                        java.util.List.of())
                .run();
    }
}
