package org.macrostate.tests.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An analysis that the program does not have is compiled as a package of its own, with one line in a copy of the registry. The
 * command, its help, the completion, the schema of studies and studies know it then, from no further line.
 */
class AddedAnalysisTest {
    private static final Path JAR = Path.of(System.getProperty("macrostate.jar", "../engine/target/macrostate.jar"));
    private static final Path REGISTRY = Path.of(
            System.getProperty("macrostate.root", ".."),
            "engine/src/main/java/org/macrostate/engine/registry/Analyses.java");

    private static final String ANALYSIS = """
            package org.macrostate.engine.analysis.parity;

            import java.util.List;
            import org.macrostate.engine.analysis.Analysis;
            import org.macrostate.engine.analysis.AnswerView;
            import org.macrostate.engine.option.AnalysisDeclaration;
            import org.macrostate.engine.option.AnalysisOption;
            import org.macrostate.engine.option.OptionType;
            import org.macrostate.engine.option.OptionValues;

            public final class ParityAnalysis implements Analysis<ParityQuestion, ParityAnswer> {
                private static final AnalysisOption<Integer> FACTOR = AnalysisOption.of(
                        "factor", OptionType.whole(1, 9), "n", "times the number of order parameters").unlessGiven("2");

                @Override
                public AnalysisDeclaration declaration() {
                    return new AnalysisDeclaration(
                            "parity", "Whether a multiple of the number of order parameters is even.",
                            List.of(FACTOR), List.of(), List.of("macrostate parity oja --factor 3"));
                }

                @Override
                public ParityQuestion question(OptionValues values) {
                    return new ParityQuestion(values.get(FACTOR));
                }

                @Override
                public Class<ParityAnswer> answers() {
                    return ParityAnswer.class;
                }

                @Override
                public String words(ParityQuestion question, ParityAnswer answer, AnswerView how) {
                    return answer.number() + (answer.number() % 2 == 0 ? " is even\\n" : " is odd\\n");
                }
            }
            """;
    private static final String QUESTION = """
            package org.macrostate.engine.analysis.parity;

            import java.util.List;
            import org.macrostate.engine.analysis.ExecutionContext;
            import org.macrostate.engine.analysis.Question;
            import org.macrostate.engine.model.ModelInstance;

            public record ParityQuestion(int factor) implements Question {
                @Override
                public String name() {
                    return "parity";
                }

                @Override
                public void requireFits(ModelInstance subject) {}

                @Override
                public List<String> tables() {
                    return List.of("parity");
                }

                @Override
                public ParityAnswer answer(ModelInstance subject, ExecutionContext work) {
                    return new ParityAnswer(factor * subject.compiled().length());
                }
            }
            """;
    private static final String ANSWER = """
            package org.macrostate.engine.analysis.parity;

            import java.util.List;
            import java.util.Map;
            import org.macrostate.engine.analysis.Answer;
            import org.macrostate.engine.analysis.Outcome;
            import org.macrostate.engine.output.DataTable;

            public record ParityAnswer(int number) implements Answer {
                @Override
                public Outcome outcome() {
                    return Outcome.DONE;
                }

                @Override
                public List<DataTable> tables() {
                    return List.of(new DataTable("parity", List.of("number"), List.of(List.<Object>of(number))));
                }

                @Override
                public Map<String, Object> json() {
                    return Map.of("number", number);
                }
            }
            """;

    @TempDir
    private Path folder;

    /** Of a program with the analysis in it. */
    private String printed(URLClassLoader program, int status, String... words) throws ReflectiveOperationException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Object found = program.loadClass("org.macrostate.engine.cli.Cli")
                .getMethod("run", String[].class, PrintStream.class, PrintStream.class)
                .invoke(
                        null,
                        words,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8));
        String said = out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
        assertEquals(status, found, said);
        return said;
    }

    @BeforeEach
    void program() {
        assumeTrue(Files.exists(JAR), () -> "built by the phase package: " + JAR);
    }

    private URLClassLoader withTheAnalysis() throws Exception {
        String registry = Files.readString(REGISTRY);
        String line = "        all.put(\"parity\", org.macrostate.engine.analysis.parity.ParityAnalysis::new);\n";
        String longer = registry.replaceFirst("(?m)^ {8}return all;", line + "        return all;");
        assertEquals(registry.length() + line.length(), longer.length(), "the registry has a list that ends");
        Path classes = Files.createDirectory(folder.resolve("classes"));
        int compiled = ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(
                        System.out,
                        System.err,
                        "-proc:none",
                        "-nowarn",
                        "-d",
                        classes.toString(),
                        "-cp",
                        JAR.toString(),
                        Files.writeString(folder.resolve("ParityAnalysis.java"), ANALYSIS)
                                .toString(),
                        Files.writeString(folder.resolve("ParityQuestion.java"), QUESTION)
                                .toString(),
                        Files.writeString(folder.resolve("ParityAnswer.java"), ANSWER)
                                .toString(),
                        Files.writeString(folder.resolve("Analyses.java"), longer)
                                .toString());
        assertEquals(0, compiled);
        return new URLClassLoader(
                new URL[] {classes.toUri().toURL(), JAR.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
    }

    @Test
    void a_package_and_a_line_of_the_registry_add_an_analysis_everywhere() throws Exception {
        try (URLClassLoader program = withTheAnalysis()) {
            assertTrue(printed(program, 0, "parity", "oja").contains("is even"), "the command");
            assertTrue(printed(program, 0, "parity", "oja", "--json").contains("\"number\""), "its JSON");
            assertTrue(printed(program, 0, "--help").contains("parity"), "the program's help");
            assertTrue(
                    printed(program, 0, "parity", "--help").contains("times the number of order parameters"),
                    "its own help");
            String wrong = printed(program, 2, "parity", "oja", "--factor", "11");
            assertTrue(wrong.contains("--factor") && wrong.contains("11"), wrong);
            assertTrue(printed(program, 0, "__complete", "par").contains("parity"), "completion of the command");
            assertTrue(
                    printed(program, 0, "__complete", "parity", "oja", "--fa").contains("--factor"), "of its option");
            String schema = printed(program, 0, "schema", "study");
            assertTrue(schema.contains("\"parity\"") && schema.contains("\"factor\""), "the schema of studies");
            Path study = Files.writeString(
                    folder.resolve("s.yaml"),
                    "study: s\nmodel: oja\nquestions:\n  - parity: {factor: 3}\nreport: {formats: [html]}\n");
            Path results = folder.resolve("results");
            printed(program, 0, "study", study.toString(), "--out", results.toString(), "--quiet");
            List<String> table = Files.readAllLines(results.resolve("parity.csv"));
            assertEquals("number", table.get(0));
            assertEquals(0, Integer.parseInt(table.get(1)) % 3, "three times the number of order parameters");
        }
    }
}
