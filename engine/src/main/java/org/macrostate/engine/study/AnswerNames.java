package org.macrostate.engine.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.macrostate.engine.analysis.Analysis;
import org.macrostate.engine.registry.Analyses;
import org.macrostate.engine.study.claim.Claim;
import org.macrostate.equations.BadInput;

/**
 * What the questions of a study are called, and their files. No two questions write files that differ in their ending
 * or in capital letters only: a folder may be kept where those are one name, as on macOS and Windows.
 */
final class AnswerNames {
    /** Names of devices, which no file may have on Windows, whatever its ending is. */
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");

    /** Files of the report and of the study itself, without their endings. */
    private static final List<String> TAKEN = List.of("report", "references", "claims", "study");

    private AnswerNames() {}

    /**
     * The name of a question's files.
     *
     * @param name of its JSON, and in claims
     * @param suffix of the names of its tables and figures; may be empty
     */
    record AnswerName(String name, String suffix) {}

    /**
     * Names for all questions, in their order.
     *
     * @throws BadInput at the place of the first question that would write what another one writes
     */
    static List<AnswerName> of(List<StudyItem> items, List<Claim> claims) {
        Map<String, Integer> seen = new HashMap<>();
        Map<String, String> owners = new HashMap<>();
        TAKEN.forEach(stem -> owners.put(stem, "the study itself"));
        for (Claim claim : claims) {
            for (int i = 0; i < claim.figures().size(); i++) {
                claim(figure(claim.name(), i), "claim '" + claim.name() + "'", owners);
            }
        }
        List<AnswerName> names = new ArrayList<>();
        for (StudyItem item : items) {
            String kind = item.question().name();
            int number = item.alias().isEmpty() ? seen.merge(kind, 1, Integer::sum) : 0;
            String suffix = number == 0 ? "-" + item.alias() : number == 1 ? "" : "-" + number;
            AnswerName usual = new AnswerName(number == 0 ? item.alias() : kind + suffix, suffix);
            AnswerName name = number == 1 && isTaken(item, usual, owners) ? new AnswerName(kind, "-" + kind) : usual;
            try {
                stems(item, name).forEach(stem -> claim(stem, "question '" + name.name() + "'", owners));
            } catch (BadInput taken) {
                throw taken.at(item.place());
            }
            names.add(name);
        }
        return names;
    }

    /** The name of a claim's figure, counted from 0. */
    static String figure(String claim, int index) {
        return "figure-" + claim + (index == 0 ? "" : "-" + (index + 1));
    }

    /** Names of all files of a question, without their endings. */
    private static Set<String> stems(StudyItem item, AnswerName name) {
        Set<String> stems = new LinkedHashSet<>(List.of(name.name()));
        item.question().tables().forEach(table -> stems.add(table + name.suffix()));
        Analyses.find(item.question().name())
                .map(Analysis::figureNames)
                .orElse(List.of())
                .forEach(figure -> stems.add(figure + name.suffix()));
        return stems;
    }

    /** Whether another kind of question, the first of its kind, has a table of the same name. */
    private static boolean isTaken(StudyItem item, AnswerName name, Map<String, String> owners) {
        return item.question().tables().stream()
                .anyMatch(table -> owners.containsKey((table + name.suffix()).toLowerCase(Locale.ROOT)));
    }

    private static void claim(String stem, String owner, Map<String, String> owners) {
        String before = owners.putIfAbsent(stem.toLowerCase(Locale.ROOT), owner);
        if (before != null) {
            throw new BadInput(owner + " would write files named '" + stem + "', as " + before
                    + " does; give it another name, as in {as: other-name, …}");
        }
    }

    /** Whether Windows keeps the name for a device, whatever ending follows. */
    static boolean isDevice(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return DEVICES.contains(lower) || lower.length() == 4 && lower.matches("(com|lpt)[0-9]");
    }
}
