package org.macrostate.equations.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.language.Elaborator;
import org.macrostate.equations.language.Meaning;
import org.macrostate.equations.language.Text;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.Kind;

/** Turns what a builder was told into a checked problem: first all names, then everything that uses them. */
final class ProblemAssembly {
    private final BatchStatement batch;
    private final ProblemStatement told;
    private final NameTable names = new NameTable();
    private final Map<String, Optional<Expression>> copies = new LinkedHashMap<>();

    ProblemAssembly(ProblemStatement said) {
        this.batch = BatchStatement.of(said);
        this.told = batch.told();
    }

    LearningProblem problem() {
        told.name().located(() -> {
            if (!told.name().value().matches("[\\p{L}\\p{Nd}][\\p{L}\\p{Nd}_.-]{0,63}")) {
                throw new BadInput("a model's name is made of letters, digits, '-', '_' and '.', found '"
                        + told.name().value() + "'");
            }
            return "";
        });
        DynamicsReading.way(told);
        List<Declaration.Size> sizes = sizes();
        SpectrumReading spectrumReading = new SpectrumReading(names, told);
        spectrumReading.declare();
        List<Declaration.Parameter> parameters = parameters();
        declare(ModelSection.VECTORS, Use.Sort.VECTOR);
        declareScalars();
        declare(ModelSection.RANDOMS, Use.Sort.RANDOM);
        declareSamples();
        batch.members()
                .ifPresent(members -> names.batch(
                        new BatchMembers(names, names.copies(extent(members)).orElse(1), batch.split())));
        DotNames dots = new DotNames(names, told);
        List<Declaration.FieldName> fields = dots.fields();
        List<Declaration.OrderName> order = dots.order();
        ConstantValues constants = new ConstantValues(sizes, parameters);
        List<Declaration.Random> randoms = randoms(constants);
        List<Declaration.Spectrum> spectra = spectrumReading.read(constants, randoms);
        BlockShares shares = new BlockShares(names, constants);
        TrainedReading trained = new TrainedReading(names, told);
        List<Declaration.Vectors> vectors = trained.vectors(shares, constants);
        FixedGram.check(vectors, names, constants);
        List<Declaration.Scalar> scalars = trained.scalars();
        List<Declaration.Sample> samples = new SampleReading(names).all(told.entriesOf(ModelSection.SAMPLES));
        Dynamics dynamics = new DynamicsReading(names, told, vectors, scalars).read();
        OutcomeReading outcomes = new OutcomeReading(names, told);
        return new LearningProblem(
                told.name().value(),
                told.title().isEmpty() ? told.name().value() : told.title(),
                told.cite(),
                sizes,
                parameters,
                spectra,
                vectors,
                scalars,
                SampleFactors.of(randoms, samples),
                samples,
                names.fieldNames(fields, samples),
                dynamics,
                order,
                outcomes.observables(),
                outcomes.states(vectors),
                outcomes.phases(),
                BatchReading.of(told.batch(), parameters),
                told.symmetries(),
                tex(),
                told.hash().isEmpty() ? TextHash.of(told.statement()) : told.hash());
    }

    /** Copies of samples are samples of their own. */
    private void declareSamples() {
        for (Entry entry : told.entriesOf(ModelSection.SAMPLES)) {
            List<Expression> extents = extents(entry, 1);
            names.declare(entry.nameText(), Use.Sort.SAMPLE, new Meaning.Sample(extents));
            extents.forEach(extent -> entry.part("copies")
                    .orElseThrow()
                    .located(() -> names.sampleCopies(entry.name(), SampleCounts.checked(extent, names))));
        }
    }

    private List<Declaration.Size> sizes() {
        SampleCounts counts = SampleCounts.of(told.entriesOf(ModelSection.SAMPLES));
        List<Declaration.Size> sizes = new ArrayList<>();
        for (Entry entry : told.entriesOf(ModelSection.SIZES)) {
            int value = PlainNumber.count(required(entry, "value", "value"), "size " + entry.name());
            boolean counted = counts.contains(entry.name());
            names.declare(
                    entry.nameText(),
                    Use.Sort.SIZE,
                    counted ? new Meaning.Defined(Expression.of(value)) : new Meaning.Quantity(Kind.SIZE, List.of()));
            names.size(entry.name(), value);
            sizes.add(new Declaration.Size(entry.name(), value, counted));
        }
        return sizes;
    }

    private List<Declaration.Parameter> parameters() {
        declare(ModelSection.PARAMETERS, Use.Sort.PARAMETER);
        return told.entriesOf(ModelSection.PARAMETERS).stream()
                .map(this::parameter)
                .toList();
    }

    private Declaration.Parameter parameter(Entry entry) {
        Domain domain = DomainReading.of(entry);
        Text first = required(entry, "value", "value");
        List<Text> texts = entry.parts("value");
        OptionalInt wanted = copiesOf(entry).map(names::copies).orElse(OptionalInt.of(1));
        if (texts.size() > 1
                && (copiesOf(entry).isEmpty() || wanted.isPresent() && wanted.getAsInt() != texts.size())) {
            throw first.located(new BadInput("parameter " + entry.name() + " has "
                    + copiesOf(entry)
                            .map(c -> ExpressionText.of(c) + " = " + wanted.orElse(1) + " copies")
                            .orElse("no copies")
                    + ", found " + texts.size() + " values"));
        }
        List<Double> values = new ArrayList<>();
        for (Text text : texts) {
            values.add(DomainReading.checked(
                    text, PlainNumber.of(text, "parameter " + entry.name()), "parameter " + entry.name(), domain));
        }
        return new Declaration.Parameter(
                entry.name(),
                copiesOf(entry),
                values,
                domain,
                entry.part("about").map(Text::value).orElse(""));
    }

    private void declare(ModelSection section, Use.Sort sort) {
        for (Entry entry : told.entriesOf(section)) {
            List<Expression> extents = extents(entry, sort == Use.Sort.SCALAR || sort == Use.Sort.VECTOR ? 2 : 1);
            copies.put(entry.name(), extents.stream().findFirst());
            Meaning meaning =
                    switch (sort) {
                        case VECTOR -> new Meaning.Vector(extents);
                        case PARAMETER -> new Meaning.Quantity(Kind.PARAMETER, extents);
                        case SCALAR -> new Meaning.Quantity(Kind.SCALAR, extents);
                        case RANDOM -> new Meaning.Quantity(Kind.RANDOM, extents);
                        default -> throw new IllegalArgumentException("declared elsewhere: " + sort);
                    };
            names.declare(entry.nameText(), sort, meaning);
            if (entry.part("classes").isPresent()) {
                names.classes(entry.name(), extents.get(0));
            }
        }
    }

    /** The variables of a flow need no declaration of their own. */
    private void declareScalars() {
        declare(ModelSection.SCALARS, Use.Sort.SCALAR);
        for (ProblemStatement.Line line : told.flow()) {
            boolean bare = !line.target().value().contains("[");
            if (bare && names.find(line.target().value()).isEmpty()) {
                told.declare(ModelSection.SCALARS, new Entry(line.target()));
                copies.put(line.target().value(), Optional.empty());
                names.declare(line.target(), Use.Sort.SCALAR, new Meaning.Quantity(Kind.SCALAR, List.of()));
            }
        }
    }

    private List<Expression> extents(Entry entry, int most) {
        List<Text> texts = (entry.part("classes").isPresent() ? ClassReading.count(entry) : entry.parts("copies"))
                .stream()
                        .flatMap(text -> text.value().strip().startsWith("[")
                                ? BracketList.elements(text, "").stream()
                                : Stream.of(text))
                        .toList();
        if (texts.size() > most) {
            throw texts.get(0)
                    .located(new BadInput("'" + entry.name() + "' may have "
                            + (most == 1
                                    ? "one number of copies"
                                    : "two, of rows and columns or of groups and their members")
                            + ", found "
                            + texts.size()));
        }
        return texts.stream().map(this::extent).toList();
    }

    private Expression extent(Text text) {
        Expression extent = Elaborator.elaborate(text, new ProblemScope(names, Use.EXTENT));
        text.located(() -> {
            Extents.check(extent, names);
            return extent;
        });
        return extent;
    }

    private Optional<Expression> copiesOf(Entry entry) {
        return copies.getOrDefault(entry.name(), Optional.empty());
    }

    private List<Declaration.Random> randoms(ConstantValues constants) {
        LawReading laws = new LawReading(names, constants);
        return told.entriesOf(ModelSection.RANDOMS).stream()
                .map(e -> new Declaration.Random(
                        e.name(),
                        copiesOf(e),
                        e.part("classes").isPresent()
                                ? new ClassReading(names, constants)
                                        .read(e, copiesOf(e).orElseThrow())
                                : laws.read(e)))
                .toList();
    }

    private Map<String, String> tex() {
        Map<String, String> tex = new LinkedHashMap<>();
        for (ModelSection section : ModelSection.values()) {
            told.entriesOf(section).forEach(e -> e.part("tex").ifPresent(t -> tex.put(e.name(), t.value())));
        }
        told.tex().forEach((symbol, latex) -> {
            if (names.find(symbol.value()).isEmpty()) {
                throw symbol.located(BadInput.unknownName(
                        "name", symbol.value(), new TreeSet<>(names.all().keySet())));
            }
            tex.put(symbol.value(), latex);
        });
        return tex;
    }

    private static Text required(Entry entry, String part, String called) {
        return entry.part(part).orElseThrow(() -> entry.nameText()
                .located(new BadInput("'" + entry.name() + "' needs a '" + called + "'")));
    }
}
