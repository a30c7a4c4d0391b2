package org.macrostate.tests.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The numbers in the abstract of {@code linear-vae-paper}, against a program of its own in NumPy. */
@Tag("slow")
class PaperNumbersTest {
    private static final String START = "m=0.009783953,d=0.121690713,Q=1.106815815,E=0.861331224,R=-0.107836276,D=1";

    @TempDir
    private Path folder;

    private List<String> python(Path input) throws Exception {
        Path script = folder.resolve("paper_numbers.py");
        try (InputStream source = Objects.requireNonNull(getClass().getResourceAsStream("paper_numbers.py"))) {
            Files.copy(source, script);
        }
        Path out = folder.resolve("numbers.txt");
        Process process = new ProcessBuilder("python3", script.toString())
                .redirectInput(input.toFile())
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertEquals(0, process.waitFor(), "paper_numbers.py");
        return Files.readAllLines(out);
    }

    private static boolean hasNumPy() throws Exception {
        try {
            return new ProcessBuilder("python3", "-c", "import numpy").start().waitFor() == 0;
        } catch (java.io.IOException none) {
            return false;
        }
    }

    @Test
    void every_number_is_that_of_another_program() throws Exception {
        assumeTrue(hasNumPy(), "Python with NumPy");
        var free = Called.with(
                        "control",
                        "linear-vae",
                        "--control",
                        "beta=0:3",
                        "--goal",
                        "time eps_g < 0.01",
                        "--until",
                        "6000",
                        "--pieces",
                        "20",
                        "--starts",
                        "8",
                        "--start",
                        START,
                        "--json")
                .json();
        Path input = Files.writeString(
                folder.resolve("input.json"),
                new ObjectMapper()
                        .writeValueAsString(Map.of(
                                "times",
                                Called.at(free, "times"),
                                "beta",
                                Called.at(free, "control", "beta"),
                                "starts",
                                starts())));
        List<String> numbers = python(input);
        double least = starts().stream()
                .mapToDouble(start -> passage("M=4", text(start, 4)) / passage("M=1", text(start, 1)))
                .min()
                .orElseThrow();
        assertEquals(Double.parseDouble(numbers.get(0)), least, 2e-3);
        var tanh = Called.with(
                        "tune",
                        "linear-vae",
                        "--schedule",
                        "beta=Tanh[gamma t]",
                        "--vary",
                        "gamma=1e-5:1",
                        "--goal",
                        "time eps_g < 0.01",
                        "--until",
                        "6000",
                        "--start",
                        START,
                        "--json")
                .json();
        assertEquals(Double.parseDouble(numbers.get(1)), Called.number(tanh, "goal"), 0.01);
        assertEquals(Double.parseDouble(numbers.get(2)), Called.number(free, "objective"), 1e-3);
    }

    /** The random starts of the study: overlaps of four latents, as the questions with four latents have them. */
    private static List<Map<String, List<Double>>> starts() {
        List<Map<String, List<Double>>> starts = new ArrayList<>();
        Matcher question = Pattern.compile("as: four[0-9],[^}]*}[^}]*start: \\{([^}]*)}")
                .matcher(Called.with("show", "linear-vae-paper").out());
        while (question.find()) {
            Map<String, List<Double>> start = Map.of("m", new ArrayList<>(), "d", new ArrayList<>());
            Matcher overlap =
                    Pattern.compile("\"([md])\\[[1-4],1]\": ([-0-9.]+)").matcher(question.group(1));
            while (overlap.find()) {
                Objects.requireNonNull(start.get(overlap.group(1))).add(Double.parseDouble(overlap.group(2)));
            }
            starts.add(start);
        }
        assertEquals(5, starts.size());
        return starts;
    }

    private static String text(Map<String, List<Double>> start, int latents) {
        StringBuilder text = new StringBuilder("Q=0,E=0,R=0,D=1");
        for (int k = 0; k < latents; k++) {
            for (Map.Entry<String, List<Double>> overlaps : start.entrySet()) {
                text.append("," + overlaps.getKey() + "[" + (k + 1) + ",1]=")
                        .append(overlaps.getValue().get(k));
            }
            String own = "[" + (k + 1) + "," + (k + 1) + "]=1";
            text.append(",Q" + own + ",E" + own);
        }
        return text.toString();
    }

    /** The time at which eps_g first is below 0.1, by one point of a sweep. */
    private static double passage(String size, String start) {
        String csv = Called.with(
                        "sweep",
                        "linear-vae",
                        "--size",
                        size,
                        "--start",
                        start,
                        "--over",
                        "beta=[1]",
                        "--measure",
                        "time eps_g < 0.1")
                .out();
        return Double.parseDouble(csv.lines().toList().get(1).split(",")[1]);
    }
}
