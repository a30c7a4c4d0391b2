package org.macrostate.tests.stress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macrostate.engine.cli.Cli;

/** Losses that anybody may write down and whose equations have more terms than there are atoms in a computer. */
class ExplodingDerivationsTest {
    private static final Duration FOR_EVER = Duration.ofMinutes(2);

    private static String model(String loss, String law) {
        return """
                model: explodes
                sizes: {K: 3, M: 3}
                parameters: {tau: {value: 0.1, domain: positive}, a: {value: 1}, b: {value: 1}}
                vectors: {B: {copies: M, fixed: identity}, J: {copies: K, rate: tau}}
                scalars: {g: {copies: K, rate: tau, start: 1}}
                randoms: {zeta: {copies: M, law: %s}}
                samples: {xi: noise}
                fields: {x: J . xi, y: B . xi}
                loss: "%s"
                """.formatted(law, loss);
    }

    /** A high degree in few fields; few degrees in many; an average over signs; a power of a sum outside of all averages. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "normal; Sum[x[i]^40, {i,K}] + Sum[(x[i] - y[n])^30, {i,K}, {n,M}]",
                "normal; (Sum[x[i] x[j] x[k] x[l] y[m] y[n], {i,K}, {j,K}, {k,K}, {l,K}, {m,M}, {n,M}])^2",
                "rademacher; (Sum[zeta[n] y[n], {n,M}] - Sum[x[i], {i,K}])^6",
                "normal; ((a + b + 1 + Sum[g[i], {i,K}])^60 + Sum[x[i]^2, {i,K}])^5"
            })
    void end_with_a_message_when_their_time_is_over(String law, String loss, @TempDir Path folder)
            throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("explodes.yaml"), model(loss, law));
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = assertTimeoutPreemptively(
                FOR_EVER,
                () -> Cli.run(
                        new String[] {"derive", file.toString(), "--quiet", "--no-cache", "--time-limit", "0.5"},
                        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8)));
        assertEquals(
                "macrostate: model explodes: deriving its equations takes more than 0.5 s; lower powers, fewer fields or"
                        + " smaller sizes take less, --time-limit gives it longer\n",
                err.toString(StandardCharsets.UTF_8));
        assertEquals(2, status);
        requireNothingGoesOn();
    }

    /** Else a program that asks for many derivations would be left with a thread for each that failed. */
    private static void requireNothingGoesOn() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("macrostate-symbolic")) {
                thread.join(FOR_EVER.toMillis());
                assertEquals(Thread.State.TERMINATED, thread.getState());
            }
        }
    }
}
