package org.macrostate.equations.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.language.FunctionTable;
import org.macrostate.equations.language.Meaning;
import org.macrostate.equations.language.Text;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Substitution;
import org.macrostate.equations.tensor.Symbol;

/** The names a model declares, what they mean, and the default sizes. */
final class NameTable {
    private static final Pattern NAME = Pattern.compile("[\\p{L}$][\\p{L}\\p{Nd}_$]*");
    private static final int LONGEST = 64;

    private final Map<String, Named> names = new LinkedHashMap<>();
    private final Map<String, Integer> sizes = new LinkedHashMap<>();
    private final Map<String, FixedOverlaps> fixed = new LinkedHashMap<>();

    private final Map<String, Declaration.Spectrum> spectra = new LinkedHashMap<>();
    private final Map<String, Expression> shares = new LinkedHashMap<>();
    private final Map<String, SampleComposition> compositions = new LinkedHashMap<>();
    private final Map<String, List<String>> sampleCopies = new LinkedHashMap<>();
    private final Map<String, Expression> norms = new LinkedHashMap<>();
    private final Map<String, Expression> lengths = new LinkedHashMap<>();
    private final Map<String, Expression> classes = new LinkedHashMap<>();
    private Optional<Expression> blocks = Optional.empty();
    private Optional<BatchMembers> batch = Optional.empty();

    /** A declared name. */
    record Named(Use.Sort sort, Meaning meaning) {}

    /**
     * Declares a name.
     *
     * @throws BadInput if it is no name, a word of the language, or taken
     */
    void declare(Text name, Use.Sort sort, Meaning meaning) {
        name.located(() -> {
            checkName(name.value());
            if (FunctionTable.isWord(name.value())) {
                throw new BadInput("'" + name.value() + "' is a word of the language and cannot be declared");
            }
            Named other = names.putIfAbsent(name.value(), new Named(sort, meaning));
            if (other != null) {
                throw new BadInput("name '" + name.value() + "' is declared twice: as "
                        + other.sort().text() + " and as " + sort.text());
            }
            return name;
        });
    }

    static void checkName(String name) {
        if (name.length() > LONGEST || !NAME.matcher(name).matches()) {
            throw new BadInput("a name is a letter followed by letters, digits or '_', found '" + name + "'");
        }
    }

    /** Of a model in which means over a batch stand. */
    void batch(BatchMembers members) {
        batch = Optional.of(members);
    }

    Optional<BatchMembers> batch() {
        return batch;
    }

    void size(String name, int value) {
        sizes.put(name, value);
    }

    void overlaps(String family, FixedOverlaps overlaps) {
        fixed.put(family, overlaps);
    }

    Optional<FixedOverlaps> overlaps(String family) {
        return Optional.ofNullable(fixed.get(family));
    }

    /** The overlap with itself of a vector whose norm is kept. */
    void squaredNorm(String family, Expression value) {
        norms.put(family, value);
    }

    Optional<Expression> squaredNorm(String family) {
        return Optional.ofNullable(norms.get(family));
    }

    /** A random factor that marks one of so many classes. */
    void classes(String factor, Expression count) {
        classes.put(factor, count);
    }

    Optional<Expression> classes(String factor) {
        return Optional.ofNullable(classes.get(factor));
    }

    /** How many blocks the spectra have, where there are any. */
    Optional<Expression> blocks() {
        return blocks;
    }

    void blocks(Expression extent) {
        blocks = Optional.of(extent);
    }

    void spectrum(Declaration.Spectrum spectrum) {
        spectra.put(spectrum.name(), spectrum);
    }

    Declaration.Spectrum spectrum(String name) {
        Declaration.Spectrum spectrum = spectra.get(name);
        if (spectrum == null) {
            throw BadInput.unknownName("spectrum", name, spectra.keySet());
        }
        return spectrum;
    }

    /** The fraction of the directions that a block has. */
    Expression weight(IndexTerm block) {
        return spectra.values().iterator().next().weightAt(block);
    }

    /** Names for the copies of a sample, which are samples of their own. */
    List<String> sampleCopies(String sample, int count) {
        List<String> copies = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            copies.add(free(sample + "_" + i));
        }
        sampleCopies.put(sample, List.copyOf(copies));
        return copies;
    }

    /** The names of a sample's copies; its own if it has none. */
    List<String> copiesOf(String sample) {
        return sampleCopies.getOrDefault(sample, List.of(sample));
    }

    String sampleCopy(String sample, int copy) {
        return copiesOf(sample).get(copy - 1);
    }

    /** A name that is not declared, as near as possible to the one wanted. */
    String free(String wanted) {
        String name = wanted;
        while (find(name).isPresent()) {
            name += "_";
        }
        return name;
    }

    /** How a sample is made from independent ones, and the squared lengths of those. */
    void composition(String sample, SampleComposition made) {
        compositions.put(sample, made);
    }

    void squaredLength(String sample, Expression kappa) {
        lengths.put(sample, kappa);
    }

    /**
     * A sample in terms of independent ones.
     *
     * @throws BadInput if it is declared later than where it stands
     */
    SampleComposition composition(String sample) {
        SampleComposition made = compositions.get(sample);
        if (made == null) {
            throw new BadInput(
                    "sample '" + sample + "' is declared after this one; samples are made from those before them");
        }
        return made;
    }

    /**
     * Names of fields on independent samples: those declared on samples that are made from others are sums, and lend their
     * name to the field on what is new in them, {@code h_noise}.
     */
    List<Declaration.FieldName> fieldNames(List<Declaration.FieldName> declared, List<Declaration.Sample> independent) {
        List<Declaration.FieldName> fields = new ArrayList<>();
        for (Declaration.FieldName field : declared) {
            if (independent.stream().anyMatch(s -> s.name().equals(field.sample()))) {
                fields.add(field);
            }
        }
        for (Declaration.FieldName field : declared) {
            String own = field.sample() + "_noise";
            boolean isMade = fields.stream().noneMatch(field::equals);
            if (isMade && independent.stream().anyMatch(s -> s.name().equals(own))) {
                String name = free(field.name() + "_noise");
                fields.add(new Declaration.FieldName(name, field.family(), own));
            }
        }
        return fields;
    }

    /** |x|²/N of an independent sample in the limit. */
    Expression squaredLength(String sample) {
        return lengths.getOrDefault(sample, Rational.ZERO);
    }

    /** The share of a fixed family's overlaps in each block, in the block's index; of a trained family where it has a part. */
    void share(String family, Expression inBlock) {
        shares.put(family, inBlock);
    }

    Optional<Expression> share(String family) {
        return Optional.ofNullable(shares.get(family));
    }

    /** Whether two families are stated to have no block in common: their overlap is zero. */
    boolean areApart(String left, String right) {
        return BlockShares.areApart(share(left), share(right), blocks());
    }

    Optional<Named> find(String name) {
        return Optional.ofNullable(names.get(name));
    }

    Map<String, Named> all() {
        return names;
    }

    List<String> names(Use.Sort sort) {
        return names.entrySet().stream()
                .filter(e -> e.getValue().sort() == sort)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The value of an extent at the default sizes. */
    OptionalInt copies(Expression extent) {
        Expression value = Substitution.atoms(atom -> atom instanceof Symbol s && s.kind() == Kind.SIZE
                        ? Expression.of(sizes.getOrDefault(s.name(), 1))
                        : atom)
                .in(extent);
        return value instanceof Rational r
                        && r.value().getDenominator().equals(java.math.BigInteger.ONE)
                        && Math.abs(r.value().doubleValue()) < 1e9
                ? OptionalInt.of(r.value().getNumeratorAsInt())
                : OptionalInt.empty();
    }
}
