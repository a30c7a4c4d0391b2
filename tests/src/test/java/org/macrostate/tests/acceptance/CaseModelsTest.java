package org.macrostate.tests.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.macrostate.equations.model.BundledModels;

/** Supervised problems of papers derive at small cost; trajectories of four of them against values computed independently. */
class CaseModelsTest {
    private static final List<String> CASES = List.of(
            "bell",
            "sphere",
            "xor-erf",
            "optimal",
            "wnorm",
            "he3",
            "fgsm",
            "nonlinkink",
            "fair2",
            "docstate",
            "continualV",
            "relu2",
            "xor-relu",
            "softmax3",
            "softmax-classes");

    private static final double MOST_SECONDS = 5;
    private static final double MOST_BYTES = 1e9;

    @TempDir
    private Path folder;

    private String file(String name) throws IOException {
        Path file = folder.resolve(name + ".yaml");
        try (InputStream text =
                Objects.requireNonNull(CaseModelsTest.class.getResourceAsStream("cases/" + name + ".yaml"), name)) {
            Files.write(file, text.readAllBytes());
        }
        return file.toString();
    }

    static Stream<String> models() {
        return Stream.concat(BundledModels.names().stream(), CASES.stream().map(name -> "case " + name));
    }

    /** Of processor time, so that a busy machine changes nothing. */
    @ParameterizedTest
    @MethodSource("models")
    @Tag("slow")
    void models_derive_in_five_seconds_and_a_gigabyte(String model) throws IOException {
        String name = model.startsWith("case ") ? file(model.substring("case ".length())) : model;
        OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        List<MemoryPoolMXBean> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        heap.forEach(MemoryPoolMXBean::resetPeakUsage);
        long before = machine.getProcessCpuTime();
        Called derived = Called.with("derive", name, "--quiet", "--no-cache");
        double seconds = (machine.getProcessCpuTime() - before) / 1e9;
        double bytes =
                heap.stream().mapToDouble(pool -> pool.getPeakUsage().getUsed()).sum();
        assertEquals(0, derived.status(), derived.err());
        assertTrue(seconds < MOST_SECONDS, model + " takes " + seconds + " s");
        assertTrue(bytes < MOST_BYTES, model + " takes " + bytes + " bytes");
    }

    private double last(String column, String... words) {
        Called run = Called.with(words);
        assertEquals(0, run.status(), run.err());
        List<List<String>> rows = run.csv();
        return Double.parseDouble(rows.get(rows.size() - 1).get(rows.get(0).indexOf(column)));
    }

    /** m(1) = tanh(1.100) = .8006 from m = .1. */
    @Test
    void the_projected_flow_on_the_sphere_is_a_hyperbolic_tangent() throws IOException {
        String sphere = file("sphere");
        assertEquals(
                0.8006,
                last(
                        "m",
                        "integrate",
                        sphere,
                        "--limit",
                        "small-rate",
                        "--set",
                        "eta=0.5",
                        "--until",
                        "1",
                        "--start",
                        "m=0.1,Q=1"),
                1e-4);
    }

    /** E UnitStep[1 − h² − y²] = .3269 and E 1/(1 + h²) = .57157. */
    @Test
    void curved_kinks_and_heavy_tails_are_integrated() throws IOException {
        String model = file("nonlinkink");
        String[] words = {"integrate", model, "--times", "0", "--start", "Q=1.7,R=0.4"};
        assertEquals(0.3269, last("inside", words), 1e-4);
        assertEquals(0.57157, last("lorentz", words), 1e-5);
    }

    /** dR/dt = η(1 − c²/(1 + s))/√(1 + s) with s = 8 and c = .2: .0332. */
    @Test
    void a_bell_of_a_sum_of_fields_is_a_bell_of_one_field() throws IOException {
        double r = last("R", "integrate", file("bell"), "--times", "0,0.01", "--start", "R=0.1,S=0.1,Q=5,V=4,C=-0.5");
        assertEquals(0.0332, (r - 0.1) / 0.01, 2e-5);
    }

    /** The Bayes-optimal rule near certainty, where 1 + Erf rounds to zero: ε(100) = .00862. */
    @Test
    @Tag("slow")
    void the_optimal_rule_does_not_round() throws IOException {
        assertEquals(
                0.00862, last("eps_g", "integrate", file("optimal"), "--times", "0,100", "--start", "R=0.1,Q=1"), 5e-6);
    }

    @Test
    void thresholds_of_cases_are_one_statement() throws IOException {
        assertTrue(Called.with("thresholds", file("he3"), "--state", "found", "--solve", "eta", "--set", "sigma=0")
                .out()
                .contains("neutral"));
        assertTrue(Called.with("thresholds", file("fgsm"), "--state", "end", "--solve", "eta")
                .out()
                .contains("its stability changes at eta = 2"));
    }
}
