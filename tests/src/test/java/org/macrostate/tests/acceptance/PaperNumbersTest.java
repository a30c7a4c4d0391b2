package org.macrostate.tests.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The numbers in the abstracts of bundled studies, against programs of their own in NumPy. */
@Tag("slow")
class PaperNumbersTest {
    private static final String START = "m=0.009783953,d=0.121690713,Q=1.106815815,E=0.861331224,R=-0.107836276,D=1";

    @TempDir
    private Path folder;

    private List<String> python(String name, Path input) throws Exception {
        Path script = folder.resolve(name);
        try (InputStream source = Objects.requireNonNull(getClass().getResourceAsStream(name))) {
            Files.copy(source, script);
        }
        Path out = folder.resolve("numbers.txt");
        Process process = new ProcessBuilder("python3", script.toString())
                .redirectInput(input.toFile())
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertEquals(0, process.waitFor(), name);
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
        List<String> numbers = python("paper_numbers.py", input);
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

    /** Of saad-solla, online-pca and phase-retrieval: the commands of what the abstracts name. */
    @Test
    void numbers_of_the_other_abstracts_are_those_of_another_program() throws Exception {
        assumeTrue(hasNumPy(), "Python with NumPy");
        List<Double> numbers = python("study_numbers.py", Files.createFile(folder.resolve("none"))).stream()
                .map(Double::parseDouble)
                .toList();
        List<Map<String, String>> plateau = rows("integrate soft-committee --set eta=0.05 --times 0,1200 --rtol 1e-12"
                + " --atol 1e-14 --start Q=0,Q[1,1]=0.5,Q[2,2]=0.25,R=0,R[1,1]=0.00001");
        assertEquals(numbers.get(0), number(plateau.get(1), "eps_g"), 1e-9);
        double largest = rows("branch soft-committee --vary eta=0.1:8 --show eps_g").stream()
                .filter(row -> "true".equals(row.get("stable")) && Math.abs(number(row, "eps_g")) < 1e-9)
                .mapToDouble(row -> number(row, "eta"))
                .max()
                .orElseThrow();
        assertEquals(numbers.get(1), largest, 5e-4);
        List<Map<String, String>> falling = rows("integrate oja --schedule tau=2/(4+t) --start q=0.05,Q=1 --times"
                + " 0,10,20,50,100,200,500,1000,2000,5000,10000");
        double[] t = falling.stream()
                .skip(5)
                .mapToDouble(row -> Math.log(number(row, "t")))
                .toArray();
        double[] left = falling.stream()
                .skip(5)
                .mapToDouble(row -> Math.log(1 - cosine(row)))
                .toArray();
        assertEquals(numbers.get(2), slope(t, left), 1e-4);
        List<Map<String, String>> swinging =
                rows("integrate oja --schedule tau=1/2+2/5*Sin[t/100] --start q=0.05,Q=1 --until 3000 --points 1501");
        double[] cosines = swinging.stream()
                .filter(row -> number(row, "t") >= 800)
                .mapToDouble(PaperNumbersTest::cosine)
                .toArray();
        assertEquals(numbers.get(3), Arrays.stream(cosines).min().orElseThrow(), 1e-5);
        assertEquals(numbers.get(4), Arrays.stream(cosines).max().orElseThrow(), 1e-5);
        double growth = rows("fixed-points phase-retrieval").stream()
                .filter(row -> number(row, "Q") > 0.1 && number(row, "Q") < 0.9)
                .mapToDouble(row -> number(row, "leading eigenvalue"))
                .max()
                .orElseThrow();
        assertEquals(numbers.get(5), growth, 1e-7);
        assertEquals(numbers.get(6), 1 / (2 * growth), 1e-4);
    }

    private static List<Map<String, String>> rows(String command) {
        List<List<String>> csv = Called.line(command + " --format csv").csv();
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<String> cells : csv.subList(1, csv.size())) {
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < cells.size(); i++) {
                row.put(csv.get(0).get(i), cells.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(Objects.requireNonNull(row.get(column), () -> column + " in " + row));
    }

    private static double cosine(Map<String, String> row) {
        return number(row, "q") * number(row, "q") / number(row, "Q");
    }

    private static double slope(double[] x, double[] y) {
        double meanX = Arrays.stream(x).average().orElseThrow();
        double meanY = Arrays.stream(y).average().orElseThrow();
        double xy = 0;
        double xx = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - meanX) * (y[i] - meanY);
            xx += (x[i] - meanX) * (x[i] - meanX);
        }
        return xy / xx;
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
