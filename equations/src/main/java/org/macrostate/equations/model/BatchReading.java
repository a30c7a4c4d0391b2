package org.macrostate.equations.model;

import java.util.List;
import java.util.Optional;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.language.Text;

/** What a model says of its batch size: a number, or a parameter that stays positive, as the equations contain its inverse. */
final class BatchReading {
    private BatchReading() {}

    /** @throws BadInput if it is neither */
    static BatchSize of(Text text, List<Declaration.Parameter> parameters) {
        String name = text.value().strip();
        Optional<Declaration.Parameter> found =
                parameters.stream().filter(p -> p.name().equals(name)).findFirst();
        if (found.isEmpty()) {
            return new BatchSize.Stated(PlainNumber.count(text, "batch"));
        }
        Declaration.Parameter parameter = found.get();
        if (parameter.copies().isPresent() || parameter.domain() != Domain.POSITIVE) {
            String is = parameter.copies().isPresent()
                    ? "has copies"
                    : "has the domain '" + parameter.domain().text() + "'";
            throw text.located(
                    new BadInput("batch must be a whole number or a parameter without copies and of the domain"
                            + " 'positive'; " + name + " " + is));
        }
        return new BatchSize.ByParameter(name);
    }
}
