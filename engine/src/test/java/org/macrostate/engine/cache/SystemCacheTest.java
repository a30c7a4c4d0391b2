package org.macrostate.engine.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.engine.record.RecordCodec;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Program;
import org.macrostate.equations.graph.ProgramStore;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.threshold.ThresholdAnalysis;
import org.macrostate.equations.threshold.ThresholdRequest;
import org.macrostate.equations.threshold.Thresholds;

class SystemCacheTest {
    private static final LearningProblem VAE = BundledModels.problem("linear-vae");

    @TempDir
    private Path folder = Path.of("");

    private final AtomicInteger derivations = new AtomicInteger();

    private OrderParameterSystem ask(SystemCache cache, LearningProblem problem) {
        return cache.system(problem, "finite-rate", () -> {
            derivations.incrementAndGet();
            return Derivation.of(problem);
        });
    }

    private SystemCache cache() {
        return SystemCache.in(folder, "build 1");
    }

    private Path onlyEntry() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertEquals(1, all.size());
            return all.get(0);
        }
    }

    static Stream<String> models() {
        return BundledModels.names().stream();
    }

    @ParameterizedTest
    @MethodSource("models")
    void every_bundled_model_comes_back_equal(String model) {
        LearningProblem problem = BundledModels.problem(model);
        OrderParameterSystem first = ask(cache(), problem);
        OrderParameterSystem second = ask(cache(), problem);
        assertEquals(1, derivations.get());
        assertEquals(first, second);
        assertSame(problem, second.problem());
    }

    @ParameterizedTest
    @MethodSource("models")
    void every_bundled_model_is_read_once_and_comes_back_equal(String model) {
        String text = BundledModels.text(model);
        AtomicInteger readings = new AtomicInteger();
        Supplier<LearningProblem> read = () -> {
            readings.incrementAndGet();
            return BundledModels.problem(model);
        };
        assertEquals(cache().problem(text, read), cache().problem(text, read));
        assertEquals(text.contains("spectra") ? 2 : 1, readings.get());
        cache().problem(text + "\n# another text", read);
        assertEquals(text.contains("spectra") ? 3 : 2, readings.get());
    }

    @Test
    void another_build_model_or_setting_is_derived_anew() {
        ask(cache(), VAE);
        ask(SystemCache.in(folder, "build 2"), VAE);
        ask(cache(), BundledModels.problem("oja"));
        cache().system(VAE, "small-rate", () -> {
            derivations.incrementAndGet();
            return Derivation.of(VAE);
        });
        assertEquals(4, derivations.get());
    }

    @ParameterizedTest
    @CsvSource({"linear-vae, collapsed, beta", "oja, learned, tau"})
    void an_analysis_of_thresholds_comes_back_equal(String model, String state, String solve) {
        LearningProblem problem = BundledModels.problem(model);
        OrderParameterSystem system = Derivation.of(problem);
        Sizes sizes = Sizes.of(problem, Map.of());
        ThresholdRequest request = new ThresholdRequest(state, solve, Map.of(), Map.of(), Optional.empty());
        ThresholdAnalysis first = thresholds(system, sizes, request);
        ThresholdAnalysis second = thresholds(system, sizes, request);
        assertEquals(1, derivations.get());
        assertEquals(first, second);
        assertEquals(Thresholds.of(system, sizes, request), second);
    }

    private ThresholdAnalysis thresholds(OrderParameterSystem system, Sizes sizes, ThresholdRequest request) {
        return cache().thresholds(system.problem(), "finite-rate", sizes, request, () -> {
            derivations.incrementAndGet();
            return Thresholds.of(system, sizes, request);
        });
    }

    @Test
    void another_request_or_size_is_analysed_anew() {
        OrderParameterSystem system = Derivation.of(VAE);
        ThresholdRequest request = new ThresholdRequest("collapsed", "beta", Map.of(), Map.of(), Optional.empty());
        thresholds(system, Sizes.of(VAE, Map.of()), request);
        thresholds(system, Sizes.of(VAE, Map.of("M", 2)), request);
        thresholds(
                system,
                Sizes.of(VAE, Map.of()),
                new ThresholdRequest("collapsed", "beta", Map.of(), Map.of("eta", 0.3), Optional.empty()));
        assertEquals(3, derivations.get());
    }

    @Test
    void an_entry_under_anothers_name_is_not_taken() throws IOException {
        ask(cache(), BundledModels.problem("oja"));
        Path oja = onlyEntry();
        byte[] bytes = Files.readAllBytes(oja);
        Files.delete(oja);
        ask(cache(), VAE);
        Files.write(onlyEntry(), bytes);
        assertEquals(Derivation.of(VAE), ask(cache(), VAE));
        assertEquals(3, derivations.get());
    }

    /** Flipped bits, cut ends, garbage behind: never an error, never another system. */
    @Test
    void a_damaged_entry_is_derived_anew() throws IOException {
        OrderParameterSystem right = ask(cache(), VAE);
        Path file = onlyEntry();
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(7);
        for (int i = 0; i < 24; i++) {
            byte[] damaged =
                    i % 3 == 0 ? java.util.Arrays.copyOf(whole, random.nextInt(whole.length + 40)) : whole.clone();
            if (i % 3 != 0) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(file, damaged);
            int before = derivations.get();
            assertEquals(right, ask(cache(), VAE));
            boolean changed = !java.util.Arrays.equals(damaged, whole);
            assertEquals(before + (changed ? 1 : 0), derivations.get());
        }
    }

    /** Past the checksum: what is read is checked by itself. */
    @ParameterizedTest
    @ValueSource(strings = {"linear-vae", "soft-committee", "relu-committee"})
    void damaged_data_is_no_system_or_one_of_plain_records(String model) {
        LearningProblem problem = BundledModels.problem(model);
        byte[] whole = RecordCodec.bytes(KeptSystem.of(Derivation.of(problem)));
        Random random = new Random(11);
        int refused = 0;
        for (int i = 0; i < 300; i++) {
            byte[] damaged =
                    java.util.Arrays.copyOf(whole, whole.length - random.nextInt(2) * random.nextInt(whole.length));
            for (int flips = 1 + random.nextInt(4); flips > 0 && damaged.length > 0; flips--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            refused += RecordCodec.read(KeptSystem.class, damaged).isEmpty() ? 1 : 0;
        }
        assertTrue(refused > 150, refused + " refused");
        assertEquals(Optional.empty(), RecordCodec.read(KeptSystem.class, new byte[0]));
    }

    @Test
    void programs_come_back_equal_and_damaged_ones_are_refused_or_well_formed() {
        OrderParameterSystem system = Derivation.of(VAE);
        Sizes sizes = Sizes.of(VAE, Map.of("M", 2));
        Program program = BoundSystem.of(system, sizes).jacobian();
        byte[] whole = RecordCodec.bytes(program);
        assertEquals(program, RecordCodec.read(Program.class, whole).orElseThrow());
        Random random = new Random(13);
        for (int i = 0; i < 300; i++) {
            byte[] damaged =
                    java.util.Arrays.copyOf(whole, whole.length - random.nextInt(2) * random.nextInt(whole.length));
            for (int flips = 1 + random.nextInt(4); flips > 0 && damaged.length > 0; flips--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            RecordCodec.read(Program.class, damaged)
                    .filter(SystemCache::isInOrder)
                    .ifPresent(p -> {
                        assertTrue(
                                p.outputs().stream().allMatch(o -> o < p.nodes().size()));
                    });
        }
    }

    @Test
    void a_bound_system_asks_the_store_and_binds_nothing_it_knows() {
        OrderParameterSystem system = Derivation.of(VAE);
        Sizes sizes = Sizes.of(VAE, Map.of("M", 2));
        ProgramStore store = cache().programs(VAE, "finite-rate", sizes);
        Program first = BoundSystem.of(system, sizes, store).rightHandSide();
        Program known = cache().programs(VAE, "finite-rate", sizes).get("right-hand side", () -> {
            throw new IllegalStateException("bound again");
        });
        assertEquals(first, known);
        assertEquals(BoundSystem.of(system, sizes).rightHandSide(), known);
        assertFalse(first.equals(BoundSystem.of(
                        system, Sizes.of(VAE, Map.of()), cache().programs(VAE, "finite-rate", Sizes.of(VAE, Map.of())))
                .rightHandSide()));
    }

    @Test
    void a_folder_that_cannot_be_written_is_no_error() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        ask(SystemCache.in(file.resolve("below"), "build 1"), VAE);
        ask(SystemCache.in(file.resolve("below"), "build 1"), VAE);
        assertEquals(2, derivations.get());
    }

    @Test
    void without_a_cache_nothing_is_kept() {
        ask(SystemCache.none(), VAE);
        ask(SystemCache.none(), VAE);
        assertEquals(2, derivations.get());
    }

    @Test
    void old_entries_go_when_there_are_many() {
        CacheFolder many = new CacheFolder(folder);
        for (int i = 0; i < 450; i++) {
            many.write("key " + i, new byte[] {1});
        }
        assertTrue(folder.toFile().list().length <= 401);
        assertTrue(many.read("key 449").isPresent());
    }

    @Test
    void the_environment_says_where() {
        assertEquals(Optional.of(Path.of("/home/x/.cache/macrostate")), CachePlace.of(Map.of(), "/home/x"));
        assertEquals(
                Optional.of(Path.of("/shared/macrostate")),
                CachePlace.of(Map.of("XDG_CACHE_HOME", "/shared"), "/home/x"));
        assertEquals(
                Optional.of(Path.of("/home/x/.cache/macrostate")),
                CachePlace.of(Map.of("XDG_CACHE_HOME", "relative"), "/home/x"));
        assertEquals(Optional.of(Path.of("/own")), CachePlace.of(Map.of("MACROSTATE_CACHE", "/own"), "/home/x"));
        assertEquals(Optional.empty(), CachePlace.of(Map.of("MACROSTATE_CACHE", "off"), "/home/x"));
        assertEquals(Optional.empty(), CachePlace.of(Map.of(), ""));
    }
}
