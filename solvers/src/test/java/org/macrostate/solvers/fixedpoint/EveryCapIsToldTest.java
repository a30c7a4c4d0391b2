package org.macrostate.solvers.fixedpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Bounds of the searches, read from the sources: a bound that can shorten an answer is told in these words; of the others it is
 * known why they shorten none. A new one belongs to neither until somebody has decided.
 */
class EveryCapIsToldTest {
    private static final Path SOURCES =
            Path.of(System.getProperty("macrostate.root", ".."), "solvers/src/main/java/org/macrostate/solvers");
    private static final List<String> ROOMS = List.of("continuation", "phase", "fixedpoint", "cycle", "homotopy");
    private static final Pattern CAP =
            Pattern.compile("static final (?:int|long|double) ((?:MOST|LARGEST|ROUNDS|TOO|LIMIT)\\w*) =");

    /** With words of the note, or of the refusal. */
    private static final Map<String, String> TOLD = Map.ofEntries(
            Map.entry("BranchCurve.MOST_DOUBTFUL", "no bifurcation was located"),
            Map.entry("CurveLimits.MOST_WORK", "--probes says at how many"),
            Map.entry("Tracer.MOST_KINKS", "could not be followed beyond"),
            Map.entry("BoundarySearch.MOST_LINES", "lines of the grid each way"),
            Map.entry("CycleSearch.MOST_STARTS", "limit cycles were not looked for"),
            Map.entry("GridSearch.ROUNDS", "still differ from a neighbour"),
            Map.entry("ParameterAxis.LARGEST_COUNT", "must be from 2 to"),
            Map.entry("SettlingRun.MOST_TURNING", "limit cycles were not looked for"),
            Map.entry("Equilibria.MOST_FLOW_WORK", "is not followed away from every unstable"),
            Map.entry("Equilibria.MOST_PAIRS", "pairs of attractors only"),
            Map.entry("OrbitLength.MOST_TRIED", "are too many to be counted"),
            Map.entry("Symmetries.LARGEST_ORBIT", "are too many to be counted"),
            Map.entry("PartSearch.MOST_WORK", "were tried: there may be more fixed points"),
            Map.entry("Roots.LARGEST_COUNT", "there may be more fixed points: no more than"),
            Map.entry("CauchyEndgame.MOST_TURNS", "were lost: that none is missing is not known"),
            Map.entry("CauchyEndgame.MOST_STEPS", "were lost: that none is missing is not known"),
            Map.entry("PathTracker.MOST_STEPS", "were lost: that none is missing is not known"));

    /** With the reason. */
    private static final Map<String, Set<String>> SHORTENS_NOTHING = Map.of(
            "an answer is not called complete, and missing points are estimated",
            Set.of(
                    "Equilibria.MOST_ROUNDS",
                    "Equilibria.LARGEST_SEARCHED",
                    "EveryRoot.MOST_UNKNOWNS",
                    "EveryRoot.MOST_SOLUTIONS",
                    "EveryRoot.MOST_BY_DEGREE",
                    "HomotopyRoots.MOST_SAID",
                    "RationalRates.MOST_TERMS"),
            "a step is shortened or a cell divided",
            Set.of(
                    "CellFill.LARGEST_CHANGE",
                    "CellFill.LARGEST_SURPRISE",
                    "GridSearch.MOST_TILES",
                    "TileSearch.LARGEST_EMPTY",
                    "PseudoTransient.LARGEST_MOVE"),
            "members of a family are shown as several points, none is left out",
            Set.of(
                    "FamilyCurve.MOST_STEPS",
                    "FamilyProjection.MOST_STEPS",
                    "Roots.LARGEST_FOLLOWED",
                    "Roots.MOST_DIRECTIONS",
                    "FixedPointListing.MOST_UNDECIDED"),
            "a multiplicity or a zero of rates that die out is not named as such",
            Set.of("RootMultiplicity.LARGEST", "RootAtInfinity.LARGEST", "RootAtInfinity.MOST_STEPS"),
            "a branch that grows beyond is said to be unbounded",
            Set.of("BranchCurve.LARGEST_GROWTH", "CycleCurve.LARGEST_GROWTH"),
            "fewer symmetries are used, and images are listed one by one",
            Set.of(
                    "IsotropyCandidates.MOST_EXCHANGES",
                    "IsotropyCandidates.MOST_MULTIPLIED",
                    "ParityEquations.MOST",
                    "StatedExchanges.MOST"),
            "eigenvalues are found all at once",
            Set.of("FixedSpace.LARGEST_IN_BLOCKS"),
            "a number is taken as the decimal that it is, or as it is measured",
            Set.of(
                    "RationalRates.LARGEST_DENOMINATOR",
                    "TotalsSearch.LARGEST_DENOMINATOR",
                    "UnitSearch.MOST_ELEMENTS",
                    "UnitSearch.LARGEST",
                    "ResidualNoise.LARGEST_NOISE"));

    private static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        for (String room : ROOMS) {
            try (Stream<Path> files = Files.list(SOURCES.resolve(room))) {
                for (Path file : files.sorted().toList()) {
                    String name = String.valueOf(file.getFileName());
                    sources.put(name.substring(0, name.lastIndexOf('.')), Files.readString(file));
                }
            }
        }
        return sources;
    }

    @Test
    void every_bound_in_the_sources_is_told_or_shortens_no_answer() throws IOException {
        Set<String> found = new TreeSet<>();
        sources().forEach((name, text) -> {
            Matcher matcher = CAP.matcher(text);
            while (matcher.find()) {
                found.add(name + '.' + matcher.group(1));
            }
        });
        assertTrue(found.containsAll(TOLD.keySet()), found.toString());
        Set<String> undecided = new TreeSet<>(found);
        undecided.removeAll(TOLD.keySet());
        SHORTENS_NOTHING.values().forEach(undecided::removeAll);
        assertEquals(Set.of(), undecided);
    }

    @Test
    void the_words_of_every_note_are_in_the_sources() throws IOException {
        String all = String.join("\n", sources().values()).replaceAll("\"\\s*\\+\\s*\"", "");
        TOLD.forEach((cap, words) -> assertTrue(all.contains(words), cap + ": " + words));
    }
}
