package org.macrostate.engine.analysis.derive;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.macrostate.engine.analysis.AnswerView;
import org.macrostate.equations.BadInput;
import org.macrostate.reports.code.CodeLanguage;

/**
 * How derived equations are written.
 *
 * @param format the format that was asked for; if empty, the ending of the file's name decides
 * @param matrix whether in matrix form, too
 * @param fragment as LaTeX to be input into a paper; empty unless asked for
 */
public record DeriveForm(Optional<Format> format, boolean matrix, Optional<DerivedFragment> fragment) {
    /** Text, in index form. */
    public static final DeriveForm TEXT = new DeriveForm(Optional.empty(), false, Optional.empty());

    private static final List<Format> FORMATS = Stream.concat(
                    Stream.of("text", "latex", "json").map(name -> new Format(name, Optional.empty())),
                    Stream.of(CodeLanguage.values())
                            .map(language ->
                                    new Format(language.name().toLowerCase(Locale.ROOT), Optional.of(language))))
            .toList();

    /** A format that can be asked for; a language of code has one of its own name. */
    public record Format(String name, Optional<CodeLanguage> language) {
        /** All of them. */
        public static List<Format> all() {
            return FORMATS;
        }

        /** Endings of file names, without the dot, for which this format is chosen. */
        static List<String> endings() {
            return Stream.concat(
                            Stream.of("txt", "tex"),
                            FORMATS.stream()
                                    .flatMap(format -> format.language().stream())
                                    .flatMap(language ->
                                            language.endings().stream().sorted())
                                    .map(ending -> ending.substring(1)))
                    .toList();
        }

        static Format named(String name) {
            return FORMATS.stream()
                    .filter(format -> format.name().equals(name))
                    .findFirst()
                    .orElseThrow();
        }

        /** The format for the ending of a file's name; text for other endings. */
        static Format of(String file) {
            String ending = file.substring(Math.max(0, file.lastIndexOf('.')));
            Format code = named("text");
            for (Format format : FORMATS) {
                if (format.language().filter(l -> l.endings().contains(ending)).isPresent()) {
                    code = format;
                }
            }
            return ending.equals(".tex") ? named("latex") : code;
        }

        boolean is(String other) {
            return name.equals(other);
        }
    }

    /** The format that was asked for, or that of the file. */
    Format format(Optional<String> file) {
        return format.orElseGet(() -> Format.of(file.orElse("")));
    }

    /** @throws BadInput if a fragment is to be written in another format than LaTeX */
    void requireFits(Optional<String> file) {
        Format wanted = format(file);
        if (fragment.isPresent() && !(wanted.is("latex") || (wanted.is("text") && format.isEmpty()))) {
            throw new BadInput("--standalone writes LaTeX; leave --format away, or say --format latex");
        }
    }

    /** An answer in this form. */
    String of(DeriveAnswer answer, AnswerView how) {
        if (fragment.isPresent()) {
            return fragment.get().of(answer, matrix, how.madeBy());
        }
        Format wanted = format(how.file());
        if (wanted.is("latex")) {
            return answer.latex() + (matrix ? DerivedMatrices.latex(answer.system()) : "");
        }
        return wanted.language()
                .map(language -> DerivedCode.of(answer.system(), how.subject(), language))
                .orElseGet(() -> answer.text() + (matrix ? DerivedMatrices.text(answer.system()) : ""));
    }
}
