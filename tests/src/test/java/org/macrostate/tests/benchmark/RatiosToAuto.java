package org.macrostate.tests.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.macrostate.tests.oracle.AutoReference;

/**
 * The bifurcation picture of the linear VAE beside AUTO-07p's: the computation, warm beside what AUTO says its three
 * computations took, and the whole process in processor time. AUTO's script continues a given state and follows the two branch
 * points it meets, its equations compiled before: beside it stands the same, from our cache. What is more by default, a
 * search for fixed points at five values of β and for other curves at three of η, has a line of its own, and so has a first
 * run, which derives the equations, beside AUTO's that compiles them.
 */
final class RatiosToAuto {
    private static final List<String> PICTURE =
            List.of("branch", "linear-vae", "--vary", "beta=0.05:3", "--follow", "eta=0.05:2", "--quiet");
    private static final List<String> AS_AUTO = List.of("--start", "m=0,d=0,Q=0,E=0,R=0,D=1", "--probes", "0");
    private static final List<String> COMPILED_ANEW =
            List.of("sh", "-c", "rm -f *.o *.exe; exec " + String.join(" ", AutoReference.COMMAND));

    private RatiosToAuto() {}

    public static void main(String[] args) {
        print();
    }

    static void print() {
        Optional<AutoReference> auto = AutoReference.build();
        PairedRow.Measurement run = () -> WholeProcess.milliseconds(built(auto).folder(), AutoReference.COMMAND);
        WholeProcess.milliseconds(PICTURE); // keeps what it derives
        PairedRow.Measurement same = () -> WholeProcess.milliseconds(joined(PICTURE, AS_AUTO));
        new PairedRow("command branch as AUTO / AUTO-07p's run", "ms", same, run).print();
        PairedRow.Measurement command = () -> WholeProcess.milliseconds(PICTURE);
        new PairedRow("  with searches / AUTO-07p's run", "ms", command, run).print();
        new PairedRow(
                        "  derived anew / AUTO-07p's run, compiled anew",
                        "ms",
                        () -> WholeProcess.milliseconds(joined(joined(PICTURE, AS_AUTO), List.of("--no-cache"))),
                        () -> WholeProcess.milliseconds(built(auto).folder(), COMPILED_ANEW))
                .print();
        new PairedRow("  / the JVM's start", "ms", same, () -> WholeProcess.milliseconds(List.of("--version"))).print();
        PairedRow.Measurement picture = Ratios.least(BifurcationBenchmark.class, "picture", 200);
        new PairedRow("bifurcation picture / goal 50 ms", "ms", picture, () -> 50).print();
        new PairedRow("  / AUTO-07p's computations", "ms", picture, () -> 1e3 * seconds(built(auto))).print();
        PairedRow.Measurement diagram = Ratios.least(BifurcationBenchmark.class, "phases400", 20);
        new PairedRow("diagram 400 x 400 / goal 1 s", "ms", diagram, () -> 1000).print();
    }

    private static List<String> joined(List<String> first, List<String> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
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
