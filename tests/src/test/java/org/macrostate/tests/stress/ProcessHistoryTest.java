package org.macrostate.tests.stress;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macrostate.engine.cli.Cli;

/** An answer is a matter of its question: what the same process derived, solved and drew before changes no byte of it. */
class ProcessHistoryTest {
    /** In which every function that exported code defines for itself is called. */
    private static final String FUNCTIONS = """
            model: functions
            parameters: {a: {value: 0.5, domain: positive}, b: {value: 0.3}}
            flow:
              x: "Sqrt[x^2 + a] - ArcSin[b x] + Sign[y] - x^a"
              y: "Log[1 + y^2] - ArcCos[b y] + Mod[x, 2] - Abs[y] + Max[x, y, a] - ArcTan[x]"
              z: "Erf[x] - z"
            """;

    private static final List<String> QUESTIONS = List.of(
            "derive soft-committee",
            "derive functions.yaml --format julia",
            "derive functions.yaml --format python",
            "derive oja --costates",
            "thresholds linear-vae --state collapsed --solve beta --json",
            "integrate soft-committee --until 2 --points 3 --start Q=0.5,R=0.01",
            "check soft-committee --dimension 20,40 --runs 2 --until 0.5");

    @TempDir
    private Path folder;

    private String answer(String question) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        String line = question.replace(
                "functions.yaml", folder.resolve("functions.yaml").toString());
        int status = Cli.run((line + " --quiet --no-cache").split(" "), stream, stream);
        return status + "\n" + out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void questions_in_another_order_have_the_same_answers() throws Exception {
        Files.writeString(folder.resolve("functions.yaml"), FUNCTIONS);
        Map<String, String> first = new LinkedHashMap<>();
        QUESTIONS.forEach(question -> first.put(question, answer(question)));
        List<String> backwards = new ArrayList<>(QUESTIONS);
        Collections.reverse(backwards);
        backwards.forEach(question -> assertEquals(first.get(question), answer(question), question));
        first.forEach((question, answer) ->
                assertEquals("0", answer.lines().findFirst().orElse(""), question + answer));
    }
}
