package org.macrostate.tests.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.macrostate.tests.oracle.AutoReference;

/**
 * The bifurcation picture of the linear VAE beside AUTO-07p's: the computation, warm beside what AUTO says its three
 * computations took, and the whole process in processor time, from our cache beside AUTO's with its equations compiled.
 */
final class RatiosToAuto {
    private static final List<String> COMMAND =
            List.of("branch", "linear-vae", "--vary", "beta=0.05:3", "--follow", "eta=0.05:2", "--quiet");

    private RatiosToAuto() {}

    public static void main(String[] args) {
        print();
    }

    static void print() {
        Optional<AutoReference> auto = AutoReference.build();
        PairedRow.Measurement picture = Ratios.least(BifurcationBenchmark.class, "picture", 200);
        new PairedRow("bifurcation picture / goal 50 ms", "ms", picture, () -> 50).print();
        new PairedRow("  / AUTO-07p's computations", "ms", picture, () -> 1e3 * seconds(built(auto))).print();
        PairedRow.Measurement command = () -> WholeProcess.milliseconds(COMMAND);
        new PairedRow(
                        "command branch --follow / AUTO-07p's run",
                        "ms",
                        command,
                        () -> WholeProcess.milliseconds(built(auto).folder(), AutoReference.COMMAND))
                .print();
        new PairedRow("  / the JVM's start", "ms", command, () -> WholeProcess.milliseconds(List.of("--version")))
                .print();
        PairedRow.Measurement diagram = Ratios.least(BifurcationBenchmark.class, "phases400", 20);
        new PairedRow("diagram 400 x 400 / goal 1 s", "ms", diagram, () -> 1000).print();
    }

    private static AutoReference built(Optional<AutoReference> auto) {
        return auto.orElseThrow(() -> new IllegalStateException("no AUTO-07p"));
    }

    private static double seconds(AutoReference auto) {
        try {
            return auto.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
