package org.macrostate.tests.fuzzing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gives a well-formed text another meaning: numbers, functions and signs are exchanged for others of their kind. */
final class MeaningMutation {
    private static final Pattern NUMBER = Pattern.compile("(?<![A-Za-z0-9_.])[0-9]+(?:\\.[0-9]+)?(?![A-Za-z0-9_.\\]])");
    private static final Pattern FUNCTION =
            Pattern.compile("\\b(?:Erf|Tanh|Sqrt|Log|Exp|Abs|Sign|UnitStep|Ramp|Sin|Cos)\\[");
    private static final Pattern SIGN = Pattern.compile(" [-+] ");
    private static final List<String> NUMBERS =
            List.of("0", "1", "2", "3", "1/2", "0.1", "10", "1e-12", "1e308", "1e-308", "7", "100", "1/3", "5", "4/7");
    private static final List<String> FUNCTIONS =
            List.of("Erf[", "Tanh[", "Sqrt[", "Log[", "Exp[", "Abs[", "Sign[", "UnitStep[", "Ramp[", "Sin[", "Cos[");
    private static final List<String> SIGNS = List.of(" + ", " - ", " * ", " / ", "^");

    private MeaningMutation() {}

    /** One to three exchanges. */
    static String changed(String text, Random random) {
        String result = text;
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
            result = switch (random.nextInt(3)) {
                case 0 -> exchanged(result, NUMBER, NUMBERS, random);
                case 1 -> exchanged(result, FUNCTION, FUNCTIONS, random);
                default -> exchanged(result, SIGN, SIGNS, random);
            };
        }
        return result;
    }

    private static String exchanged(String text, Pattern pattern, List<String> by, Random random) {
        List<int[]> places = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            places.add(new int[] {matcher.start(), matcher.end()});
        }
        if (places.isEmpty()) {
            return text;
        }
        int[] place = places.get(random.nextInt(places.size()));
        return text.substring(0, place[0]) + by.get(random.nextInt(by.size())) + text.substring(place[1]);
    }
}
