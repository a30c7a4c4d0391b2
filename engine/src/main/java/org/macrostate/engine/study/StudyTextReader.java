package org.macrostate.engine.study;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.macrostate.engine.study.claim.Claim;
import org.macrostate.engine.study.claim.StudyText;
import org.macrostate.equations.BadInput;

/** Reads what an author writes around the claims. */
final class StudyTextReader {
    static final List<String> KEYS = List.of("abstract", "introduction", "discussion");

    private static final Pattern MEASURE = Pattern.compile("\\{([A-Za-z0-9][A-Za-z0-9_-]*)\\.([A-Za-z][A-Za-z0-9]*)}");

    private StudyTextReader() {}

    /** @throws BadInput if a text names a measure that no claim has */
    static StudyText read(Keys keys, List<Claim> claims) {
        for (String key : KEYS) {
            keys.list(key, text -> known(text, claims));
        }
        return new StudyText(
                String.join(" ", keys.list("abstract", Function.identity()).orElse(List.of())),
                keys.list("introduction", Function.identity()).orElse(List.of()),
                keys.list("discussion", Function.identity()).orElse(List.of()));
    }

    private static String known(String text, List<Claim> claims) {
        List<String> all = claims.stream()
                .flatMap(claim -> claim.measures().keySet().stream().map(measure -> claim.name() + "." + measure))
                .toList();
        Matcher named = MEASURE.matcher(text);
        while (named.find()) {
            String name = named.group(1) + "." + named.group(2);
            if (!all.contains(name)) {
                throw BadInput.unknownName("measure of a claim", name, all);
            }
        }
        return text;
    }
}
