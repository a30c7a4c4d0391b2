package org.macrostate.tests.fuzzing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.macrostate.engine.cli.Cli;
import org.macrostate.engine.study.BundledStudies;
import org.macrostate.engine.study.StudyReader;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.language.Parser;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.equations.model.ModelFile;
import org.macrostate.equations.model.YamlReader;

/** Random inputs of every door: the YAML reader, the expression parser, model and study files, the command line. */
class FuzzTest {
    /** Of the thread's processor time: far over what any input takes, whatever else the machine does. */
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(10);

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final List<String> EXPRESSIONS = List.of(
            "1/2 Sum[(h[k] - c[k])^2 + (D[k] - 1)^2, {k, M}]",
            "If[R[1,1] > 0 && !(Q[1,1] <= 1), Exp[-Q[1,1]/2], Erf[x/Sqrt[2]] Log[1 + y^2]]",
            "tau (y x - y^2 w)",
            "rho Ms - 2 Sqrt[rho] Sum[Abs[m[k,k]], {k, Min[M, Ms]}] + 1.5*^-3");
    private static final List<String> COMMANDS = List.of(
            "derive nothing.yaml --set rho=1 --size M=2 --format latex --limit small-rate --json --threads 2",
            "thresholds nothing.yaml --state collapsed --solve beta --set lambda=0.1 --quiet --time-limit 5",
            "integrate nothing.yaml --until 10 --points 11 --start m=0.1 --schedule beta=Tanh[t/3] --rtol 1e-6 --atol 1e-9",
            "integrate nothing.yaml --times 0,1,2 --out spill.csv --force",
            "fixed-points nothing.yaml --seed 3 --out spill",
            "branch nothing.yaml --vary beta=0:3 --show eps_g",
            "phase-diagram nothing.yaml --x beta=0:3:5 --y eta=0:2:5 --seed 1",
            "simulate nothing.yaml --dimension 200 --runs 2 --until 20 --reduced",
            "check nothing.yaml --dimension 100,200 --runs 8 --until 10",
            "tune nothing.yaml --schedule beta=Tanh[gamma*t] --vary gamma=1e-5:1 --goal minimum",
            "study nothing.yaml --out spill --resume",
            "show linear-vae",
            "schema model",
            "completion bash",
            "models");

    private TreeSet<String> before = new TreeSet<>();

    /** What lies where the program runs, and where a path in an input would lead. */
    private static TreeSet<String> files() throws IOException {
        TreeSet<String> names = new TreeSet<>();
        try (Stream<Path> here = Files.list(Path.of("").toAbsolutePath())) {
            here.map(Path::toString).forEach(names::add);
        }
        try (Stream<Path> spilt = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            spilt.map(Path::toString).filter(name -> name.contains("spill")).forEach(names::add);
        }
        return names;
    }

    @BeforeEach
    void look() throws IOException {
        before = files();
    }

    @AfterEach
    void nothing_else_happened() throws IOException {
        assertEquals(before, files());
        assertFalse(Canary.Cage.sung, "a class was loaded because an input named it");
    }

    @Test
    void expressions() {
        texts(11, 4000, EXPRESSIONS, Parser::parse);
    }

    @Test
    void yaml() {
        texts(12, 1000, models(), text -> YamlReader.read(text, "mutant"));
    }

    @Test
    void models_and_studies() {
        texts(13, 3000, models(), text -> ModelFile.read(text, "mutant"));
        texts(14, 400, studies(), text -> StudyReader.read(text, "mutant"));
    }

    @Test
    void command_lines() {
        commands(15, 400);
    }

    @Tag("slow")
    @Test
    void a_million() {
        texts(21, 500_000, EXPRESSIONS, Parser::parse);
        texts(22, 250_000, models(), text -> YamlReader.read(text, "mutant"));
        texts(23, 150_000, models(), text -> ModelFile.read(text, "mutant"));
        texts(24, 60_000, studies(), text -> StudyReader.read(text, "mutant"));
        commands(25, 40_000);
    }

    private static List<String> models() {
        return BundledModels.names().stream().map(BundledModels::text).toList();
    }

    private static List<String> studies() {
        return BundledStudies.names().stream().map(BundledStudies::text).toList();
    }

    private static void texts(long seed, int count, List<String> originals, Consumer<String> read) {
        boolean isFile = originals != EXPRESSIONS;
        Random random = new Random(seed);
        Mutation mutation = new Mutation(random);
        int refused = 0;
        for (int i = 0; i < count; i++) {
            String text = mutation.of(originals.get(random.nextInt(originals.size())));
            long start = THREADS.getCurrentThreadCpuTime();
            try {
                read.accept(text);
            } catch (BadInput bad) {
                refused++;
                assertFalse(bad.what().isBlank(), text);
                assertTrue(!isFile || bad.getMessage().startsWith("mutant"), () -> bad.getMessage() + "\n" + text);
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError defect) {
                fail("seed " + seed + ", input " + i + ":\n" + text, defect);
            }
            requireSoon(start, text);
        }
        assertTrue(refused > count / 20 && refused < count, refused + " of " + count + " refused");
    }

    private static void requireSoon(long start, String input) {
        assertTrue(THREADS.getCurrentThreadCpuTime() - start < LONGEST, () -> "takes long:\n" + input);
    }

    private static void commands(long seed, int count) {
        Random random = new Random(seed);
        Mutation mutation = new Mutation(random);
        int refused = 0;
        for (int i = 0; i < count; i++) {
            String[] words = words(random, mutation);
            String line = String.join(" ", words);
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            long start = THREADS.getCurrentThreadCpuTime();
            int status = Cli.run(
                    words,
                    new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8));
            String said = err.toString(StandardCharsets.UTF_8);
            assertTrue(status == 0 || status == 2, () -> "status " + status + " of " + line + "\n" + said);
            assertTrue(status == 0 || said.startsWith("macrostate: "), () -> line + "\n" + said);
            assertFalse(said.contains("\tat ") && !line.contains("--debug"), () -> line + "\n" + said);
            requireSoon(start, line);
            refused += status == 2 ? 1 : 0;
        }
        assertTrue(refused > count / 2, refused + " of " + count + " refused");
    }

    /** The file that commands name does not exist: all options are read, nothing is computed. */
    private static String[] words(Random random, Mutation mutation) {
        List<String> words = new ArrayList<>(
                List.of(COMMANDS.get(random.nextInt(COMMANDS.size())).split(" ")));
        for (int n = random.nextInt(3); n >= 0; n--) {
            int at = 2 + random.nextInt(Math.max(1, words.size() - 1));
            if (at >= words.size()) {
                words.add(mutation.fragment());
            } else if (random.nextInt(4) == 0) {
                words.remove(at);
            } else {
                words.set(at, mutation.of(words.get(at)));
            }
        }
        return words.stream()
                .map(word -> word.replace("nothing.yaml", "no/thing.yaml"))
                .toArray(String[]::new);
    }
}
