package org.macrostate.tests.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who writes Python is told how the same is written here. */
class PythonHabitsTest {
    private static final String MODEL = "model: habits\nparameters: {eta: {value: 0.1}, decay: {value: 0.1}}\n"
            + "vectors: {u: {fixed: identity}, w: {rate: eta}}\nsamples: {x: noise}\nfields: {h: w . x, y: u . x}\n"
            + "order: {R: w . u, Q: w . w}\nloss: ";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "np.tanh(h) | functions stand alone here, as in Tanh[h]",
                "torch.relu(h) | functions stand alone here, as in Tanh[h]",
                "tanh(h) | Tanh[h]",
                "sigmoid(h) | 1/(1 + Exp[-h])",
                "softplus(h) | Log[1 + Exp[h]]",
                "log1p(h) | Log[1 + h]",
                "leaky_relu(h) | Ramp[h] - a Ramp[-h]",
                "max(0, h) | Max[h, 0]",
                "h // 2 | a quotient has one '/'",
                "h % 2 | there are no remainders",
                "h if h > 0 else 0 | If[h > 0, 1, 0]",
                "h == y | If[condition, 1, 0] is its number",
                "w @ w | the overlap of two vectors is written w.u",
                "w.T x | unknown vector or sample 'T'",
                "(h-y)**2 | a power is written '^'",
                "norm(w) | Sqrt[w.w]",
                "sum(h) | Sum[h[k], {k, M}]",
                "mean(h) | Mean[h]",
                "h^2 pi | did you mean 'Pi'?",
                "h[0] | 'h' takes no index",
                "(h \u2212 y)^2 | a minus is written '-'",
                "dot(w, w) | arguments of a function stand in brackets",
            })
    void a_formula_as_python_has_it_is_refused_with_how_it_is_written(String loss, String hint) throws Exception {
        Path model = Files.writeString(folder.resolve("m.yaml"), MODEL + '"' + loss + "\"\n");
        Called called = Called.with("validate", model.toString());
        assertEquals(2, called.status(), called.out());
        assertTrue(called.err().contains("key 'loss': ") && called.err().contains(hint), called.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "integrate oja --tau 0.3 --until 1 | a parameter tau of a model is set by --set tau=VALUE",
                "integrate linear-vae --beta=1 --until 1 | a parameter beta of a model is set by --set beta=VALUE",
                "integrate oja --until 1 --output a.csv | did you mean '--out'?",
                "integrate oja --until 1 --set tau:0.3 | expected NAME=VALUE",
                "integrate oja --until 1 --start q:0.1 | expected NAME=VALUE",
                "integrate oja --until 1e3s | must be a finite number, was '1e3s'",
                "phase-diagram oja --x tau=0,1,5 --y omega=0:2:5 | expected PARAMETER=FROM:TO:POINTS",
                "oja | a command comes first, as in 'macrostate derive oja'",
                "mine.yaml | a command comes first, as in 'macrostate derive mine.yaml'",
                "plot oja | unknown command 'plot'; known: ",
            })
    void a_command_line_of_other_tools_is_refused_with_how_it_is_typed(String line, String hint) {
        Called called = Called.line(line);
        assertEquals(2, called.status(), called.out());
        assertTrue(called.err().contains(hint), called.err());
    }

    @Test
    void what_yaml_and_python_share_works() throws Exception {
        Path model = Files.writeString(
                folder.resolve("m.yaml"), MODEL.replace("{value: 0.1}", "1e-1") + "0.5*(h - y)^2 + 1e-3*w.w # ridge\n");
        Called.with("validate", model.toString()).succeeds();
    }
}
