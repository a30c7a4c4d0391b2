package org.macrostate.tests.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.macrostate.engine.cli.Cli;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.JsonSchema;

/** One call of the program. */
record Called(int status, String out, String err) {

    static Called with(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Cli.run(
                args,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Called(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The arguments as they would be typed, single spaces between. */
    static Called line(String line) {
        return with(line.split(" "));
    }

    /**
     * The call that a time limit ends when it has come far enough: how far it comes in a second is a matter of the machine, so
     * that the limit is doubled until then, up to a quarter of an hour.
     */
    static Called cut(Predicate<Called> far, String... args) {
        String[] limited = Arrays.copyOf(args, args.length + 2);
        limited[args.length] = "--time-limit";
        Called called = null;
        for (int seconds = 1; seconds < 1000; seconds *= 2) {
            limited[args.length + 1] = Integer.toString(seconds);
            called = with(limited);
            if (called.status() == 3 && far.test(called)) {
                assertTrue(called.err().contains("the time limit of " + seconds + " s was reached"), called.err());
                return called;
            }
        }
        return fail("no time limit ends it far enough: " + called);
    }

    /** This call, which must have done its work; what it said on standard error tells why not. */
    Called succeeds() {
        assertEquals(0, status, err);
        return this;
    }

    /** This call, which must have been refused as bad input, with these words. */
    Called isRefused(String words) {
        assertEquals(2, status, err);
        assertTrue(err.contains(words), err);
        return this;
    }

    /** Standard output as one JSON object. */
    Map<?, ?> json() {
        return json(out);
    }

    static Map<?, ?> json(String text) {
        LoadSettings settings =
                LoadSettings.builder().setSchema(new JsonSchema()).build();
        return (Map<?, ?>) new Load(settings).loadFromString(text);
    }

    /** Standard output as CSV without quoted line breaks: rows of cells. */
    List<List<String>> csv() {
        return csv(out);
    }

    static List<List<String>> csv(String text) {
        return Arrays.stream(text.split("\r\n"))
                .map(line -> Arrays.stream(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1))
                        .map(cell -> cell.replace("\"", ""))
                        .toList())
                .toList();
    }

    /** What is under these keys, one inside the other; a number picks from a list. */
    static Object at(Object json, Object... path) {
        Object here = json;
        for (Object step : path) {
            here = step instanceof Integer i ? ((List<?>) here).get(i) : ((Map<?, ?>) here).get(step);
        }
        return here;
    }

    static double number(Object json, Object... path) {
        return ((Number) at(json, path)).doubleValue();
    }
}
