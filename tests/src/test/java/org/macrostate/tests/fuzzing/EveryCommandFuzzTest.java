package org.macrostate.tests.fuzzing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macrostate.engine.cli.Cli;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.ModelFile;

/**
 * Models and studies that are well formed and mean something else than before, through every command. The program answers, or says where and why it does not; no answer holds
 * a number that is none.
 */
class EveryCommandFuzzTest {
    private static final Pattern NO_NUMBER =
            Pattern.compile("(?<![A-Za-z_.])(?:NaN|Infinity|inf|nan)(?![A-Za-z_(\\]])");
    private static final int WORKERS = 2;
    private static final List<String> SMALL = List.of("oja", "lorenz");

    private static final List<String> MODELS = List.of(
            "model: ridge\nparameters: {sigma: {value: 0.5}, decay: {value: 0.1}, tau: {value: 0.2, domain: positive}}\n"
                    + "vectors: {u: {fixed: identity}, w: {rate: tau}}\nrandoms: {zeta: {law: normal}}\nsamples: {x: noise}\n"
                    + "fields: {h: w . x, y: u . x}\nloss: 1/2 (h - y - sigma zeta)^2 + decay/2 w.w\n"
                    + "order: {R: w . u, Q: w . w}\nobservables: {eps: \"Mean[1/2 (h - y)^2]\"}\nstates: {learned: {}}\n",
            "model: unit\nparameters: {tau: {value: 0.5, domain: positive}}\nvectors: {u: {fixed: identity}, w: {rate: tau}}\n"
                    + "samples: {x: noise}\nfields: {h: w . x, y: u . x}\nloss: 1/2 (Erf[h/Sqrt[2]] - Erf[y/Sqrt[2]])^2\n"
                    + "order: {R: w . u, Q: w . w}\nobservables: {eps: \"Mean[1/2 (Erf[h/Sqrt[2]] - Erf[y/Sqrt[2]])^2]\"}\n"
                    + "states: {perfect: {R: 1, Q: 1}, nothing: {R: 0, Q: 0}}\n",
            "model: fold\nparameters: {a: {value: 1}, b: {value: 0.5}}\nflow: {x: a - x^2 + b y, y: Sin[x] - 2 y}\n"
                    + "observables: {size: Sqrt[x^2 + y^2]}\nstates: {rest: {x: 0, y: 0}, free: {}}\n");

    private static final List<String> COMMANDS = List.of(
            "derive MODEL",
            "derive MODEL --format latex",
            "derive MODEL --format python",
            "derive MODEL --json --expand",
            "thresholds MODEL --state STATE --solve PARAMETER",
            "thresholds MODEL --state STATE --solve PARAMETER --json",
            "integrate MODEL --until 1 --points 3",
            "integrate MODEL --until 1 --points 3 --json",
            "fixed-points MODEL --starts 4",
            "fixed-points MODEL --starts 4 --json",
            "branch MODEL --vary PARAMETER=0.1:0.4 --json",
            "phase-diagram MODEL --x PARAMETER=0.1:1:3 --y OTHER=0.1:1:3",
            "sweep MODEL --over PARAMETER=0.1:1:3 --measure phase;ORDER_at_1;eigenvalue",
            "control MODEL --control PARAMETER=0.1:1 --goal ORDER_at_1 --pieces 3 --starts 2",
            "simulate MODEL --dimension 20 --runs 2 --until 0.5 --points 2",
            "check MODEL --dimension 20,40 --runs 2 --until 0.5",
            "tune MODEL --schedule PARAMETER=c --vary c=0.1:1 --goal ORDER_at_1",
            "basins MODEL --start ORDER=0.1:1:3",
            "passage MODEL --dimension 20 --runs 2 --of ORDER --above 0.1 --until 4",
            "validate MODEL",
            "explore MODEL --out PAGE --force",
            "study STUDY --out FOLDER --force");

    /** A question of every kind; the text is exchanged like that of the model, and lies beside it. */
    private static final String STUDY = "study: all\nmodel: MODEL\nquestions:\n"
            + "  - thresholds: {state: STATE, solve: PARAMETER}\n"
            + "  - fixed-points: {starts: 4}\n"
            + "  - integrate: {until: 1, points: 3, curves: {PARAMETER: [0.1, 0.5]}}\n"
            + "  - branch: {vary: \"PARAMETER=0.1:0.4\"}\n"
            + "  - phase-diagram: {x: \"PARAMETER=0.1:1:3\", y: \"OTHER=0.1:1:3\"}\n"
            + "  - sweep: {over: \"PARAMETER=0.1:1:3\", measure: \"phase; ORDER at 1\"}\n"
            + "  - tune: {schedule: \"PARAMETER=c\", vary: \"c=0.1:1\", goal: \"ORDER at 1\"}\n"
            + "  - check: {dimension: [20, 40], runs: 2, until: 0.5}\n"
            + "report: {formats: [tex, html]}\n";

    private static final String ANSWERS = "answers";

    @TempDir
    private Path folder;

    private record Trial(int status, String out, String err) {
        /** A check may fail: that is an answer. */
        boolean isAnswer() {
            return status == 0 || status == 1;
        }
    }

    /** A model and what commands name in it. */
    private record Model(String text, List<String> parameters, List<String> order, List<String> states) {
        static Model of(String text) {
            LearningProblem problem = ModelFile.read(text, "m");
            List<String> order = problem.order().isEmpty() ? names(problem.scalars()) : names(problem.order());
            return new Model(text, names(problem.parameters()), order, names(problem.states()));
        }

        private static List<String> names(List<? extends Declaration> declared) {
            return declared.isEmpty()
                    ? List.of("x")
                    : declared.stream().map(Declaration::name).toList();
        }
    }

    private static Trial run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Cli.run(
                args,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Trial(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static String one(List<String> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    /** What is wrong with a trial, if anything is. */
    private static Optional<String> fault(Trial trial) {
        if (!List.of(0, 1, 2, 3).contains(trial.status())) {
            return Optional.of("exit " + trial.status());
        }
        if (trial.status() != 0 && !trial.err().contains("macrostate: ")) {
            return Optional.of("exit " + trial.status() + " without a message");
        }
        Matcher none = NO_NUMBER.matcher(trial.out());
        return none.find() ? Optional.of("'" + none.group() + "' in the answer") : Optional.empty();
    }

    private record Input(String command, String model, String study) {
        /** A text made of a model, and a command with names that the model has. */
        static Input of(Model model, String mutant, String command, Random random, UnaryOperator<String> change) {
            String first = one(model.parameters(), random);
            String second = one(model.parameters(), random);
            String state = one(model.states(), random);
            String order = one(model.order(), random);
            UnaryOperator<String> named = text -> text.replace("PARAMETER", first)
                    .replace("OTHER", second)
                    .replace("STATE", state)
                    .replace("ORDER", order);
            return new Input(named.apply(command), mutant, change.apply(named.apply(STUDY)));
        }

        boolean isStudy() {
            return command.startsWith("study ");
        }
    }

    /** The i-th input of a seed: a mutant of a model, and one command for it. */
    private static Input input(List<Model> models, long seed, int i) {
        Random random = new Random(seed * 1_000_003 + i);
        random.nextInt(); // the first numbers of neighbouring seeds are alike
        Model model = models.get(random.nextInt(models.size()));
        String mutant = MeaningMutation.changed(model.text(), random);
        String command = COMMANDS.get(random.nextInt(COMMANDS.size()));
        return Input.of(model, mutant, command, random, text -> MeaningMutation.changed(text, random));
    }

    private Path place(int worker) {
        return folder.resolve("w" + worker);
    }

    private Trial trial(Input input, int worker, String limit) throws IOException {
        Path own = place(worker);
        Path file = own.resolve("m.yaml");
        Path study = own.resolve("study.yaml");
        Files.createDirectories(own);
        remove(own.resolve(ANSWERS));
        Files.writeString(file, input.model());
        Files.writeString(study, input.study().replace("MODEL", "m.yaml"));
        return run(Stream.concat(
                        Stream.of(input.command().split(" ")).map(word -> switch (word) {
                            case "MODEL" -> file.toString();
                            case "STUDY" -> study.toString();
                            case "PAGE" -> own.resolve("page.html").toString();
                            case "FOLDER" -> own.resolve(ANSWERS).toString();
                            default -> word.replace("_", " ");
                        }),
                        common(input.command(), limit))
                .toArray(String[]::new));
    }

    private Optional<String> fault(Input input, int worker, String limit) {
        try {
            Trial trial = trial(input, worker, limit);
            boolean code = input.command().contains("--format"); // in which "nan" is a word like others
            Optional<String> fault = fault(code ? new Trial(trial.status(), "", trial.err()) : trial);
            if (fault.isEmpty() && input.isStudy()) {
                fault = noNumber(place(worker).resolve(ANSWERS));
            }
            String asked = input.command() + "\n" + input.model() + (input.isStudy() ? input.study() : "");
            return fault.map(why -> why + ": " + asked + trial.err());
        } catch (IOException failed) {
            return Optional.of(failed.toString());
        }
    }

    private static void remove(Path answers) throws IOException {
        if (Files.exists(answers)) {
            try (Stream<Path> files = Files.walk(answers)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** The options of most commands that the command has. */
    private static Stream<String> common(String command, String limit) {
        if (command.startsWith("validate ")) {
            return Stream.empty();
        }
        Stream<String> cache = command.startsWith("study ") ? Stream.empty() : Stream.of("--no-cache");
        return Stream.concat(cache, Stream.of("--quiet", "--threads", "1", "--time-limit", limit));
    }

    /** A table or an answer of a study's folder that holds a number that is none; what is kept for resuming may. */
    private static Optional<String> noNumber(Path answers) throws IOException {
        if (!Files.isDirectory(answers)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.walk(answers)) {
            for (Path file : files.filter(f ->
                            !f.toString().contains(".answers") && f.toString().matches(".*\\.(?:csv|json)"))
                    .toList()) {
                Matcher none = NO_NUMBER.matcher(Files.readString(file));
                if (none.find()) {
                    return Optional.of("'" + none.group() + "' in " + file.getFileName());
                }
            }
        }
        return Optional.empty();
    }

    private void inputs(long seed, int count, List<String> texts, String limit) throws Exception {
        List<Model> models = texts.stream().map(Model::of).toList();
        AtomicInteger next = new AtomicInteger();
        ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();
        List<Thread> workers = new ArrayList<>();
        for (int w = 0; w < WORKERS; w++) {
            int worker = w;
            Thread thread = new Thread(() -> {
                for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                    fault(input(models, seed, i), worker, limit).ifPresent(faults::add);
                }
            });
            thread.start();
            workers.add(thread);
        }
        for (Thread worker : workers) {
            worker.join();
        }
        if (!faults.isEmpty()) {
            Files.writeString(
                    Path.of(System.getProperty("java.io.tmpdir"), "macrostate-fuzz-faults.txt"),
                    String.join("\n--------\n", faults));
        }
        assertTrue(
                faults.isEmpty(),
                () -> faults.size() + " faults, the first: "
                        + faults.stream().findFirst().orElse(""));
        assertTrue(next.get() >= count, "inputs were left out");
    }

    private static List<String> bundled(List<String> names) {
        return names.stream().map(BundledModels::text).toList();
    }

    /**
     * Without it a command that always complains would pass for one that has no fault. Not all names fit (a diagram of one
     * parameter twice), so that several are drawn; the time limit is one for defects.
     */
    @Test
    void every_command_answers_for_a_model_as_it_is_written() throws IOException {
        List<Model> models = MODELS.stream().map(Model::of).toList();
        for (String command : COMMANDS) {
            List<Trial> trials = new ArrayList<>();
            for (int draw = 0; draw < 12 && trials.stream().noneMatch(Trial::isAnswer); draw++) {
                Model model = models.get(draw % models.size());
                Input input = Input.of(model, model.text(), command, new Random(draw), UnaryOperator.identity());
                trials.add(trial(input, 0, "600"));
            }
            assertTrue(trials.stream().anyMatch(Trial::isAnswer), () -> "no model got an answer: " + command + trials);
        }
    }

    /** About a minute of processor time, half of it for the virtual machine to warm up. */
    @Test
    void two_thousand_models_that_mean_something_else() throws Exception {
        List<String> models = new ArrayList<>(MODELS);
        models.addAll(bundled(SMALL));
        inputs(31, 2000, models, "0.2");
    }

    @Tag("slow")
    @Test
    void a_hundred_thousand_of_every_bundled_model() throws Exception {
        List<String> models = new ArrayList<>(MODELS);
        models.addAll(bundled(BundledModels.names()));
        inputs(
                Long.getLong("macrostate.fuzz.seed", 32),
                Integer.getInteger("macrostate.fuzz", 100_000),
                models,
                System.getProperty("macrostate.fuzz.limit", "1"));
    }
}
