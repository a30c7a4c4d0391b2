package org.macrostate.equations.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.language.Text;

/** Reads the domains of parameters and scalars. */
final class DomainReading {
    private DomainReading() {}

    /** The value, if it lies in the domain. */
    static double checked(Text text, double value, String role, Domain domain) {
        if (!domain.contains(value)) {
            throw text.located(new BadInput(role + " must be " + domain.words() + ", was " + PlainNumber.shown(value)));
        }
        return value;
    }

    /** The domain that an entry states, all real numbers otherwise. */
    static Domain of(Entry entry) {
        Optional<Text> given = entry.part("domain");
        for (Domain domain : Domain.values()) {
            if (given.map(Text::value).orElse(Domain.REAL.text()).equals(domain.text())) {
                return domain;
            }
        }
        List<String> known = Arrays.stream(Domain.values()).map(Domain::text).toList();
        Text text = given.orElseThrow();
        throw text.located(BadInput.unknownName("domain", text.value(), known));
    }
}
