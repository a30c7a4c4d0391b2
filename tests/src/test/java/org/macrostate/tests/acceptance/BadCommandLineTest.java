package org.macrostate.tests.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad input: exit status 2, one message on standard error, nothing on standard output. */
class BadCommandLineTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "dervie linear-vae | unknown command 'dervie'; did you mean 'derive'?",
                "derive | derive needs MODEL; see 'macrostate derive --help'",
                "derive lnear-vae | unknown model 'lnear-vae'; did you mean 'linear-vae'?",
                "derive no/such.yaml | there is no model file 'no/such.yaml'",
                "derive linear-vae other | unexpected argument 'other' of derive",
                "derive linear-vae --formt latex | unknown option '--formt'; did you mean '--format'?",
                "derive linear-vae --format txt | unknown value of --format 'txt'; did you mean 'text'?",
                "derive linear-vae --limit 0 | --limit: unknown limit '0'; known: finite-rate, small-rate",
                "derive linear-vae --set rho | --set: expected NAME=VALUE, found 'rho'",
                "derive linear-vae --set rho=1,rho=2 | --set: 'rho' is set twice",
                "derive linear-vae --set rho=1 --set eta=2 | option '--set' is given twice",
                "derive linear-vae --set rho=NaN | --set: rho must be a finite number, was 'NaN'",
                "derive linear-vae --set rho=1e999 | --set: rho must be a finite number, was '1e999'",
                "derive linear-vae --set rho=1/0 | --set: rho must be a finite number, was '1/0'",
                "derive linear-vae --set rho=0x10 | --set: rho must be a finite number, was '0x10'",
                "derive linear-vae --set roh=1 | unknown parameter 'roh'; did you mean 'rho'?",
                "derive linear-vae --set rho=-1 | parameter rho must be positive, was -1.0",
                "derive linear-vae --set tau=-0.1 | parameter tau must be positive, was -0.1",
                "derive linear-vae --size M=0 | size M must be from 1 to 1000, was 0",
                "derive linear-vae --size M=1.5 | --size: M must be a whole number, was '1.5'",
                "derive linear-vae --size K=2 | unknown size 'K'; known: M, Ms",
                "derive linear-vae --threads 0 | --threads must be from 1 to 1024, was 0",
                "thresholds linear-vae --state collapsed | thresholds needs --solve; see 'macrostate thresholds --help'",
                "thresholds linear-vae --state colapsed --solve beta | unknown state 'colapsed'; did you mean 'collapsed'?",
                "thresholds linear-vae --state collapsed --solve bta | unknown parameter 'bta'; did you mean 'beta'?",
                "integrate linear-vae | --until T is needed, or --times a,b,c",
                "integrate linear-vae --until -1 | --until must be positive, was -1",
                "integrate linear-vae --until 1 --points 1 | --points must be from 2 to 1000000, was 1",
                "integrate linear-vae --times 2,1 | --times: times must ascend from 0 on, found 1.0 after 2.0",
                "integrate linear-vae --until 1 --start mm=0.1 | unknown order parameter 'mm'; did you mean 'm'?",
                "integrate linear-vae --until 1 --start D=-1 | the start of D[1] must be positive, was -1.0",
                "integrate linear-vae --until 1 --schedule bta=t | unknown parameter 'bta'; did you mean 'beta'?",
                "integrate linear-vae --until 1 --rtol 2 | relative tolerance must be at least 1.0E-14 and below 1, was 2.0",
                "integrate lorenz --until 1 --start X=1,Y=1 | Z needs a start: --start \"Z=…\"",
                "phase-diagram linear-vae --x beta=0:3 --y eta=0:2:5 | --x: expected PARAMETER=FROM:TO:POINTS, found 'beta=0:3'",
                "phase-diagram linear-vae --x beta=3:0:5 --y eta=0:2:5 | --x: range of beta must rise, was 3.0 to 0.0",
                "phase-diagram linear-vae --x beta=0:3:1 --y eta=0:2:5 | --x: points of beta must be from 2 to 10000, were 1",
                "phase-diagram linear-vae --x bta=0:3:5 --y eta=0:2:5 | unknown parameter 'bta'; did you mean 'beta'?",
                "phase-diagram linear-vae --x beta=0:3:5 --y beta=0:2:5 | the two axes must be different parameters, both were beta",
                "simulate linear-vae --until 1 | simulate needs --dimension; see 'macrostate simulate --help'",
                "simulate linear-vae --until 1 --dimension 0 | --dimension must be from 1 to 100000000, was 0",
                "simulate linear-vae --until 1 --dimension 2 | dimension must be at least the number of vectors, 3, was 2",
                "simulate linear-vae --until 1 --dimension 9 --seed -1 | the seed must be a whole number from 0 to 2^53, was '-1'",
                "simulate lorenz --until 1 --dimension 9 | lorenz states its equations: there is no SGD to run or to check them against",
                "check linear-vae --until 1 --dimension 9,9 | a check needs different dimensions, at least one, found [9, 9]",
                "check linear-vae --until 1 --dimension 9 --runs 1 | --runs must be from 2 to 1000000, was 1",
                "show linaer-vae | unknown model or study 'linaer-vae'; did you mean 'linear-vae'?",
                "study posterior-colapse --out x | unknown study 'posterior-colapse'; did you mean 'posterior-collapse'?",
                "study posterior-collapse | study needs --out FOLDER",
                "optimise linear-vae | unknown command 'optimise'; known: models, show, derive, thresholds, integrate, fixed-points, branch, phase-diagram, simulate, check, tune, study, schema, completion",
            })
    void what_is_wrong_is_said_in_one_line(String line, String message) {
        Called called = Called.line(line);
        assertEquals("macrostate: " + message + "\n", called.err());
        assertEquals("", called.out());
        assertEquals(2, called.status());
    }

    @Test
    void nothing_is_written_after_bad_input(@TempDir Path folder) throws Exception {
        Path out = folder.resolve("out.csv");
        Called called =
                Called.with("integrate", "linear-vae", "--until", "1", "--set", "tau=-1", "--out", out.toString());
        assertEquals(2, called.status());
        try (var left = Files.list(folder)) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void a_learning_rate_is_positive_whatever_its_domain(@TempDir Path folder) throws Exception {
        Path model = folder.resolve("mine.yaml");
        Files.writeString(model, """
                model: mine
                parameters: {eta: {value: 0.1}}
                vectors: {B: {fixed: identity}, J: {rate: eta}}
                samples: {xi: noise}
                fields: {x: J . xi, y: B . xi}
                loss: (x - y)^2 / 2
                """);
        assertEquals(
                "macrostate: learning rate eta must be positive, was -0.1\n",
                Called.with("derive", model.toString(), "--set", "eta=-0.1").err());
    }

    @Test
    void a_stack_trace_is_shown_only_when_asked_for() {
        assertFalse(Called.line("derive lnear-vae").err().contains("\tat "));
        assertTrue(Called.line("derive lnear-vae --debug").err().contains("\tat "));
    }

    @Test
    void a_model_file_says_where_it_is_wrong(@TempDir Path folder) throws Exception {
        Path model = folder.resolve("mine.yaml");
        Files.writeString(model, "model: mine\nparameters: {tau: {value: 1}}\nflow: {X: -tua X}\n");
        Called called = Called.with("derive", model.toString());
        assertEquals(2, called.status());
        assertTrue(called.err().startsWith("macrostate: " + model + ", line 3, column "), called.err());
        assertTrue(called.err().contains("'tua'") && called.err().contains("did you mean 'tau'?"), called.err());
    }
}
