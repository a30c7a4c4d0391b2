package org.macrostate.engine.option;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.macrostate.equations.BadInput;

/**
 * What an option's value is: how it is read, within which bounds, and what a JSON schema says of it.
 *
 * @param isFlag whether the option alone means {@code true} on a command line
 * @param namesOption whether its messages name the option, so that a command line adds nothing to them
 * @param reader makes a value of the option's name, as messages call it, and what was written
 * @param schema of the value in a file
 */
public record OptionType<T>(
        boolean isFlag, boolean namesOption, BiFunction<String, Given, T> reader, Map<String, Object> schema) {
    private static final Map<String, Object> NUMBER = Map.of("type", List.of("number", "string"));
    private static final Map<String, Object> WORDS = Map.of("type", List.of("string", "number"));

    /**
     * Reads a value.
     *
     * @param role how messages call the option
     * @throws BadInput if it is none of this type
     */
    public T read(String role, Given given) {
        return reader.apply(role, given);
    }

    /** Any text. */
    public static OptionType<String> text() {
        return new OptionType<>(false, true, (role, given) -> given.one(Function.identity()), WORDS);
    }

    /** A text that {@code read} makes a value of; complaints are said of the option. */
    public static <T> OptionType<T> parsed(Function<String, T> read) {
        return new OptionType<>(false, false, (role, given) -> given.one(read), WORDS);
    }

    /** One of a few words. */
    public static <T> OptionType<T> choice(List<T> values, Function<T, String> name) {
        List<String> names = values.stream().map(name).toList();
        return new OptionType<>(
                false,
                true,
                (role, given) -> given.one(text -> values.stream()
                        .filter(value -> name.apply(value).equals(text))
                        .findFirst()
                        .orElseThrow(() -> BadInput.unknownName("value of " + role, text, names))),
                Map.of("enum", names));
    }

    /** Given or not; {@code true} or {@code false} in a file. */
    public static OptionType<Boolean> flag() {
        return new OptionType<>(
                true,
                true,
                (role, given) -> given.one(text -> {
                    if (!text.equals("true") && !text.equals("false")) {
                        throw new BadInput(role + " must be true or false, was '" + text + "'");
                    }
                    return text.equals("true");
                }),
                Map.of("enum", List.of(true, false, "true", "false")));
    }

    /** A whole number from {@code least} to {@code most}. */
    public static OptionType<Integer> whole(int least, int most) {
        return new OptionType<>(
                false,
                true,
                (role, given) -> given.one(text -> NumberReader.wholeNumber(role, text, least, most)),
                wholeSchema(least, most));
    }

    /** Whole numbers: {@code 200,800} on a command line, a list or a single number in a file. */
    public static OptionType<List<Integer>> wholes(int least, int most) {
        Map<String, Object> one = wholeSchema(least, most);
        return new OptionType<>(
                false,
                true,
                (role, given) -> given instanceof Given.Items items
                        ? items.items().stream()
                                .map(item -> item.one(text -> NumberReader.wholeNumber(role, text, least, most)))
                                .toList()
                        : given.one(text -> NumberReader.wholeNumbers(role, text, least, most)),
                Map.of("anyOf", List.of(one, listOf(one), Map.of("type", "string"))));
    }

    /** A positive number. */
    public static OptionType<Double> positive() {
        return new OptionType<>(
                false,
                true,
                (role, given) -> given.one(text -> NumberReader.positive(role, text)),
                Map.of("anyOf", List.of(Map.of("type", "number", "exclusiveMinimum", 0), Map.of("type", "string"))));
    }

    /** Any finite number, which messages call {@code what}. */
    public static OptionType<Double> number(String what) {
        return new OptionType<>(
                false, true, (role, given) -> given.one(text -> NumberReader.number(what, text)), NUMBER);
    }

    /** Numbers, which messages call {@code what}: with commas between on a command line, a list or one in a file. */
    public static OptionType<List<Double>> numbers(String what) {
        return new OptionType<>(
                false,
                false,
                (role, given) -> given instanceof Given.Items items
                        ? items.items().stream()
                                .map(item -> item.one(text -> NumberReader.number(what, text)))
                                .toList()
                        : given.one(text -> NumberReader.numbers(what, text)),
                Map.of("anyOf", List.of(NUMBER, listOf(NUMBER))));
    }

    /** A seed, from 0 to 2^53. */
    public static OptionType<Long> seed() {
        return new OptionType<>(
                false,
                true,
                (role, given) -> given.one(NumberReader::seed),
                Map.of(
                        "anyOf",
                        List.of(
                                Map.of("type", "integer", "minimum", 0, "maximum", NumberReader.LARGEST_SEED),
                                digits())));
    }

    /**
     * Names with values: {@code rho=1,tau=0.1}, or a mapping in a file.
     *
     * @param value makes a value of its name and text
     * @param schema of a value
     */
    public static <T> OptionType<Map<String, T>> assignments(
            BiFunction<String, String, T> value, Map<String, Object> schema) {
        return new OptionType<>(
                false,
                false,
                (role, given) -> given instanceof Given.Pairs pairs
                        ? values(pairs, value)
                        : given.one(text -> Assignments.read(text, value)),
                Map.of(
                        "anyOf",
                        List.of(Map.of("type", "object", "additionalProperties", schema), Map.of("type", "string"))));
    }

    /** The values of a mapping; spaces in names do not count. */
    public static <T> Map<String, T> values(Given.Pairs pairs, BiFunction<String, String, T> value) {
        Map<String, T> values = new LinkedHashMap<>();
        pairs.pairs()
                .forEach(
                        (name, given) -> values.put(name.replace(" ", ""), given.one(text -> value.apply(name, text))));
        return values;
    }

    /** Names with numbers. */
    public static OptionType<Map<String, Double>> numbersByName() {
        return assignments(NumberReader::number, NUMBER);
    }

    /** Names with whole numbers; the bounds are for the schema, since what a number may be is the model's matter. */
    public static OptionType<Map<String, Integer>> wholesByName(int least, int most) {
        return assignments(NumberReader::wholeNumber, wholeSchema(least, most));
    }

    /** Names with texts. */
    public static OptionType<Map<String, String>> textsByName() {
        return assignments((name, text) -> text, WORDS);
    }

    /** The same value under a schema that says more. */
    public OptionType<T> withSchema(Map<String, Object> said) {
        return new OptionType<>(isFlag, namesOption, reader, said);
    }

    private static Map<String, Object> wholeSchema(int least, int most) {
        return Map.of("anyOf", List.of(Map.of("type", "integer", "minimum", least, "maximum", most), digits()));
    }

    private static Map<String, Object> digits() {
        return Map.of("type", "string", "pattern", "^[0-9]+$");
    }

    private static Map<String, Object> listOf(Map<String, Object> item) {
        return Map.of("type", "array", "minItems", 1, "items", item);
    }
}
